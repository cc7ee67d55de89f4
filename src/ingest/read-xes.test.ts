import { expect, test } from 'vitest';
import { findCrashes, inPieces } from './fuzz.case.ts';
import { readXes } from './read-xes.ts';

const read = (text: string) => readXes(text, { file: 'log.xes' });

const LOG = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
  <classifier name="Activity" keys="concept:name lifecycle:transition"/>
  <string key="concept:name" value="a log, not a trace"/>
  <trace>
    <string key="concept:name" value="order 1"/>
    <string key="note" value="x"><string key="concept:name" value="nested, not the trace"/></string>
    <event>
      <string key="concept:name" value="enter &amp; check"/>
      <date key="time:timestamp" value="2026-03-02T09:00:00.000+01:00"/>
      <string key="org:resource" value="Ann"/>
      <string key="org:role" value="clerk"/>
      <string key="lifecycle:transition" value="START"/>
      <list key="items"><values><string key="concept:name" value="nested, not the event"/></values></list>
    </event>
    <event>
      <string key="concept:name" value="enter &amp; check"/>
      <date key="time:timestamp" value="2026-03-02T09:10:00.123456+01:00"/>
      <string key="lifecycle:transition" value="Complete"/>
    </event>
    <event>
      <string key="concept:name" value="assign"/>
      <date key="time:timestamp" value="2026-03-02T08:05:00Z"/>
      <string key="lifecycle:transition" value="schedule"/>
    </event>
  </trace>
  <trace>
    <event>
      <string key="concept:name" value="ship"/>
      <date key="start_timestamp" value="2026-03-02T08:00:00Z"/>
      <date key="time:timestamp" value="2026-03-02T09:00:00Z"/>
    </event>
    <event><string key="concept:name" value="no time"/></event>
    <event><string key="concept:name" value="bad time"/><date key="time:timestamp" value="soon"/></event>
    <event><date key="time:timestamp" value="2026-03-02T09:00:00Z"/></event>
  </trace>
