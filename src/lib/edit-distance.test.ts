import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { createRandom } from './random.ts';

test.each([
  ['refund', 'refund', 0],
  ['refnud', 'refund', 1],
  ['refud', 'refund', 1],
  ['reffund', 'refund', 1],
  ['rafund', 'refund', 1],
  ['recieved', 'received', 1],
  ['apporval', 'approval', 1],
  ['invoce', 'invoices', 2],
  ['', 'ab', 2],
])('%s and %s are %i apart', (one, other, distance) => {
  expect([editDistance(one, other, 2), editDistance(other, one, 2)]).toEqual([distance, distance]);
});

test('beyond the limit it says no more than that', () => {
  expect(editDistance('invoice', 'refund', 2)).toBe(3);
  expect(editDistance('a', 'abcdefgh', 2)).toBe(3);
});

test('it agrees with the whole table on random words', () => {
  const random = createRandom(7);
  const word = () => Array.from({ length: Math.floor(random() * 7) }, () => 'abc'[Math.floor(random() * 3)]).join('');
  for (let n = 0; n < 3000; n += 1) {
    const [one, other] = [word(), word()];
    expect(editDistance(one, other, 2), `${one} ${other}`).toBe(Math.min(3, wholeTable(one, other)));
  }
});

function wholeTable(one: string, other: string): number {
  const cell = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const swap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
    return Math.min(
      cell(i - 1, j) + 1,
      cell(i, j - 1) + 1,
      cell(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
      swap ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
    );
  };
  return cell(one.length, other.length);
}
