// The desktop's cards: which screen, what the system must allow, and a workspace that cannot be opened.
import { useStore } from 'zustand';
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
  const { picking, core, permissions, allowing } = useStore(model.view);
  useDesktopRecorder(model);
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
  if (allowing)
    return (
      <CardDialog label="What macOS must allow" onClose={allowing.close}>
        <PermissionsCard model={model} permissions={permissions} onClose={allowing.close} />
      </CardDialog>
    );
  return null;
}