</log>
`;

const MORNING = Date.UTC(2026, 2, 2, 8);
const MINUTE = 60_000;

const EXPECTED = {
  events: 4,
  cases: 2,
  columns: {
    cases: ['order 1', 'unnamed trace 2'],
    activities: ['enter & check', 'assign', 'ship'],
    resources: ['Ann'],
    roles: ['clerk'],
    caseOf: Int32Array.of(0, 0, 0, 1),
    activityOf: Int32Array.of(0, 1, 0, 2),
    resourceOf: Int32Array.of(0, -1, -1, -1),
    roleOf: Int32Array.of(0, -1, -1, -1),
    startMs: Float64Array.of(Number.NaN, Number.NaN, Number.NaN, MORNING),
    endMs: Float64Array.of(MORNING, MORNING + 5 * MINUTE, MORNING + 10 * MINUTE + 123.456, MORNING + 60 * MINUTE),
    zoneMinutes: Int32Array.of(60, 0, 60, 0),
    lifecycle: Uint8Array.of(1, 2, 0, 0),
  },
  warnings: [
    '1 event has no name and was left out',
    '2 events have no time that can be read and were left out',
    '1 time could not be read',
    '1 trace has no name and was numbered',
  ],
  details: {
    kind: 'xes',
    classifiers: [{ name: 'Activity', keys: ['concept:name', 'lifecycle:transition'] }],
    classifier: null,
  },
};

test('a log is read with its nesting, lifecycles, zones and gaps', async () => {
  expect(await read(LOG)).toEqual(EXPECTED);
});

test('pieces of any size, a byte order mark and a prefix before every element change nothing', async () => {
  const prefixed = LOG.replaceAll(/<(\/?)(?=[a-z])/g, '<$1xes:').replace('xmlns=', 'xmlns:xes=');
  expect(await readXes(inPieces(LOG), { file: 'log.xes' })).toEqual(EXPECTED);
  expect(await read(`\ufeff${LOG}`)).toEqual(EXPECTED);
  expect(await read(prefixed)).toEqual(EXPECTED);
});

test('a classifier makes the activities of the attributes it joins', async () => {
  const classifiers = `<classifier name="Who &amp; what" keys="org:resource 'my key'"/><classifier name="Of traces" scope="trace" keys="concept:name"/>`;
  const log = LOG.replace('<classifier ', `${classifiers}<classifier `).replace(
    'value="START"/>',
    'value="START"/><int key="my key" value="7"/>',
  );
  const both = await readXes(log, { file: 'log.xes', classifier: 'activity' });
  expect([both.columns.activities, Array.from(both.columns.lifecycle), both.details]).toEqual([
    ['enter & check+START', 'enter & check+Complete', 'assign+schedule', 'ship'],
    [0, 0, 0, 0],
    {
      kind: 'xes',
      classifiers: [
        { name: 'Who & what', keys: ['org:resource', 'my key'] },
        { name: 'Activity', keys: ['concept:name', 'lifecycle:transition'] },
      ],
      classifier: 'activity',
    },
  ]);
  const who = await readXes(log, { file: 'log.xes', classifier: 'Who & what' });
  expect([who.columns.activities, who.warnings[0]]).toEqual([['Ann+7'], '6 events have no name and were left out']);
  await expect(readXes(log, { file: 'log.xes', classifier: 'Role' })).rejects.toThrow(
    'log.xes: there is no classifier "Role". The classifiers are: Who & what, Activity. Without --classifier the activity is concept:name.',
  );
});

test('a value without end is refused before it fills the memory', async () => {
  async function* endless(): AsyncGenerator<string> {
    yield '<log><trace><string key="concept:name" value="';
    for (let piece = 0; piece < 100; piece += 1) yield 'x'.repeat(1_000_000);
  }
  await expect(readXes(endless(), { file: 'log.xes' })).rejects.toThrow(
    'one element is longer than 16 million characters',
  );
});

test('two traces of one name are one case', async () => {
  const trace = (time: string): string =>
    `<trace><string key="concept:name" value="1"/><event><string key="concept:name" value="a"/><date key="time:timestamp" value="${time}"/></event></trace>`;
  const { cases, columns } = await read(`<log>${trace('2026-03-02T09:00:00Z')}${trace('2026-03-02T08:00:00Z')}</log>`);
  expect([cases, columns.endMs]).toEqual([1, Float64Array.of(MORNING, MORNING + 60 * MINUTE)]);
});

test('hostile and broken files are refused in one line that names the place', async () => {
  const bomb = '<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><log>&b;</log>';
  const messages = await Promise.all(
    [
      bomb,
      '<log>\n  <trace>&b;</trace></log>',
      '<log>\n<trace>\n</log>',
      '<log><trace>',
      '<html/>',
      `<log>${'<list key="x">'.repeat(200)}`,
      'case,activity',
    ].map((text) => read(text).then(String, (error: Error) => error.message)),
  );
  const hint = 'Export the log again (CSV as UTF-8), or correct the place named.';
  expect(messages).toEqual([
    `log.xes: line 1, column 56: a document type declaration is not accepted. ${hint}`,
    `log.xes: line 2, column 13: undefined entity. ${hint}`,
    `log.xes: line 3, column 7: unexpected close tag. ${hint}`,
    `log.xes: line 1, column 13: unclosed tag: trace. ${hint}`,
    `log.xes: line 1, column 8: this is <html>, not the <log> of an XES file. ${hint}`,
    `log.xes: line 1, column 1406: elements are nested more than 100 deep. ${hint}`,
    `log.xes: line 1, column 14: text data outside of root node. ${hint}`,
  ]);
});

test('a log without events is empty', async () => {
  await expect(read('<log><trace/></log>')).rejects.toMatchObject({ code: 'log/empty' });
  await expect(read('')).rejects.toMatchObject({ name: 'MirrorError' });
});

test('reading stops when it is cancelled', async () => {
  const abort = new AbortController();
  abort.abort(new Error('enough'));
  await expect(readXes(inPieces(LOG), { file: 'log.xes', signal: abort.signal })).rejects.toThrow('enough');
});

test('damaged logs end in a result or a clear refusal', async () => {
  expect(await findCrashes(LOG, read)).toEqual([]);
});
