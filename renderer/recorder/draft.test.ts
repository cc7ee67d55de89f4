import { expect, it } from 'vitest';
import { Intent } from '../../src/domain/capture.ts';
import { toIntent } from './draft.ts';

const DRAFT = {
  process: ' invoice approval ',
  actor: 'Ana Koval',
  role: ' ',
  trigger: '',
  done: 'the invoice is paid',
  caseReference: 'INV-7',
  language: 'en',
};

it('says what was said, names the recording, and leaves out what was left empty', () => {
  const nowMs = new Date(2026, 10, 21, 16, 34).getTime();
  expect(toIntent(DRAFT, 'agreed', nowMs)).toEqual({
    process: 'invoice approval',
    title: 'Invoice approval INV-7, 21 Nov 2026, 16:34',
    language: 'en',
    actor: 'Ana Koval',
    done: 'the invoice is paid',
    caseReference: 'INV-7',
    consent: 'agreed',
  });
});

it('stays within what the core takes, however long the names are', () => {
  const long = { ...DRAFT, process: 'p'.repeat(200), caseReference: 'c'.repeat(200) };
  expect(() => Intent.parse(toIntent(long, 'agreed', 0))).not.toThrow();
});
