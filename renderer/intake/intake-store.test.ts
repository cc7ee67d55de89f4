import { expect, test, vi } from 'vitest';
import type { MirrorClient } from '../../src/api/client.ts';
import type { IntakePart } from '../../src/domain/intake.ts';
import { makeFakeIntake } from '../gallery/fake-intake.ts';
import { createIntakeModel, whatIsOpen } from './intake-store.ts';

const given = (names: readonly string[]) => async () =>
  names.map((path) => ({ path, file: new File(['12345'], path.split('/').at(-1) ?? path) }));

function open(names: readonly string[]) {
  const fake = makeFakeIntake();
  // The store asks for nothing but this part of the client.
  const model = createIntakeModel(() => ({ intake: fake.api }) as unknown as MirrorClient);
  model.begin(given(names), undefined);
  return { model, fake };
}

test('files are sent in pieces, put together by the core, and logs are looked into', async () => {
  const { model, fake } = open(['day/talk.vtt', 'day/claims.csv']);
  await vi.waitUntil(() => {
    const now = model.state.getState();
    return now.stage === 'confirming' && now.drafts.every(({ as, preview }) => as !== 'log' || preview !== undefined);
  });
  expect(fake.sent).toEqual([
    { path: 'day/talk.vtt', bytes: 5 },
    { path: 'day/claims.csv', bytes: 5 },
  ]);
});

test('a choice asks anew, and only the last answer counts', async () => {
  const { model } = open(['odd.csv']);
  const codeOf = (): string | null | undefined => {
    const now = model.state.getState();
    const preview = now.stage === 'confirming' ? now.drafts[0]?.preview : undefined;
    return preview && (preview.problem?.code ?? null);
  };
  await vi.waitUntil(() => codeOf() !== undefined);
  expect(codeOf()).toBe('log/unclear-columns');
  model.change(0, { columns: { case: 'ref' } });
  model.change(0, { columns: { case: 'ref', activity: 'what', timestamp: 'when' } });
  await vi.waitUntil(() => codeOf() === null);
  expect(model.state.getState()).toMatchObject({ drafts: [{ preview: { events: 5120 } }] });
});

test('closing while it is sent tells nobody anything more, and the core is left', async () => {
  const { model, fake } = open(['day/talk.vtt']);
  await vi.waitUntil(() => model.state.getState().stage === 'confirming');
  model.close();
  await vi.waitUntil(() => !fake.isOpen());
  expect(model.state.getState()).toEqual({ stage: 'idle' });
});

test('what is still open is said in one line', () => {
  const part: IntakePart = {
    part: 0,
    kind: 'log',
    canBe: ['log'],
    name: 'a.csv',
    files: ['a.csv'],
    sizeBytes: 1,
    missing: null,
  };
  const draft = { part, as: 'log', isIn: true, columns: {}, choices: {} } as const;
  expect(whatIsOpen([{ ...draft, isIn: false }], 'x')).toBe('Choose at least one file.');
  expect(whatIsOpen([draft], 'x')).toBe('The event log is being looked into.');
  expect(whatIsOpen([{ ...draft, error: new Error('x') }], 'x')).toBe(
    'a.csv: say how it is to be read, or leave it out.',
  );
  expect(whatIsOpen([{ ...draft, as: 'document' }], ' ')).toBe('Say which process this shows.');
  expect(whatIsOpen([{ ...draft, as: 'document' }], 'x')).toBeUndefined();
});
