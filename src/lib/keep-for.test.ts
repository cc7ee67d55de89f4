import { expect, test } from 'vitest';
import { keepFor } from './keep-for.ts';

test('what was worked out for an object is not worked out again, and an equal object is another', () => {
  const asked: string[] = [];
  const shout = keepFor(({ name }: { name: string }) => {
    asked.push(name);
    return name.toUpperCase();
  });
  const [one, other] = [{ name: 'a' }, { name: 'a' }];
  expect([shout(one), shout(one), shout(other), asked]).toEqual(['A', 'A', 'A', ['a', 'a']]);
});
