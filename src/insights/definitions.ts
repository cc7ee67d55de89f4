// What each number counts, in one sentence each; shown beside the numbers.
export const DEFINITIONS: Readonly<Record<string, string>> = {
  cases: 'Cases of the event logs; without a log each recording is one case.',
  activities: 'Kinds of doing in the logs and the recordings; those only told and too unsure are not counted.',
  transitions:
    'Pairs of activities of which one directly follows the other in a case of a log, or in what somebody tells.',
  handoffs:
    'Places where work passes from one role to another or data from one system to another: in logs two directly following activities of a case done by different roles (by different people where a log names no roles), at least twice and in at least 2 % of the cases unless somebody speaks of it, counted once per pair of activities and pair of roles; from recordings what people say they hand over; the same place in both is one handoff.',
  bottlenecks:
    'The fewest places that together hold nine tenths of all waiting time in the logs, each with at least 1 % of it and a mean wait longer than the mean work that follows; and waits of four hours or more that somebody speaks of where no log has an answer.',
  wait: 'Time from the end of one activity to the start of the next, nights and weekends included; where a log has one time per event, the work itself is in it.',
  waiting:
    'Time from the end of what made an activity possible to its start, over all cases of the logs; laid to one of five causes at a time, in the order batching, contention, prioritisation, unavailability, extraneous. What makes an activity possible is the last activity of the case that had ended by then and does not run beside it.',
  batching:
    'Waiting until the last of several cases came that one person then works off in one go: the same activity, each possible before the first begins, without a pause between them.',
  contention:
    'Waiting while the person who then does it works on what was possible earlier or at the same time: first come, first served.',
  prioritisation: 'Waiting while the person who then does it works on what became possible only later.',
  unavailability:
    'Waiting outside the hours of the person who then does it: the quarter hours of the week in which the log shows them starting or ending work. With few rows per person this takes in pauses as well.',
  extraneous:
    'Waiting that none of the other four explains: the person was free, or the log does not name them. Something outside the log may hold it up.',
  cte: 'Cycle time efficiency: the time worked as a part of the time worked and waited; without a cause, what it would be if nothing waited for that cause.',
  medianInterval:
    'From five observations on, the two observed times between which the median of such waits lies, with the probability given; found by rank alone, whatever the waits are distributed like.',
  share:
    'The part of all waiting time between activities of the logs that lies in this place; activities that run side by side do not wait for each other and are in no share.',
  exceptions:
    'What people call rare, a nuisance or a one-off; an activity that fewer than 5 % of the cases of a log have is listed as unsure and not counted.',
  judgements: 'Moments in which somebody says they decide by feel or experience.',
  rework:
    'Activities that a case of the logs has more than once, with the number of such cases and of repeats; and work somebody says is done again.',
  transfers: 'Data seen or told to be carried by hand from one system to another.',
  openEnds:
    'Receivers of work of whom there is neither a recording nor a role in a log; outside parties such as customers are among them until dismissed.',
  decisions: 'Questions on whose answer somebody says the way depends.',
  waits: 'Waits somebody speaks of, with what they say they take; the longest is given where several people differ.',
  differences:
    'Places where two recordings disagree: they tell the same two activities in opposite order, name different roles for the same activity, or decide the same thing from different numbers on; and steps that only one of several people with the same role tells, although the others tell what comes before and after.',
  n: 'Observations a number rests on: pairs of events in logs, recordings for what is only told.',
};
