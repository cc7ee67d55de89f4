import { useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ProcessId } from '../../src/domain/ids.ts';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import styles from './ExportMenu.module.css';
import { useExport, useFormats } from './use-export.ts';

/** Downloads the process as a file, in one of the formats it can leave in. */
export function ExportMenu({ processId }: { readonly processId: ProcessId }) {
  const { state, run } = useExport(processId);
  const [isOpen, setOpen] = useState(false);
  const formats = useFormats(processId, isOpen);
  return (
    <div className={styles.export}>
      <output className={styles.message}>{state.message}</output>
      <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <AriaButton className={styles.button} isDisabled={state.isRunning}>
          <Icon name="export" size={15} />
          {state.isRunning ? 'Exporting…' : 'Export'}
        </AriaButton>
        <Popover className={styles.popover} placement="bottom end" offset={6}>
          {formats.data ? (
            <Menu
              aria-label="Formats"
              className={styles.menu}
              onAction={(key) => run(String(key))}
              disabledKeys={formats.data.filter(({ missing }) => missing !== null).map(({ format }) => format)}
            >
              {formats.data.map(({ format, title, purpose, missing }) => (
                <MenuItem key={format} id={format} textValue={title} className={styles.item}>
                  <span className={styles.name}>{title}</span>
                  <span className={styles.what}>{missing === null ? purpose : `Not yet: ${missing}.`}</span>
                </MenuItem>
              ))}
            </Menu>
          ) : formats.error ? (
            <ProblemNote error={formats.error} onRetry={() => void formats.refetch()} isSmall />
          ) : (
            <p className={styles.waiting}>Looking up the formats…</p>
          )}
        </Popover>
      </MenuTrigger>
    </div>
  );
}
