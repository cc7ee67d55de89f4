// What macOS must allow before something can be recorded, each with what to press.
import type { SystemPermission } from '../../src/domain/desktop.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { DesktopModel } from './create-desktop-model.ts';
import styles from './Desktop.module.css';
import { sayPermission } from './say-permission.ts';

interface Props {
  readonly model: DesktopModel;
  readonly permissions: readonly SystemPermission[];
  readonly onClose: () => void;
}

export function PermissionsCard({ model, permissions, onClose }: Props) {
  // What macOS says no to may have been allowed meanwhile: this very program only hears of it when it is opened again.
  const mayHelp = permissions.some(({ state }) => state === 'reopen' || state === 'denied');
  return (
    <div className={styles.card}>
      <h2 className={styles.title}>What macOS must allow</h2>
      <p className={styles.lead}>Your Mac asks for each of these once. Nothing is recorded before you press Start.</p>
      <ul className={styles.permissions}>
        {permissions.map((permission) => (
          <PermissionItem key={permission.kind} model={model} permission={permission} />
        ))}
      </ul>
      <div className={styles.acts}>
        <Button onPress={onClose}>{mayHelp ? 'Later' : 'Go on without'}</Button>
        {mayHelp && (
          <Button kind="primary" onPress={() => void model.desktop.ask('reopen', null)}>
            Quit and reopen Mirror
          </Button>
        )}
      </div>
    </div>
  );
}

function PermissionItem({
  model,
  permission,
}: {
  readonly model: DesktopModel;
  readonly permission: SystemPermission;
}) {
  const { kind, state } = permission;
  const { title, words } = sayPermission(permission);
  return (
    <li className={styles.permission} data-state={state}>
      <span className={styles.sign}>
        <Icon name={state === 'granted' ? 'check' : 'warning'} size={14} />
      </span>
      <p className={styles.name}>{title}</p>
      {state === 'not-asked' && <Button onPress={() => void model.askPermission(kind)}>Allow…</Button>}
      {state === 'denied' && (
        <Button onPress={() => void model.desktop.ask('openSettings', { kind })}>Open settings</Button>
      )}
      <p className={styles.words}>{words}</p>
    </li>
  );
}
