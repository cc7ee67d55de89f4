// Counts what a matching got right. Precision is of what was joined without asking; a question is no mistake.
export interface Found {
  readonly told: string;
  /** The activity of the log that it is; null for none. */
  readonly same: string | null;
  /** Joined without asking. */
  readonly joined: string | null;
  /** The activities a person would be offered, best first. */
  readonly asked: readonly string[];
}

export interface Counts {
  readonly told: number;
  readonly pairs: number;
  readonly joined: number;
  readonly joinedRight: number;
  readonly asked: number;
  /** The right one is offered, or "none of them" is right. */
  readonly askedRight: number;
  /** Asked where joining the best would have been wrong. */
  readonly spared: number;
}

export function countMatches(found: readonly Found[]): Counts {
  const count = (test: (one: Found) => boolean): number => found.filter(test).length;
  return {
    told: found.length,
    pairs: count(({ same }) => same !== null),
    joined: count(({ joined }) => joined !== null),
    joinedRight: count(({ joined, same }) => joined !== null && joined === same),
    asked: count(({ asked }) => asked.length > 0),
    askedRight: count(({ asked, same }) => asked.length > 0 && same !== null && asked.includes(same)),
    spared: count(({ asked, same }) => asked.length > 0 && asked[0] !== same),
  };
}

export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number): number => all.reduce((total, counts) => total + pick(counts), 0);
  return {
    told: sum(({ told }) => told),
    pairs: sum(({ pairs }) => pairs),
    joined: sum(({ joined }) => joined),
    joinedRight: sum(({ joinedRight }) => joinedRight),
    asked: sum(({ asked }) => asked),
    askedRight: sum(({ askedRight }) => askedRight),
    spared: sum(({ spared }) => spared),
  };
}

/** Shares from 0 to 1, to three digits; `found` is what is joined rightly or offered, of all pairs. */
export function tellShares(counts: Counts) {
  const { told, pairs, joined, joinedRight, asked, askedRight, spared } = counts;
  const share = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 1000;
  const [precision, recall] = [joinedRight / Math.max(1, joined), joinedRight / Math.max(1, pairs)];
  return {
    told,
    pairs,
    joined,
    precision: share(joinedRight, joined),
    recall: share(joinedRight, pairs),
    f1: share(2 * precision * recall, precision + recall || 1),
    asked,
    askedShare: share(asked, told),
    askedWithRight: askedRight,
    wrongAskedNotJoined: spared,
    wrongJoined: joined - joinedRight,
    found: share(joinedRight + askedRight, pairs),
  };
}
