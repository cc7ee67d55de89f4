// Numbers of sentences against what they cite: the table that the checker stands on.
import { expect, test } from 'vitest';
import type { Fact, Item } from '../item.ts';
import { labelFor } from '../show.ts';
import { findWrongNumber, readCited } from './check-numbers.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];
const fact = (value: number, unit: Fact['unit'], label: string): Fact => ({ value, unit, label });

function item(part: Partial<Item>): Item {
  return {
    shown: { word: '' },
    facts: [],
    names: [],
    told: [],
    words: [],
    evidence: [],
    provenance: 'observed',
    rank: null,
    highest: [],
    lowest: [],
    ...part,
  };
}

/** A handoff with its waiting time. */
const HANDOFF = item({
  names: ['sales', 'credit controller'],
  rank: 3,
  facts: [
    fact(326, 'count', 'count'),
    fact(9.5 * DAY + HOUR, 'ms', 'wait mean'),
    fact(9.08 * DAY, 'ms', 'wait median'),
    fact(14.2 * DAY, 'ms', 'wait p90'),
    fact(36 * HOUR, 'ms', 'wait min'),
    fact(60 * DAY, 'ms', 'wait max'),
    fact(0.137, 'share', 'share'),
  ],
});
/** The headline. */
const COUNTS = item({
  facts: [
    fact(46, 'count', labelFor(['headline', 'handoffs'])),
    fact(18, 'count', labelFor(['headline', 'bottlenecks'])),
    fact(400, 'count', labelFor(['headline', 'cases'])),
    fact(11_118, 'count', 'event'),
    fact(339, 'count', labelFor(['variants'])),
    fact(0, 'count', labelFor(['headline', 'exceptions'])),
  ],
});
/** Done again in some of the cases. */
const REWORK = item({
  facts: [
    fact(100, 'count', 'case'),
    fact(130, 'count', 'count'),
    fact(400, 'count', 'of case'),
    fact(0.25, 'share', 'share'),
  ],
});
const TOLD = item({
  names: ['SAP S/4HANA 2023', 'second level support'],
  told: [
    'the refund is over 500 euros',
    'it takes two working days',
    'about 30 orders a day',
    'cutoff is two thirty',
    'on 2 March 2026 we had twelve cases',
    'three times out of ten',
    'twice a week',
    'at least 3 signatures',
    'dozens of mails',
    'usually two to three days',
    'order INV-20',
  ],
});

