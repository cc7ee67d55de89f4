import { expect, test } from 'vitest';
import { type EgressPolicy, FIRST_POLICY } from '../../src/domain/policy.ts';
import { findComplaint, isLocalOnly, readHost, sayPolicy } from './policy-words.ts';

const OPEN: EgressPolicy = { ...FIRST_POLICY, release: 'figures', receivers: ['a.example', 'b.example'] };

test('what the rules come to is one sentence', () => {
  expect(
    [FIRST_POLICY, { ...OPEN, receivers: [] }, OPEN, { ...OPEN, agrees: 'owner', owner: 'Ilse' } as const].map(
      sayPolicy,
    ),
  ).toEqual([
    'No model beyond this machine is ever asked.',
    'Figures could leave, but nobody is named who may get them. So nothing leaves.',
    'Figures may leave to a.example and b.example, after whoever asks has seen the exact message and agreed.',
    'Figures may leave to a.example and b.example, after Ilse has seen the exact message and agreed.',
  ]);
  expect([FIRST_POLICY, { ...OPEN, receivers: [] }, OPEN].map(isLocalOnly)).toEqual([true, true, false]);
});

test('an owner who must agree is named', () => {
  const rules = { ...OPEN, agrees: 'owner' } as const;
  expect([
    findComplaint(rules),
    findComplaint({ ...rules, owner: 'Ilse' }),
    findComplaint({ ...rules, release: 'nothing' }),
  ]).toEqual(['Name the owner, who has to agree to each conversation.', undefined, undefined]);
});

test('a host is read from what is typed or pasted', () => {
  expect(['https://API.example.com/v1', ' api.example.com:8443 ', 'mcp', 'nonsense', 'a b', ''].map(readHost)).toEqual([
    'api.example.com',
    'api.example.com:8443',
    'mcp',
    undefined,
    undefined,
    undefined,
  ]);
});
