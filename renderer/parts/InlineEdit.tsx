// Something to read that can be put right where it stands: Enter saves, Escape leaves it as it was.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button as AriaButton, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './InlineEdit.module.css';

interface Props {
  /** What the button that opens it does: "Rename", "Change the role". */
  readonly action: string;
  readonly value: string;
  /** What is offered; free text is taken as well. */
  readonly options?: readonly string[];
  /** Said below the field: what the change reaches, and what not. */
  readonly hint?: string;
  /** Nothing at all may be saved: it is not known. */
  readonly canClear?: boolean;
  /** A complaint, when the text cannot be kept. */
  readonly check?: (text: string) => string | undefined;
  /** False when it was not kept; the field then stays open. */
  readonly onSave: (text: string) => Promise<boolean>;
  /** It is a heading, which must stay one for who hears the page, even while its text is being edited. */
  readonly isHeading?: boolean;
  readonly children: ReactNode;
}

export function InlineEdit({ children, isHeading = false, ...props }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isOpen) {
    return (
      <>
        {isHeading && <div className="visually-hidden">{children}</div>}
        <InlineEditor {...props} onClose={() => setIsOpen(false)} />
      </>
    );
  }
  return (
    <span className={styles.closed}>
      {children}
      <button
        ref={opener}
        type="button"
        className={styles.pencil}
        aria-label={props.action}
        title={props.action}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="pencil" size={14} />
      </button>
    </span>
  );
}

/** The open field alone, for places with a button of their own. */
export function InlineEditor(props: Omit<Props, 'children' | 'isHeading'> & { readonly onClose: () => void }) {
  const { action, value, options, hint, canClear = false, check, onSave, onClose } = props;
  const [text, setText] = useState(value);
  const [complaint, setComplaint] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const note = useId();

  const save = async (given: string): Promise<void> => {
    const next = given.trim();
    if (next === value.trim()) return onClose();
    const wrong = next === '' ? (canClear ? undefined : 'It needs a name.') : check?.(next);
    setComplaint(wrong);
    if (wrong !== undefined) return;
    setIsBusy(true);
    const isKept = await onSave(next);
    setIsBusy(false);
    if (isKept) onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const field = event.target instanceof HTMLInputElement ? event.target : undefined;
    // Enter on an offered value picks it, which saves by itself.
    const isOnOption = field?.getAttribute('aria-activedescendant');
    if (event.key === 'Enter' && field && !isOnOption) void save(field.value);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const about = complaint ?? hint;
  return (
    <div className={styles.editor} onKeyDownCapture={onKeyDown} aria-busy={isBusy}>
      {options ? (
        <Combo
          {...{ action, text, options, about: about && note }}
          onText={setText}
          onPick={(next) => void save(next)}
        />
      ) : (
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for, and replaces what had the focus
          autoFocus
          className={styles.field}
          aria-label={action}
          aria-describedby={about ? note : undefined}
          aria-invalid={complaint !== undefined}
          value={text}
          maxLength={200}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className={styles.buttons}>
        <Button kind="primary" isDisabled={isBusy} onPress={() => void save(text)}>
          {isBusy ? 'Saving…' : 'Save'}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
      {about && (
        <p id={note} className={styles.hint} data-wrong={complaint !== undefined}>
          {about}
        </p>
      )}
    </div>
  );
}

interface ComboProps {
  readonly action: string;
  readonly text: string;
  readonly options: readonly string[];
  readonly about: string | undefined;
  readonly onText: (text: string) => void;
  readonly onPick: (text: string) => void;
}

function Combo({ action, text, options, about, onText, onPick }: ComboProps) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <ComboBox
      ref={box}
      className={styles.combo}
      aria-label={action}
      aria-describedby={about}
      allowsCustomValue
      menuTrigger="focus"
      inputValue={text}
      onInputChange={onText}
      onSelectionChange={(key) => key !== null && onPick(String(key))}
      defaultItems={options.map((name) => ({ id: name }))}
    >
      <Input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- as above
        autoFocus
        className={styles.field}
        maxLength={200}
        placeholder="Type or choose"
        onFocus={(event) => event.currentTarget.select()}
      />
      <AriaButton className={styles.chevron} aria-label="Show all">
        <Icon name="down" size={14} />
      </AriaButton>
      <Popover className={styles.popover} triggerRef={box} placement="bottom start" offset={4}>
        <ListBox className={styles.list}>
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} textValue={id} className={styles.option}>
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
