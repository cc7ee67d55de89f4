import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { MinedLog } from '../domain/mined-log.ts';
import { readXes } from '../ingest/read-xes.ts';
import { mineLog } from './mine-log.ts';

const FOLDER = new URL('../../../shared/data/logs/', import.meta.url);
const isThere = existsSync(FOLDER);
if (!isThere) console.warn('Skipped: the public event logs with the values of pm4py are not on this machine.');

const Counts = z.record(z.string(), z.number());
const Reference = z.object({
  events: z.number(),
  cases: z.number(),
  start: Counts,
  end: Counts,
  edges: z.array(
    z.object({
      source: z.string(),
      target: z.string(),
      count: z.number(),
      meanSeconds: z.number(),
      medianSeconds: z.number(),
      minSeconds: z.number(),
      maxSeconds: z.number(),
    }),
  ),
  handoffs: z.array(z.object({ from: z.string(), to: z.string(), count: z.number() })),
  selfHandovers: z.number(),
  variants: z.object({ count: z.number(), top: z.array(z.tuple([z.array(z.string()), z.number()])) }),
  reworkCasesByActivity: Counts,
});

test.skipIf(!isThere).each(['running-example', 'repair', 'receipt', 'reviewing'])(
  'the log "%s" is mined as pm4py mines it',
  async (name) => {
    const reference = Reference.parse(JSON.parse(readFileSync(new URL(`${name}.reference.json`, FOLDER), 'utf8')));
    const { columns } = await readXes(readLog(name), { file: name });
    const mined = mineLog(columns, { instances: 'atomic' });
    const sorted = {
      ...reference,
      edges: sortEdges(reference.edges).map((edge) => ({
        ...edge,
        meanSeconds: near(edge.meanSeconds),
        medianSeconds: near(edge.medianSeconds),
        minSeconds: near(edge.minSeconds),
        maxSeconds: near(edge.maxSeconds),
      })),
      handoffs: sortHandoffs(reference.handoffs),
    };
    const { top } = reference.variants;
    expect(describe(mined, top)).toEqual(sorted);
  },
);

// The reference is rounded to milliseconds; half a 2.7th digit is just under one.
const near = (seconds: number): unknown => expect.closeTo(seconds, 2.7);

function readLog(name: string): string {
  const plain = new URL(`${name}.xes`, FOLDER);
  if (existsSync(plain)) return readFileSync(plain, 'utf8');
  return gunzipSync(readFileSync(new URL(`${name}.xes.gz`, FOLDER))).toString('utf8');
}

type Reference = z.infer<typeof Reference>;

/** What was mined, in the reference's form, with the variants it names. */
function describe(mined: MinedLog, named: Reference['variants']['top']): Reference {
  const label = (activity: number): string => mined.activities[activity]!.label;
  const counts = (list: MinedLog['start']) =>
    Object.fromEntries(list.map((entry) => [label(entry.activity), entry.count]));
  const variants = new Map(mined.variants.top.map(({ activities, count }) => [activities.map(label).join('|'), count]));
  return {
    events: mined.events,
    cases: mined.cases,
    start: counts(mined.start),
    end: counts(mined.end),
    edges: sortEdges(
      mined.transitions.map(({ source, target, count, wait }) => ({
        source: label(source),
        target: label(target),
        count,
        meanSeconds: wait.meanMs / 1000,
        medianSeconds: wait.medianMs / 1000,
        minSeconds: wait.minMs / 1000,
        maxSeconds: wait.maxMs / 1000,
      })),
    ),
    handoffs: sortHandoffs(mined.resourceHandoffs),
    selfHandovers: mined.selfHandovers,
    variants: {
      count: mined.variants.count,
      top: named.map(([labels]) => [labels, variants.get(labels.join('|')) ?? 0]),
    },
    reworkCasesByActivity: Object.fromEntries(
      mined.activities
        .filter(({ reworkCases }) => reworkCases > 0)
        .map((activity) => [activity.label, activity.reworkCases]),
    ),
  };
}

const sortEdges = (edges: Reference['edges']): Reference['edges'] =>
  edges.toSorted((a, b) => (`${a.source}|${a.target}` < `${b.source}|${b.target}` ? -1 : 1));

const sortHandoffs = (handoffs: MinedLog['resourceHandoffs']): Reference['handoffs'] =>
  handoffs
    .map(({ from, to, count }) => ({ from, to, count }))
    .toSorted((a, b) => (`${a.from}|${a.to}` < `${b.from}|${b.to}` ? -1 : 1));
