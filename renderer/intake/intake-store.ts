// Taking files in by the window, as a state that outlives every screen: reading, sending, confirming, taking in.
import { createStore, type StoreApi } from 'zustand';
import type { MirrorClient } from '../../src/api/client.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import type { Arrangement, IntakeId, IntakePart, LogPreview, PartKind } from '../../src/domain/intake.ts';
import type { Progress } from '../../src/domain/progress.ts';
import type { LogChoices, LogSource, Taken } from '../../src/domain/source.ts';
import type { GivenFile } from './collect-files.ts';
import { sendFiles, type Sending } from './send-files.ts';

export interface PartDraft {
  readonly part: IntakePart;
  readonly as: PartKind;
  readonly isIn: boolean;
  readonly columns: LogSource['columns'];
  readonly choices: LogChoices;
  /** Of a log: how it would be read; undefined while that is found out. */
  readonly preview?: LogPreview | undefined;
  /** Why it could not be looked into. */
  readonly error?: unknown;
}

export type IntakeState =
  | { readonly stage: 'idle' }
  | { readonly stage: 'collecting'; readonly found: number }
  | { readonly stage: 'sending'; readonly sending: Sending | undefined }
  | {
      readonly stage: 'confirming';
      readonly drafts: readonly PartDraft[];
      readonly skipped: Arrangement['skipped'];
      /** What went wrong when it was tried. */
      readonly error: unknown;
    }
  | { readonly stage: 'adopting'; readonly progress: Progress | undefined }
  | { readonly stage: 'done'; readonly taken: Taken; readonly skipped: Arrangement['skipped'] }
  | { readonly stage: 'failed'; readonly error: unknown };

export interface Wish {
  readonly process: string;
  readonly actor: string;
  readonly role: string;
}

export interface IntakeModel {
  readonly state: StoreApi<IntakeState>;
  /** The process on screen when the files were given. */
  readonly target: StoreApi<{ readonly processId: ProcessId | undefined }>;
  begin(collect: (found: (count: number) => void) => Promise<GivenFile[]>, processId: ProcessId | undefined): void;
  change(part: number, change: Partial<Pick<PartDraft, 'as' | 'isIn' | 'columns' | 'choices'>>): void;
  submit(wish: Wish): void;
  /** Stops whatever goes on; the core forgets the files. */
  close(): void;
}

