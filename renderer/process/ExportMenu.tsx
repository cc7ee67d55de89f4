import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ProcessId } from '../../src/domain/ids.ts';
import { Icon } from '../parts/Icon.tsx';
import styles from './ExportMenu.module.css';
import { useExport } from './use-export.ts';

const FORMATS = [
  {
    format: 'spec',
    name: 'Process spec (JSON)',
    what: 'Activities, handoffs, waits and evidence, for whoever automates it',
  },
] as const;

/** Downloads the process as a file. */
export function ExportMenu({ processId }: { readonly processId: ProcessId }) {
  const { state, run } = useExport(processId);
  return (
    <div className={styles.export}>
      <output className={styles.message}>{state.message}</output>
      <MenuTrigger>
        <AriaButton className={styles.button} isDisabled={state.isRunning}>
          <Icon name="export" size={15} />
          {state.isRunning ? 'Exporting…' : 'Export'}
        </AriaButton>
        <Popover className={styles.popover} placement="bottom end" offset={6}>
          <Menu className={styles.menu} onAction={(key) => run(String(key))}>
            {FORMATS.map(({ format, name, what }) => (
              <MenuItem key={format} id={format} textValue={name} className={styles.item}>
                <span className={styles.name}>{name}</span>
                <span className={styles.what}>{what}</span>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
