import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { previewLog } from './preview-log.ts';
import { createTestFolder } from './testing.ts';

function preview(text: string, dateFormat?: string) {
  const file = join(createTestFolder(), 'log.csv');
  writeFileSync(file, text);
  return previewLog({ kind: 'log', file, columns: {}, choices: { dateFormat } });
}

const UNCLEAR = 'Vorgang;Schritt;Ende\nA1;buchen;03/02/2026 08:00\n';

test('a log is shown as it would be stored', async () => {
  expect(await preview(UNCLEAR, 'dmy')).toEqual({
    file: 'log.csv',
    format: 'csv',
    encoding: 'utf-8',
    events: 1,
    cases: 1,
    details: {
      kind: 'csv',
      delimiter: ';',
      header: ['Vorgang', 'Schritt', 'Ende'],
      rows: [['A1', 'buchen', '03/02/2026 08:00']],
      columns: [
        { role: 'case', column: 'Vorgang', by: 'name' },
        { role: 'activity', column: 'Schritt', by: 'name' },
        { role: 'timestamp', column: 'Ende', by: 'name' },
      ],
      dateFormats: { timestamp: 'dmy' },
    },
    firstEvents: [
      { case: 'A1', activity: 'buchen', start: null, time: '2026-02-03T08:00:00.000Z', resource: null, role: null },
    ],
    warnings: [],
  });
});

test('a log that would be refused is shown with the reason', async () => {
  expect(await preview(UNCLEAR)).toMatchObject({
    header: ['Vorgang', 'Schritt', 'Ende'],
    rows: [['A1', 'buchen', '03/02/2026 08:00']],
    problem: { code: 'log/unclear-dates' },
  });
});
