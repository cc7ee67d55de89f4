import { expect, test } from 'vitest';
import { sayCommand } from './say-command.ts';

test('the next command is one that works where this one was typed', () => {
  const [usual, other] = ['/home/ida/Mirror', '/home/ida/My work'];
  const byNpm = { npm_lifecycle_event: 'mirror' };
  expect([
    sayCommand('start', usual, { env: {}, usual }),
    sayCommand('start', usual, { env: byNpm, usual }),
    sayCommand('start', other, { env: byNpm, usual }),
  ]).toEqual(['mirror start', 'npm run mirror -- start', 'npm run mirror -- start --workspace "/home/ida/My work"']);
});
