import { expect, test } from 'vitest';
import { makeStrict } from './make-strict.ts';

const SQL =
  "CREATE TABLE `a` (\n\t`id` text DEFAULT 'x)' NOT NULL\n);\n--> statement-breakpoint\nCREATE INDEX `i` ON `a` (`id`);\n";

test('makes each table strict, once, and touches nothing else', () => {
  const strict = makeStrict(SQL);
  expect(strict).toBe(SQL.replace('\n);', '\n) STRICT;'));
  expect(makeStrict(strict)).toBe(strict);
});
