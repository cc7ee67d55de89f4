// Questions about time in which cases do not move.
import { quote, sayCount, sayDuration } from '../../../insights/say.ts';
import { parseIsoDuration } from '../../../lib/iso-duration.ts';
import { listStatedWaits } from '../../tools/list-findings.ts';
import { timeBetween } from '../../tools/time-between.ts';
import { listWays, type Way } from '../../tools/list-ways.ts';
import type { Asked, QuestionKind, Refused, Told } from '../kind.ts';
import { sayAround } from './say-findings.ts';
import { refuse, saySpread, spreadValues, tellList } from './tell.ts';

function tellWay(asked: Asked, ways: readonly Way[], where: string): Told | Refused {
  const timed = ways.filter(({ wait }) => wait !== null);
  const [longest] = timed.toSorted((a, b) => (b.wait?.sumMs ?? 0) - (a.wait?.sumMs ?? 0));
  if (longest?.wait == null) return refuse(`Nothing shows how long cases wait ${where}.`);
  return {
    ...tellList({
      items: timed.toSorted((a, b) => (b.wait?.sumMs ?? 0) - (a.wait?.sumMs ?? 0)),
      head: `${timed.length > 1 ? `Most of the waiting ${where} lies between` : 'Cases wait between'} ${quote(longest.source)} and ${quote(longest.target)}: ${saySpread(longest.wait)}.`,
      line: ({ source, target, wait }) =>
        `Between ${quote(source)} and ${quote(target)}: ${wait ? saySpread(wait) : 'not measured'}.`,
      values: { from: longest.source, to: longest.target, ...spreadValues(longest.wait) },
      definition: 'wait',
      limit: timed.length > 1 ? 3 : 0,
      input: asked.input,
    }),
    n: longest.wait.n,
  };
}

export const WAIT_KINDS: readonly QuestionKind[] = [
  {
    id: 'wait-between',
    examples: [
      'How long do cases wait between {activity} and {activity}?',
      'How much time passes from {activity} to {activity}?',
      'What is the delay between {activity} and {activity}?',
    ],
    patterns: ['WAIT|LONG WAIT? LONG? WHY? AVERAGE? CASE? AFTER? BEFORE? MOST? COUNT? {activity} {activity}'],
    ofCases: true,
    answer: (asked) => {
      const [one, other] = [asked.find('activity', 0) ?? '', asked.find('activity', 1) ?? ''];
      const there = listWays.run({ source: one, target: other }, asked.input).ways;
      const ways = there.length > 0 ? there : listWays.run({ source: other, target: one }, asked.input).ways;
      if (ways.length === 0)
        return refuse(
          `${quote(other)} never directly follows ${quote(one)} here, so there is no wait between the two to measure.`,
        );
      return tellWay(asked, ways, 'there');
    },
  },
  {
    id: 'time-between',
    examples: [],
    patterns: ['WAIT|LONG WAIT? LONG? WHY? AVERAGE? CASE? AFTER? BEFORE? MOST? COUNT? {activity} {activity}'],
    ofCases: true,
    readsRows: true,
    answer: (asked) => {
      const [one, other] = [asked.find('activity', 0) ?? '', asked.find('activity', 1) ?? ''];
      const { time, evidence } = timeBetween.run({ source: one, target: other }, asked.input);
      if (time === null) return refuse(`In no case of the event logs ${quote(other)} comes after ${quote(one)}.`);
      return {
        values: { from: one, to: other, ...spreadValues(time) },
        sentences: [
          {
            text: `From the end of ${quote(one)} to the beginning of ${quote(other)} it takes ${saySpread(time)}, with all that lies between.`,
            evidence,
          },
        ],
        definition: 'n',
        n: time.n,
        provenance: 'observed',
      };
    },
  },
  {
    id: 'wait-around',
    examples: [
      'How long do cases wait after {activity}?',
      'How long do cases wait before {activity}?',
      'What is the wait for {activity}?',
    ],
    patterns: [
      'WAIT LONG? WHY? AVERAGE? CASE? AFTER? BEFORE? MOST? {activity}',
      'LONG AFTER|BEFORE WAIT? CASE? AVERAGE? {activity}',
    ],
    ofCases: true,
    answer: (asked) => {
      const activity = asked.name('activity');
      const isAfter = asked.mentions[0]?.lead === 'after' || asked.mentions[0]?.lead === 'from';
      const { ways } = listWays.run(isAfter ? { source: activity } : { target: activity }, asked.input);
      return tellWay(asked, ways, `${isAfter ? 'after' : 'before'} ${quote(activity)}`);
    },
  },
  {
    id: 'stated-waits',
    examples: [
      'Which waits do people speak of?',
      'What do people say about waiting?',
      'What does {role} wait for?',
      'How long does {person} say they wait?',
    ],
    patterns: ['WAIT STATED PERSON? LONG? COUNT? WHO? {role|person}?', 'WAIT PERSON? LONG? WHY? {role|person}'],
    answer: (asked) => {
      // "Wait for the customer": they are waited for, and do not speak.
      const [mention] = asked.mentions;
      const isFor = mention?.lead === 'for';
      const teller = { role: asked.find('role'), person: asked.find('person') };
      const wish = isFor ? { words: mention.name.split(' ') } : { ...teller, words: [] };
      const { waits } = listStatedWaits.run(wish, asked.input);
      if (isFor && waits.length === 0) return refuse(`Nobody speaks of waiting for ${mention.name}.`);
      const who = teller.role ?? teller.person;
      const hasRecorded = asked.input.recordings.some(
        ({ recording: { actor, role } }) => actor === who || role === who,
      );
      if (waits.length === 0 && who !== undefined && !hasRecorded) return refuse(`${who} has recorded nothing.`);
      return tellList({
        items: waits,
        head:
          waits.length === 0
            ? `${who ?? 'Nobody'} speaks of no wait.`
            : `${who === undefined || isFor ? 'People speak' : `The recording of ${who} speaks`} of ${sayCount(waits.length, 'wait')}.`,
        line: ({ label, duration, cause, evidence }) => {
          const ms = duration === null ? undefined : parseIsoDuration(duration);
          return `“${label}”${ms === undefined ? '' : `: ${sayDuration(ms)}`}${cause === null || cause === label ? '' : `, because ${cause}`}${sayAround(label, evidence, asked.input)}.`;
        },
        values: { waits: waits.length, labels: waits.map(({ label }) => label) },
        definition: 'waits',
        limit: asked.limit,
        input: asked.input,
      });
    },
  },
];
