// Stand-ins: nothing that is named leaves, everything comes back as it was.
import { expect, test } from 'vitest';
import { createRandom } from '../../lib/random.ts';
import { createStandIns, type StandIns } from './stand-ins.ts';

const NAMES = {
  person: ['Dana Holt', 'Tom Bray', 'Ann', 'Anna Berg', 'Ben O’Neil'],
  system: ['SAP', 'SAP S/4HANA 2023', 'Helpdesk', 'Ledger'],
  title: ['Refunds at Acme'],
  plain: ['support clerk', 'Credit Controller', 'check receipt', 'claim'],
};

function open(): StandIns {
  const standIns = createStandIns();
  standIns.learn(NAMES);
  return standIns;
}

test('whoever and whatever a text names gets a stand-in, and figures stay numbers', () => {
  const { hide, list } = open();
  expect([
    hide('How many claims does Dana Holt check in SAP S/4HANA 2023, and how many in SAP?'),
    hide('dana sends 12 claims in 3.5 days to Tom Bray, 46 % of them late.'),
    hide('Nordwind Logistics GmbH paid €1,250.50 on invoice INV-20931, write to kim@nordwind.example.'),
    hide('The clerk phones Marisol in Rotterdam about two hundred euros.'),
    hide('Who decides on refunds over 500?'),
  ]).toEqual([
    'How many claims does Person A check in System 1, and how many in System 2?',
    'Person A2 sends 12 claims in 3.5 days to Person B, 46 % of them late.',
    'Customer 1 paid €Amount 1 on invoice Reference 1, write to Contact 1.',
    'The clerk phones Name 1 in Name 2 about Amount 2 euros.',
    'Who decides on refunds over 500?',
  ]);
  expect(list().slice(0, 4)).toEqual([
    { standIn: 'Person A', name: 'Dana Holt' },
    { standIn: 'System 1', name: 'SAP S/4HANA 2023' },
    { standIn: 'System 2', name: 'SAP' },
    { standIn: 'Person A2', name: 'dana' },
  ]);
});

test('what a model makes of stand-ins is put back, and nothing else is', () => {
  const { hide, show } = open();
  expect(hide('Dana Holt, Tom Bray, SAP')).toBe('Person A, Person B, System 1');
  expect(
    [
      "Person A's claims go to person B.",
      'Persons A and B use system 1.',
      'Person_A and Person\u00a0B, Person-A.',
      'Person AB, Person C and a person a day are others.',
      'Persons A and C are not both known.',
      'System 12 is none, nor is System 1x; 1 system is.',
      'PERSON A (Person A).',
    ].map(show),
  ).toEqual([
    "Dana Holt's claims go to Tom Bray.",
    'Dana Holt and Tom Bray use SAP.',
    'Dana Holt and Tom Bray, Dana Holt.',
    'Person AB, Person C and a person a day are others.',
    'Persons A and C are not both known.',
    'System 12 is none, nor is System 1x; 1 system is.',
    'Dana Holt (Dana Holt).',
  ]);
});

test('words that look like a stand-in come back as they were', () => {
  const { hide, show } = open();
  const text = 'Person A of the form is Dana Holt; Customer 12 and Amount 3 are fields, Persons A and B too.';
  expect(hide(text)).toBe('Name 1 of the form is Person A; Name 2 and Name 3 are fields, Name 4 and B too.');
  expect(show(hide(text))).toBe(text);
});

test('words that only sound like one are left alone', () => {
  expect(open().hide('I enter the amount in it, the reference to a person who names the system it is.')).toBe(
    'I enter the amount in it, the reference to a person who names the system it is.',
  );
});

test('the same name has the same stand-in in the whole conversation, whatever comes between', () => {
  const { hide } = open();
  const first = hide('Tom Bray');
  hide('Dana Holt, Ann, Anna Berg, 400 euros and 12 dollars');
  expect([first, hide('Tom Bray said so.'), hide('400 euros')]).toEqual([
    'Person A',
    'Person A said so.',
    'Amount 1 euros',
  ]);
});

const PIECES = [
  ...NAMES.person,
  ...NAMES.system,
  ...NAMES.title,
  ...NAMES.plain,
  'dana',
  'HOLT',
  'Person A',
  'Persons B and C',
  'person b',
  'Amount 12',
  'Customer 3b',
  'System_4',
  'Name\n5',
  '€500k',
  '500euros',
  '1,250.50 EUR',
  'two hundred dollars',
  'INV-2023-0456',
  '#4711',
  '4500012345',
  'Meyer & Sons Ltd',
  'kim@example.org',
  '+43 664 1234567',
  'AT61 1904 3002 3457 3201',
  'Zürich',
  'Łódź',
  'don’t',
  'q3',
  '46',
  '3.5 days',
  'the',
  'goes to',
  'a',
  'A',
  'B',
  '10:30',
  '客户',
  '😀',
];
const JOINTS = [' ', ' ', ' ', ', ', '. ', '', "'s ", '’s ', '\n', ' and ', '-', '_', ' (', ') ', '"', '\u00a0'];

test('whatever is hidden comes back letter by letter', () => {
  const random = createRandom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let round = 0; round < 600; round += 1) {
    const { hide, show } = open();
    for (let turn = 0; turn < 3; turn += 1) {
      let text = '';
      for (let at = 0; at < 1 + random() * 9; at += 1) text += pick(PIECES) + pick(JOINTS);
      expect({ text, hidden: hide(text), shown: show(hide(text)) }).toEqual({ text, hidden: hide(text), shown: text });
    }
  }
});

test('no known name is left in what is hidden', () => {
  const random = createRandom(8);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const { hide } = open();
  for (let round = 0; round < 400; round += 1) {
    const text = Array.from({ length: 6 }, () => pick(PIECES)).join(pick([' ', ', ', ' and ', '. ']));
    const hidden = hide(text);
    const left = [...NAMES.person, ...NAMES.system].filter((name) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll(/[/.]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}])`, 'iu').test(
        hidden,
      ),
    );
    expect({ text, hidden, left }).toEqual({ text, hidden, left: [] });
  }
});
