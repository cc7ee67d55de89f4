// What each number of a performance report counts, in one sentence each; shown beside the numbers.
export const PERFORMANCE_DEFINITIONS: Readonly<Record<string, string>> = {
  cases: 'Cases of the event logs; a case starts with its first start and ends with its last end in them, done or not.',
  throughput:
    'Cases that start and that end in each period, by the clock of UTC, weeks from Monday; open are those started and not ended when the period is over. Cases under way when a log begins or ends make its first and last periods look quieter than they were.',
  cycle: 'From the first start to the last end of a case, nights and weekends included.',
  processing:
    'The lengths of all that is done in a case together; what is done side by side counts as often as it is done. Known where a log has starts and ends.',
  waiting: 'Time between the first start and the last end of a case in which nothing of it is worked on.',
  efficiency:
    'The part of the cycle time in which something of the case is worked on: of all cases together, and in the median over those that take any time. It differs from the efficiency of the findings, which counts work side by side twice and waits by what made an activity possible.',
  repeats:
    'An activity is done again where its case has had it before: at once, directly after itself, or later, after other activities (repetition). By the same person it is a repeat, by somebody else a redo (after edeaR).',
  pingPongs: 'Work goes from one activity to another and straight back: a b a is once, a b a b a three times.',
  batches:
    'Two or more instances of one activity by one person, over all cases, with at most 15 minutes from the end of one to the start of the next; at the very same times, begun together, ended together, one after the other, or otherwise overlapping (after Martin et al. 2015).',
  enabled:
    'What follows what where an activity that overlaps another is not taken for its predecessor: the source is what had ended last in the case when the target began.',
  spectrum:
    'Each line is one case going this way once, from when the one activity ended to when the next began; the quarter is that of its duration among all of them (performance spectrum, Denisov, Fahland and van der Aalst 2018).',
  n: 'What a number rests on: cases, or passings of a way.',
};
