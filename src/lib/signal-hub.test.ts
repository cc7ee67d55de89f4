import { expect, test } from 'vitest';
import { createHub } from './signal-hub.ts';

const sameText = (a: string, b: string): boolean => a === b;

test('every listener hears what is announced after it began, in order', async () => {
  const hub = createHub<string>(sameText);
  const stop = new AbortController();
  const [one, two] = [hub.listen(stop.signal), hub.listen(stop.signal)];
  const heard = [one.next(), two.next()];
  for (const word of ['a', 'b']) hub.announce(word);
  expect((await Promise.all(heard)).map(({ value }) => value)).toEqual(['a', 'a']);
  expect((await one.next()).value).toBe('b');
});

test('a slow listener is told once of what was said many times', async () => {
  const hub = createHub<string>(sameText);
  const listener = hub.listen(undefined);
  const first = listener.next();
  for (let turn = 0; turn < 1000; turn += 1) hub.announce('changed');
  hub.announce('other');
  expect([(await first).value, (await listener.next()).value]).toEqual(['changed', 'other']);
  await listener.return();
});

test('aborting ends the listening', async () => {
  const stop = new AbortController();
  const listener = createHub<string>(sameText).listen(stop.signal);
  const waiting = listener.next();
  stop.abort();
  expect(await waiting).toEqual({ value: undefined, done: true });
});
