import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { ALL_LOGS } from '../all-logs.case.ts';
import { inputOfLogs, inputOfRecordings, joinText, tellTwo } from '../fixtures.ts';
import { writeXes } from './xes.ts';

const OWN = new URL('xes.schema.xsd', import.meta.url);
const IEEE = new URL('../../../../shared/data/schemas/xes-ieee-1849-2016-ns.xsd', import.meta.url);
if (!existsSync(IEEE)) console.warn('Skipped: the XML Schema of IEEE 1849-2016 is not on this machine.');

test('steps of recordings are events of a log that says so', () => {
  const [desk, truck] = tellTwo();
  const text = joinText(writeXes(inputOfRecordings(desk!, truck!)));
  expect(text.slice(text.indexOf('  <string key="concept:name" value="Order entry"/>'))).toMatchInlineSnapshot(`
    "  <string key="concept:name" value="Order entry"/>
      <string key="lifecycle:model" value="standard"/>
      <string key="mirror:basis" value="recordings"/>
      <string key="mirror:note" value="No event log was imported: each case is one recording, each event one step in it. Times are the start of the recording and the moment at which the step is shown or told; they do not say how long the work takes. 1 of 2 recordings are dated by when they were taken in."/>
      <trace>
        <string key="concept:name" value="Orders"/>
        <string key="mirror:recording" value="r1"/>
        <event>
          <string key="concept:name" value="enter order"/>
          <string key="org:role" value="order clerk"/>
          <date key="time:timestamp" value="2026-03-02T09:00:00.900Z"/>
          <date key="start_timestamp" value="2026-03-02T09:00:00.000Z"/>
          <string key="lifecycle:transition" value="complete"/>
          <string key="mirror:step" value="r1/step0"/>
          <string key="mirror:provenance" value="stated"/>
          <float key="mirror:confidence" value="0.8"/>
          <string key="mirror:system" value="Ledger &amp; Co"/>
          <string key="mirror:artifact" value="order"/>
        </event>
        <event>
          <string key="concept:name" value="check &quot;credit&quot;"/>
          <string key="org:role" value="order clerk"/>
          <date key="time:timestamp" value="2026-03-02T09:00:01.900Z"/>
          <date key="start_timestamp" value="2026-03-02T09:00:01.000Z"/>
          <string key="lifecycle:transition" value="complete"/>
          <string key="mirror:step" value="r1/step1"/>
          <string key="mirror:provenance" value="inferred"/>
          <float key="mirror:confidence" value="0.8"/>
        </event>
      </trace>
      <trace>
        <string key="concept:name" value="Orders (r2)"/>
        <string key="mirror:recording" value="r2"/>
        <event>
          <string key="concept:name" value="ship order"/>
          <date key="time:timestamp" value="2026-03-03T09:00:00.900Z"/>
          <date key="start_timestamp" value="2026-03-03T09:00:00.000Z"/>
          <string key="lifecycle:transition" value="complete"/>
          <string key="mirror:step" value="r2/step0"/>
          <string key="mirror:provenance" value="stated"/>
          <float key="mirror:confidence" value="0.8"/>
        </event>
      </trace>
    </log>
    "
  `);
});

describe.each([
  ['our own stricter schema', OWN],
  ['the schema of the IEEE', IEEE],
])('by %s', (_schema, schema) => {
  test
    .skipIf(!existsSync(schema))
    .each([
      ...ALL_LOGS.map(([name, read]) => [name, async () => inputOfLogs(await read())] as const),
      ['two recordings', async () => inputOfRecordings(...tellTwo())] as const,
    ])('%s is valid', async (_name, input) => {
    const { valid, errors } = await validateXML({
      xml: { fileName: 'log.xes', contents: joinText(writeXes(await input())) },
      schema: [readFileSync(schema, 'utf8')],
      maxMemoryPages: 8192,
    });
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  });
});

test('the schema notices what is wrong', async () => {
  const text = joinText(writeXes(inputOfRecordings(...tellTwo())));
  const wrong = [
    text.replace('2026-03-02T09:00:00.900Z', '2026-03-02T09:00:00.900'),
    text.replace('<string key="mirror:step"', '<string key="concept:name"'),
    text.replace('</trace>', '<list key="x"/></trace>'),
  ];
  const { errors } = await validateXML({
    xml: wrong.map((contents, at) => ({ fileName: `${at}.xes`, contents })),
    schema: [readFileSync(OWN, 'utf8')],
  });
  expect(new Set(errors.flatMap(({ loc }) => loc?.fileName ?? []))).toEqual(new Set(['0.xes', '1.xes', '2.xes']));
});