const CASES: readonly [sentence: string, items: readonly Item[], wrong: string | undefined][] = [
  // Counts, and what they count.
  ['There are 46 handoffs and 18 bottlenecks.', [COUNTS], undefined],
  ['There are forty-six handoffs.', [COUNTS], undefined],
  ['There are 47 handoffs.', [COUNTS], '47'],
  ['There are 18 handoffs and 46 bottlenecks.', [COUNTS], '18'],
  ['There are 46 handovers.', [COUNTS], undefined],
  ['The logs hold 11,118 events.', [COUNTS], undefined],
  ['The logs hold 11118 rows.', [COUNTS], undefined],
  ['The logs hold 11.1k events.', [COUNTS], undefined],
  ['The logs hold about 11,000 events.', [COUNTS], undefined],
  ['The logs hold 11,000 events.', [COUNTS], '11,000'],
  ['The logs hold more than 11,000 events.', [COUNTS], undefined],
  ['The logs hold more than 12,000 events.', [COUNTS], '12,000'],
  ['There are over 400 cases.', [COUNTS], '400'],
  ['There are at least 400 cases.', [COUNTS], undefined],
  ['There are fewer than 400 variants.', [COUNTS], undefined],
  ['There are fewer than 300 variants.', [COUNTS], '300'],
  ['There are no exceptions.', [COUNTS], undefined],
  ['There are no handoffs.', [COUNTS], 'no'],
  ['There are zero bottlenecks.', [COUNTS], 'zero'],
  ['There are dozens of handoffs.', [COUNTS], 'dozens'],
  ['There are three hundred and thirty-nine variants.', [COUNTS], undefined],
  ['It happened 326 times.', [HANDOFF], undefined],
  ['It happened 325 times.', [HANDOFF], '325'],
  ['Sales hands over 326 times.', [HANDOFF], undefined],
  ['Sales hands over more than 326 times.', [HANDOFF], '326'],
  ['Sales takes over 326 of them.', [HANDOFF], undefined],
  ['It is over 326.', [HANDOFF], '326'],
  // Times: units, rounding, statistics.
  ['The wait is 9.5 days on average.', [HANDOFF], undefined],
  ['The wait is 229 hours on average.', [HANDOFF], undefined],
  ['The wait is 9.1 days on average.', [HANDOFF], '9.1 days'],
  ['The median wait is 9.1 days.', [HANDOFF], undefined],
  ['The median wait is 9 days.', [HANDOFF], undefined],
  ['The median wait is 9.5 days.', [HANDOFF], '9.5 days'],
  ['Half of them wait longer than 9.1 days.', [HANDOFF], undefined],
  ['One in ten waits longer than 14 days.', [HANDOFF], undefined],
  ['One in five waits longer than 14 days.', [HANDOFF], 'One in five'],
  ['The shortest wait is 1.5 days.', [HANDOFF], undefined],
  ['The shortest wait is 36 hours.', [HANDOFF], undefined],
  ['The minimum is one and a half days.', [HANDOFF], undefined],
  ['The minimum is 1 day and 12 hours.', [HANDOFF], undefined],
  ['The minimum is 1 day.', [HANDOFF], '1 day'],
  ['The minimum is 2 days.', [HANDOFF], '2 days'],
  ['The maximum is 2 months.', [HANDOFF], undefined],
  ['The maximum is about 8.5 weeks.', [HANDOFF], undefined],
  ['The wait is 9.5 hours on average.', [HANDOFF], '9.5 hours'],
  ['The wait ranges from 1.5 to 60 days.', [HANDOFF], undefined],
  ['The wait ranges from 1.5 to 61 days.', [HANDOFF], '61 days'],
  ['The wait ranges from 3 to 60 days.', [HANDOFF], '3'],
  ['The wait is 9.5 days on average, half of them longer than 9.1 days (n = 326).', [HANDOFF], undefined],
  // Shares.
  ['That is 14 % of all waiting time.', [HANDOFF], undefined],
  ['That is 13.7 percent of all waiting time.', [HANDOFF], undefined],
  ['That is 15 % of all waiting time.', [HANDOFF], '15 %'],
  ['That is 14 percentage points.', [HANDOFF], '14 percentage points'],
  ['It is repeated in 100 of 400 cases, 25 %.', [REWORK], undefined],
  ['It is repeated in a quarter of cases.', [REWORK], undefined],
  ['It is repeated in a third of cases.', [REWORK], 'a third'],
  ['It is repeated in half of the cases.', [REWORK], 'half'],
  ['46 of 400 cases, 12 %, have it.', [COUNTS], '46'],
  ['“check order form” is done again in 100 of 400 cases.', [REWORK], undefined],
  ['“check order form” is done again in 130 of 400 cases.', [REWORK], '130'],
  ['A case waits 60 days.', [HANDOFF], '60 days'],
  ['A case waits at most 60 days.', [HANDOFF], undefined],
  // Ranks, ratios, dates, times of day, codes.
  ['It is the 3rd most frequent one.', [HANDOFF], undefined],
  ['It is the 2nd most frequent one.', [HANDOFF], '2nd'],
  ['It waits twice as long.', [HANDOFF], 'twice as'],
  ['In March 2026 there were twelve cases.', [TOLD], undefined],
  ['On 2 March 2026 there were 12 cases.', [TOLD], undefined],
  ['In April 2026 there were 12 cases.', [TOLD], 'April 2026'],
  ['On 3 March 2026 there were 12 cases.', [TOLD], '3 March 2026'],
  ['In 2025 there were 12 cases.', [TOLD], '2025'],
  ['The cutoff is 2:30 pm.', [TOLD], undefined],
  ['The cutoff is at half past two.', [TOLD], undefined],
  ['The cutoff is 3:30 pm.', [TOLD], '3:30 pm'],
  ['SAP S/4HANA is used.', [TOLD], undefined],
  ['SAP S/5HANA is used.', [TOLD], 'S/5HANA'],
  ['Order INV-20 is one.', [TOLD], undefined],
  ['Order INV-21 is one.', [TOLD], 'INV-21'],
  ['They are open 24/7.', [TOLD], '24/7'],
  // Limits and rates that people tell.
  ['Refunds over 500 euros are signed.', [TOLD], undefined],
  ['Refunds over 500 are signed.', [TOLD], undefined],
  ['Refunds over €500 are signed.', [TOLD], undefined],
  ['Refunds under 500 euros are signed.', [TOLD], '500 euros'],
  ['Refunds over 600 euros are signed.', [TOLD], '600 euros'],
  ['It takes 2 working days.', [TOLD], undefined],
  ['It takes 2 business days.', [TOLD], undefined],
  ['It takes 2 to 3 days.', [TOLD], undefined],
  ['It takes 2-3 days.', [TOLD], undefined],
  ['It takes 2 to 4 days.', [TOLD], '4 days'],
  ['It is done twice a week.', [TOLD], undefined],
  ['It is done twice a day.', [TOLD], 'twice a day'],
  ['There are 30 orders per day.', [TOLD], undefined],
  ['There are 30 orders per hour.', [TOLD], '30 orders per hour'],
  ['It needs at least three signatures.', [TOLD], undefined],
  ['It needs at most three signatures.', [TOLD], 'three'],
  ['It takes a day.', [TOLD], 'a day'],
  // What is no number.
  ['One of the roles hands over.', [COUNTS], undefined],
  ['The third step follows the second one.', [COUNTS], undefined],
  ['No one else is involved, and no longer.', [COUNTS], undefined],
  ['It is needed once the order is there.', [COUNTS], undefined],
  ['It may take the first place.', [COUNTS], undefined],
  // Several items together.
  ['Together they are 372.', [item({ facts: [fact(46, 'count', 'count')] }), HANDOFF], undefined],
  ['Together they are 373.', [item({ facts: [fact(46, 'count', 'count')] }), HANDOFF], '373'],
];

test.each(CASES)('%s', (sentence, items, wrong) => {
  expect(findWrongNumber(sentence, readCited(items))).toBe(wrong);
});
