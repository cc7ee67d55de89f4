import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { WriterChoice, WriterStatus } from '../../src/domain/writer.ts';
import { Icon } from '../parts/Icon.tsx';
import styles from './AgainMenu.module.css';
import { sayPlace } from './chat-words.ts';

interface Props {
  readonly writers: readonly WriterStatus[];
  readonly isDisabled: boolean;
  readonly label?: string;
  readonly onAgain: (writer: WriterChoice) => void;
}

/** Has the same question answered by somebody else; the new answer takes the place of this one. */
export function AgainMenu({ writers, isDisabled, label = 'Answer again', onAgain }: Props) {
  return (
    <MenuTrigger>
      <Button className={styles.button} isDisabled={isDisabled}>
        <Icon name="loop" size={14} />
        {label}
      </Button>
      <Popover className={styles.popover} placement="bottom start" offset={4}>
        <Menu
          aria-label="Answer again with"
          className={styles.menu}
          // The keys are those of the items below.
          onAction={(key) => onAgain(key as WriterChoice)}
          disabledKeys={writers.filter(({ refusal }) => refusal !== null).map(({ id }) => id)}
        >
          <MenuItem id="none" textValue="Without a model" className={styles.item}>
            <span>Without a model</span>
            <span className={styles.about}>by Mirror’s rules</span>
          </MenuItem>
          {writers.map((writer) => (
            <MenuItem key={writer.id} id={writer.id} textValue={writer.title} className={styles.item}>
              <span>{writer.title}</span>
              <span className={styles.about}>{writer.refusal ?? sayPlace(writer)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
