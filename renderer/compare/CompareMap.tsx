// The map of both sides joined: what is on one side only and what changed is marked on it.
import { useMemo } from 'react';
import type { Comparison } from '../../src/domain/comparison.ts';
import type { Insights } from '../../src/domain/insights.ts';
import type { ChangeMarks } from '../map/ChangeBadge.tsx';
import { MapCanvas } from '../map/MapCanvas.tsx';
import { buildMapModel } from '../map/map-model.ts';
import { askLayout, buildScene } from '../map/scene.ts';
import { chooseShare, selectVisible } from '../map/select-visible.ts';
import { useLayout } from '../map/use-layout.ts';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import type { Selection } from '../route.ts';
import { signOf } from './change-words.ts';
import { ChangeLegend } from './ChangeLegend.tsx';

interface Props {
  readonly comparison: Comparison;
  readonly selectedId: string | undefined;
  readonly onSelect: (selection: Selection | undefined) => void;
}

export function CompareMap({ comparison, selectedId, onSelect }: Props) {
  const model = useMemo(() => buildMapModel({ graph: comparison.graph, insights: NO_INSIGHTS }), [comparison]);
  const marks = useMemo(() => readMarks(comparison), [comparison]);
  const told = useMemo(() => comparison.changes.slice(0, ALWAYS_DRAWN).flatMap(placesOf), [comparison]);
  const selectedIds = useMemo(() => (selectedId === undefined ? [] : [selectedId]), [selectedId]);
  const visible = useMemo(
    () => selectVisible(model, { share01: chooseShare(model), showsUnsure: true, keep: [...told, ...selectedIds] }),
    [model, told, selectedIds],
  );
  const request = useMemo(() => askLayout(model, visible), [model, visible]);
  const { layout, hasFailed } = useLayout(request);
  const scene = useMemo(() => layout && buildScene(model, layout), [model, layout]);
  if (hasFailed) {
    return (
      <EmptyNote icon="warning" title="The map could not be laid out">
        The list beside it holds every change; reload the window to try again.
      </EmptyNote>
    );
  }
  if (!scene) return <Skeleton height="100%" />;
  return (
    <MapCanvas
      model={model}
      scene={scene}
      overlays={NO_OVERLAYS}
      selectedIds={selectedIds}
      focusWish={undefined}
      onFocused={ignore}
      onSelect={onSelect}
      marks={marks}
      legend={<ChangeLegend comparison={comparison} />}
    />
  );
}

/** The first changes are drawn however rare they are; all of hundreds would cover the map. */
const ALWAYS_DRAWN = 24;

const placesOf = ({ activityId, transitionId }: Comparison['changes'][number]): string[] =>
  [activityId, transitionId].filter((id) => id !== null);

function readMarks(comparison: Comparison): ChangeMarks {
  const changed = Object.entries(comparison.marks).flatMap(([id, mark]) =>
    mark === 'same' ? [] : [[id, signOf(mark, comparison)] as const],
  );
  return new Map(changed);
}

const NO_OVERLAYS = { showsHandoffs: false, showsBottlenecks: false };

const ignore = (): void => undefined;

/** Findings belong to one side: on the map of both, changes are marked instead. */
const NO_INSIGHTS: Insights = {
  handoffs: [],
  bottlenecks: [],
  exceptions: [],
  judgements: [],
  rework: [],
  transfers: [],
  openEnds: [],
  decisions: [],
  waits: [],
  differences: [],
  definitions: {},
  exclusions: [],
};
