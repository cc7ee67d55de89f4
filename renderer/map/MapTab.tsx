// The map of a process: what is drawn is chosen here, placed by the worker, and moved in by the canvas.
import { useCallback, useMemo, useState } from 'react';
import type { ProcessView } from '../../src/domain/views.ts';
import { MirrorCommand } from '../parts/MirrorCommand.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import type { Selection } from '../route.ts';
import { useView } from '../view-store.ts';
import { MapCanvas } from './MapCanvas.tsx';
import styles from './MapTab.module.css';
import { MapToolbar } from './MapToolbar.tsx';
import type { MapModel } from './map-model.ts';
import { findSelected } from './neighbours.ts';
import { askLayout, buildScene } from './scene.ts';
import { chooseShare, selectVisible } from './select-visible.ts';
import { useLayout } from './use-layout.ts';

interface Props {
  readonly view: ProcessView;
  readonly model: MapModel;
  readonly selection: Selection | undefined;
  readonly onSelect: (selection: Selection | undefined) => void;
}

export function MapTab({ view, model, selection, onSelect }: Props) {
  const { share01: wished, showsUnsure, showsHandoffs, showsBottlenecks } = useView((state) => state);
  const readable = useMemo(() => chooseShare(model), [model]);
  const share01 = wished ?? readable;
  const selectedIds = useMemo(() => findSelected(selection, view.insights), [selection, view.insights]);
  const visible = useMemo(
    () => selectVisible(model, { share01, showsUnsure, keep: selectedIds }),
    [model, share01, showsUnsure, selectedIds],
  );
  const request = useMemo(() => askLayout(model, visible), [model, visible]);
  const { layout, hasFailed } = useLayout(request);
  const scene = useMemo(() => layout && buildScene(model, layout), [model, layout]);
  const [focusWish, setFocusWish] = useState<string>();
  const onFocused = useCallback(() => setFocusWish(undefined), []);
  const overlays = useMemo(() => ({ showsHandoffs, showsBottlenecks }), [showsHandoffs, showsBottlenecks]);

  if (view.graph.activities.length === 0) return <NoMap view={view} />;
  return (
    <div className={styles.tab}>
      <MapToolbar
        model={model}
        visible={visible}
        share01={share01}
        onPick={(id) => {
          setFocusWish(id);
          onSelect({ what: 'activity', id });
        }}
      />
      <div className={styles.body}>
        {scene ? (
          <MapCanvas
            model={model}
            scene={scene}
            overlays={overlays}
            selectedIds={selectedIds}
            focusWish={focusWish}
            onFocused={onFocused}
            onSelect={onSelect}
          />
        ) : hasFailed ? (
          <EmptyNote icon="warning" title="The map could not be laid out">
            Show less of it with the detail slider, or reload the window.
          </EmptyNote>
        ) : (
          <div className={styles.loading} aria-busy="true">
            <Skeleton height="100%" />
          </div>
        )}
      </div>
    </div>
  );
}

function NoMap({ view }: { readonly view: ProcessView }) {
  const { name } = view.process;
  const { exclusions } = view.insights;
  return (
    <EmptyNote icon="map" title={view.recordings.length > 0 ? 'Nothing to draw yet' : 'No map yet'}>
      {view.recordings.length > 0 && exclusions.length > 0 ? (
        <>
          {exclusions.map((exclusion) => (
            <p key={exclusion}>{exclusion}</p>
          ))}
          <p>
            The recording is kept, and can be watched and read. What works today: put an English transcript beside it
            and take it in again, record the windows as well, or import an event log, in any language.
          </p>
        </>
      ) : (
        <p>
          It is drawn as soon as a recording of this process has been understood, or an event log has been imported.
        </p>
      )}
      <div className={styles.commands}>
        <MirrorCommand command={`ingest FILE --process "${name}"`} />
        <MirrorCommand command={`import LOG --process "${name}"`} />
      </div>
    </EmptyNote>
  );
}
