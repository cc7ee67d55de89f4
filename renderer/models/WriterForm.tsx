// What a model behind a server is: where it is asked, as what, with which key, and what it costs.
import { type ReactNode, useId, useState } from 'react';
import { Heading } from 'react-aria-components';
import type { WriterEntry, WriterStatus } from '../../src/domain/writer.ts';
import { WRITER_PRESETS } from '../../src/domain/writer-presets.ts';
import { Button } from '../parts/Button.tsx';
import { CardDialog } from '../parts/CardDialog.tsx';
import { useLink } from '../use-mirror.ts';
import { sayFailure } from './use-writer-work.ts';
import { draftOf, findWriterComplaint, makeWriterId, readDraft, takePreset, type WriterDraft } from './writer-draft.ts';
import styles from './WriterForm.module.css';

interface Props {
  readonly given: Partial<WriterEntry>;
  /** The one that is changed; undefined for a new one. */
  readonly kept: WriterStatus | undefined;
  readonly all: readonly WriterStatus[];
  readonly onClose: () => void;
  readonly onSaved: (writer: WriterStatus) => Promise<void>;
}

export function WriterForm({ given, kept, all, onClose, onSaved }: Props) {
  const { client } = useLink();
  const [draft, setDraft] = useState(() => draftOf(given));
  const [preset, setPreset] = useState(WRITER_PRESETS.findIndex(({ url }) => url === given.url));
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const complaint = findWriterComplaint(draft);
  const change = (part: Partial<WriterDraft>): void => setDraft({ ...draft, ...part });
  const save = async (): Promise<void> => {
    if (complaint !== undefined) return setProblem(complaint);
    setIsSaving(true);
    setProblem(undefined);
    try {
      const writer = readDraft(draft, kept?.id ?? makeWriterId(draft.model, all));
      const key = draft.forgetsKey ? '' : draft.key === '' ? undefined : draft.key;
      await onSaved(await client.writer.save({ writer, ...(key !== undefined && { key }) }));
      onClose();
    } catch (error) {
      setProblem(sayFailure(error));
    }
    setIsSaving(false);
  };
  const hint = WRITER_PRESETS[preset]?.hint;
  return (
    <CardDialog onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Heading slot="title" className={styles.title}>
          {kept ? `Change ${kept.title}` : 'Add a model'}
        </Heading>
        {!kept && (
          <Labelled label="Who runs it">
            {(id) => (
              <select
                id={id}
                className={styles.field}
                value={preset}
                onChange={(event) => {
                  const next = Number(event.target.value);
                  setPreset(next);
                  const chosen = WRITER_PRESETS[next];
                  if (chosen) setDraft(takePreset(draft, chosen));
                }}
              >
                <option value={-1}>Choose…</option>
                {WRITER_PRESETS.map(({ id: name, title }, at) => (
                  <option key={name} value={at}>
                    {title}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
        )}
        {hint && <p className={styles.hint}>{hint}</p>}
        {draft.dialect !== 'in-process' && (
          <TextRow
            label="Address"
            value={draft.url}
            example="http://127.0.0.1:11434/v1"
            onChange={(url) => change({ url })}
          />
        )}
        <TextRow label="Model, as its server calls it" value={draft.model} onChange={(model) => change({ model })} />
        <TextRow
          label="Name shown to people"
          value={draft.title}
          example={draft.model}
          onChange={(title) => change({ title })}
        />
        {draft.dialect !== 'in-process' && <KeyRow draft={draft} hasKey={kept?.hasKey ?? false} onChange={change} />}
        <Labelled label="How strong it is">
          {(id) => (
            <select
              id={id}
              className={styles.field}
              value={draft.strength}
              // The two options below.
              onChange={(event) => change({ strength: event.target.value as WriterEntry['strength'] })}
            >
              <option value="light">Light: asked first where a model is needed</option>
              <option value="strong">Strong: for what a light one cannot answer</option>
            </select>
          )}
        </Labelled>
        <div className={styles.pair}>
          <TextRow
            label="US$ a million tokens, read"
            value={draft.priceInput}
            example="0.25"
            onChange={(priceInput) => change({ priceInput })}
          />
          <TextRow
            label="…and written"
            value={draft.priceOutput}
            example="2"
            onChange={(priceOutput) => change({ priceOutput })}
          />
        </div>
        <TextRow
          label="Tokens it reads at once"
          value={draft.contextTokens}
          example="found out by trying it"
          onChange={(contextTokens) => change({ contextTokens })}
        />
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <div className={styles.acts}>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button kind="primary" isDisabled={isSaving} onPress={() => void save()}>
            {isSaving ? 'Saving…' : 'Save'}
          </Button>
        </div>
      </form>
    </CardDialog>
  );
}

interface KeyProps {
  readonly draft: WriterDraft;
  readonly hasKey: boolean;
  readonly onChange: (part: Partial<WriterDraft>) => void;
}

/** A kept key is never shown again; it can be replaced or forgotten. */
function KeyRow({ draft, hasKey, onChange }: KeyProps) {
  return (
    <>
      <Labelled label={hasKey ? 'Key: one is kept; type another to replace it' : 'Key, where its server wants one'}>
        {(id) => (
          <input
            id={id}
            type="password"
            className={styles.field}
            value={draft.key}
            maxLength={1000}
            autoComplete="off"
            disabled={draft.forgetsKey}
            onChange={(event) => onChange({ key: event.target.value })}
          />
        )}
      </Labelled>
      {hasKey && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.forgetsKey}
            onChange={(event) => onChange({ forgetsKey: event.target.checked, key: '' })}
          />
          Forget the key that is kept
        </label>
      )}
      <p className={styles.hint}>
        A key is kept apart from the workspace, on this machine only, and never shown again.
      </p>
    </>
  );
}

interface TextRowProps {
  readonly label: string;
  readonly value: string;
  readonly example?: string | undefined;
  readonly onChange: (value: string) => void;
}

function TextRow({ label, value, example, onChange }: TextRowProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          className={styles.field}
          value={value}
          placeholder={example}
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
