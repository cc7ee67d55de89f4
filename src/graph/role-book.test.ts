import { expect, test } from 'vitest';
import { mineCases, tellRecording } from './fixtures.ts';
import { openRoleBook, roleLikeness01 } from './role-book.ts';

const log = mineCases([
  [
    ['check order', 'order coordinator', 0, 1, 'Ruben Moss'],
    ['check credit', 'credit controller', 2, 1, 'Ines Hale'],
    ['plan line', 'network planner', 4, 1, 'Jo Vant'],
  ],
]);
const legal = tellRecording({ id: 'r1', role: 'contract manager', actor: 'Gwen Sharpe', steps: ['sign contract'] });

test('a field, a team and a person stand for the role', () => {
  const { resolve, covered } = openRoleBook([legal], [log]);
  expect([...covered]).toEqual(['order coordinator', 'credit controller', 'network planner', 'contract manager']);
  expect(
    ['credit', 'the credit team', 'Credit Controller', 'planner', 'order desk', 'Ines', 'Gwen'].map(resolve),
  ).toEqual([
    'credit controller',
    'credit controller',
    'credit controller',
    'network planner',
    'order coordinator',
    'credit controller',
    'contract manager',
  ]);
});

test('what is unknown keeps the name it was first given', () => {
  const { resolve } = openRoleBook([legal], [log]);
  expect([resolve('the Warehouse'), resolve('warehouse'), resolve('sales')]).toEqual([
    'the Warehouse',
    'the Warehouse',
    'sales',
  ]);
});

test('a word said beside a known name is another word for the role', () => {
  const told = tellRecording({ id: 'r2', role: 'sales rep', steps: [{ label: 'ask Gwen in legal' }] });
  expect(openRoleBook([legal, told], [log]).resolve('legal')).toBe('contract manager');
});

test('what fits two roles fits none', () => {
  const two = mineCases([
    [
      ['a', 'account manager', 0],
      ['b', 'contract manager', 2],
    ],
  ]);
  expect(openRoleBook([], [two]).resolve('manager')).toBe('manager');
});

test('a customer is no customer service rep, and an operator no supervisor', () => {
  expect(roleLikeness01('customer', 'customer service rep')).toBe(0);
  expect(roleLikeness01('returns supervisor', 'returns operator')).toBeLessThan(0.65);
  expect(roleLikeness01('customer service', 'customer service rep')).toBeGreaterThan(0.65);
});