/** `getClient`: of the present connection. */
export function createIntakeModel(getClient: () => MirrorClient): IntakeModel {
  const state = createStore<IntakeState>(() => ({ stage: 'idle' }));
  const target = createStore<{ readonly processId: ProcessId | undefined }>(() => ({ processId: undefined }));
  const show = (next: IntakeState): void => state.setState(next, true);
  let run: Run | undefined;

  const begin: IntakeModel['begin'] = (collect, processId) => {
    if (state.getState().stage !== 'idle') return;
    target.setState({ processId });
    const mine = { client: getClient(), stop: new AbortController() };
    run = mine;
    // What is told after somebody has closed it is told to nobody.
    const tell = (next: IntakeState): void => {
      if (run === mine) show(next);
    };
    tell({ stage: 'collecting', found: 0 });
    const work = async (): Promise<void> => {
      const given = await collect((found) => tell({ stage: 'collecting', found }));
      if (given.length === 0) return tell({ stage: 'idle' });
      tell({ stage: 'sending', sending: undefined });
      const { signal } = mine.stop;
      const place = await mine.client.intake.open(undefined, { signal });
      const first = await place.next();
      if (first.done) throw new Error('the core opened no place for files');
      const { intakeId, limits } = first.value;
      run = Object.assign(mine, { intakeId, leave: () => void place.return(undefined).catch(() => undefined) });
      const { chunkBytes } = limits;
      await sendFiles(mine.client, given, {
        intakeId,
        chunkBytes,
        signal,
        tell: (sending) => tell({ stage: 'sending', sending }),
      });
      const { parts, skipped } = await mine.client.intake.arrange({ intakeId }, { signal });
      tell({ stage: 'confirming', drafts: parts.map(toDraft), skipped, error: undefined });
      for (const { part, kind } of parts) if (kind === 'log' || kind === 'activity') await look(part);
    };
    work().catch((error: unknown) => tell({ stage: 'failed', error }));
  };

  const update = (part: number, change: Partial<PartDraft>): void => {
    const now = state.getState();
    if (now.stage !== 'confirming') return;
    show({ ...now, drafts: now.drafts.map((draft) => (draft.part.part === part ? { ...draft, ...change } : draft)) });
  };
  const find = (part: number): PartDraft | undefined => {
    const now = state.getState();
    return now.stage === 'confirming' ? now.drafts.find((draft) => draft.part.part === part) : undefined;
  };

  /** Asks how a part would be read as it stands now; an answer that has been overtaken is dropped. */
  const look = async (part: number): Promise<void> => {
    const asked = find(part);
    if (run?.intakeId === undefined || asked === undefined) return;
    const { columns, choices } = asked;
    try {
      const { signal } = run.stop;
      const preview = await run.client.intake.preview({ intakeId: run.intakeId, part, columns, choices }, { signal });
      if (isSame(find(part), asked)) update(part, { preview, error: undefined });
    } catch (error) {
      if (isSame(find(part), asked)) update(part, { preview: undefined, error });
    }
  };

  const adopt = async (mine: Run, wish: Wish): Promise<void> => {
    const before = state.getState();
    if (before.stage !== 'confirming' || mine.intakeId === undefined) return;
    const { process, actor, role } = wish;
    const parts = before.drafts
      .filter(({ isIn }) => isIn)
      .map(({ part, as, columns, choices }) => ({
        part: part.part,
        as,
        ...((as === 'recording' || as === 'activity') && { actor, role }),
        ...(as === 'log' && { columns, choices }),
      }));
    show({ stage: 'adopting', progress: undefined });
    try {
      const { signal } = mine.stop;
      const steps = await mine.client.intake.adopt({ intakeId: mine.intakeId, process, parts }, { signal });
      for (;;) {
        const step = await steps.next();
        if (run !== mine) return;
        if (step.done) {
          mine.leave?.();
          return show({ stage: 'done', taken: step.value, skipped: before.skipped });
        }
        show({ stage: 'adopting', progress: step.value });
      }
    } catch (error) {
      // Nothing was taken in: what was given is still there, and one file less may do.
      if (run === mine) show({ ...before, error });
    }
  };

  return {
    state,
    target,
    begin,
    change: (part, change) => {
      const asks = change.columns !== undefined || change.choices !== undefined || change.as === 'log';
      update(part, { ...change, ...(asks && { error: undefined }) });
      if (asks) void look(part);
    },
    submit: (wish) => {
      if (run) void adopt(run, wish);
    },
    close: () => {
      run?.stop.abort();
      run?.leave?.();
      run = undefined;
      show({ stage: 'idle' });
    },
  };
}

interface Run {
  readonly client: MirrorClient;
  readonly stop: AbortController;
  intakeId?: IntakeId;
  leave?: () => void;
}

const toDraft = (part: IntakePart): PartDraft => ({
  part,
  as: part.kind,
  isIn: part.missing === null,
  columns: {},
  choices: {},
});

const isSame = (now: PartDraft | undefined, asked: PartDraft): boolean =>
  now?.columns === asked.columns && now.choices === asked.choices;

/** Why it cannot be taken in yet; undefined when it can. */
export function whatIsOpen(drafts: readonly PartDraft[], process: string): string | undefined {
  const chosen = drafts.filter(({ isIn }) => isIn);
  if (chosen.length === 0) return 'Choose at least one file.';
  const unclear = chosen.find(({ as, preview, error }) => as === 'log' && (error !== undefined || preview?.problem));
  if (unclear) return `${unclear.part.name}: say how it is to be read, or leave it out.`;
  if (chosen.some(({ as, preview }) => as === 'log' && preview === undefined))
    return 'The event log is being looked into.';
  return process.trim() === '' ? 'Say which process this shows.' : undefined;
}
