// The desktop's cards: which screen, what the system must allow, and a workspace that cannot be opened.
import { useStore } from 'zustand';
import { useRecorderView } from '../recorder/recorder-context.ts';
import { CardDialog } from '../parts/CardDialog.tsx';
import { CoreFailedCard } from './CoreFailedCard.tsx';
import type { DesktopModel } from './create-desktop-model.ts';
import { PermissionsCard } from './PermissionsCard.tsx';
import { SourcePicker } from './SourcePicker.tsx';
import { useDesktopRecorder } from './use-desktop-recorder.ts';

interface Props {
  readonly model: DesktopModel;
}

/** The default export is what a lazy import asks for. */
export default function DesktopCards({ model }: Props) {
  const { picking, core, permissions, isPermissionCardClosed } = useStore(model.view);
  const stage = useRecorderView((view) => view.stage);
  useDesktopRecorder(model);
  const isMissing = permissions.some(({ state }) => state !== 'granted');
  if (core.state === 'failed')
    return (
      <CardDialog label="The workspace cannot be opened">
        <CoreFailedCard problem={core} desktop={model.desktop} />
      </CardDialog>
    );
  if (picking)
    return (
      <CardDialog label="Choose what is recorded" onClose={() => picking.answer(null)} isWide>
        <SourcePicker desktop={model.desktop} onAnswer={picking.answer} />
      </CardDialog>
    );
  // Asked for when it is needed, which is when somebody is about to record.
  if (stage === 'choosing' && isMissing && !isPermissionCardClosed)
    return (
      <CardDialog label="What macOS must allow" onClose={model.closePermissions}>
        <PermissionsCard model={model} permissions={permissions} />
      </CardDialog>
    );
  return null;
}
