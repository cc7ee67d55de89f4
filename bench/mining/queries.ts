// The same answers in SQL, as one writes them for both engines; only medians are said differently.
import type { Answers } from './answers.ts';

/** The table both engines query: whole numbers only, so that no engine pays for text. */
export const CREATE_ROWS =
  'CREATE TABLE rows (case_id INTEGER, ts INTEGER, id INTEGER, activity INTEGER, resource INTEGER';

const PAIRS = `WITH pairs AS (
  SELECT activity AS a, resource AS p, LEAD(activity) OVER w AS b, LEAD(resource) OVER w AS q, LEAD(ts) OVER w - ts AS d
  FROM rows WINDOW w AS (PARTITION BY case_id ORDER BY ts, id))`;
const COUNTED = 'edges AS (SELECT count(*) AS n, sum(d) AS s, min(d) AS lo, max(d) AS hi FROM pairs';

/** Each gives one row, whose columns are named as the answers are. */
export const QUERIES = [
  `${PAIRS}, ${COUNTED} WHERE b IS NOT NULL GROUP BY a, b)
   SELECT count(*) AS edges, sum(n) AS passings, sum(s) AS "sumMs", sum(lo) AS "sumOfMinimaMs", sum(hi) AS "sumOfMaximaMs"
   FROM edges`,
  `WITH ends AS (
     SELECT activity, LAG(activity) OVER w AS before, LEAD(activity) OVER w AS after
     FROM rows WINDOW w AS (PARTITION BY case_id ORDER BY ts, id))
   SELECT sum(CASE WHEN before IS NULL THEN activity + 1 ELSE 0 END) AS starts,
          sum(CASE WHEN after IS NULL THEN activity + 1 ELSE 0 END) AS ends FROM ends`,
  `${PAIRS}, handoffs AS (SELECT count(*) AS n FROM pairs WHERE q IS NOT NULL AND p <> q GROUP BY p, q)
   SELECT count(*) AS "peoplePairs", sum(n) AS handoffs FROM handoffs`,
  `WITH paths AS (SELECT group_concat(activity, ',' ORDER BY ts, id) AS path FROM rows GROUP BY case_id),
     variants AS (SELECT count(*) AS n FROM paths GROUP BY path)
   SELECT sum(n) AS cases, count(*) AS variants, max(n) AS "commonestVariant" FROM variants`,
  `WITH repeated AS (SELECT activity FROM rows GROUP BY case_id, activity HAVING count(*) > 1)
   SELECT count(*) AS "reworkCases" FROM repeated`,
] as const;

export const SQLITE_MEDIANS = `${PAIRS}, ranked AS (
  SELECT a, b, d, row_number() OVER (PARTITION BY a, b ORDER BY d) AS r, count(*) OVER (PARTITION BY a, b) AS n
  FROM pairs WHERE b IS NOT NULL), medians AS (SELECT avg(d) AS m FROM ranked WHERE r IN ((n + 1) / 2, (n + 2) / 2) GROUP BY a, b)
  SELECT sum(m) AS "sumOfMediansMs" FROM medians`;

export const DUCKDB_MEDIANS = `${PAIRS}, medians AS (SELECT median(d) AS m FROM pairs WHERE b IS NOT NULL GROUP BY a, b)
  SELECT sum(m) AS "sumOfMediansMs" FROM medians`;

/** One object from the single rows of all queries; whole numbers may come as bigint. */
export function joinAnswers(rows: readonly Readonly<Record<string, unknown>>[]): Answers {
  const answers = Object.fromEntries(
    rows.flatMap((row) => Object.entries(row)).map(([name, value]) => [name, Number(value)]),
  );
  // Safe: the queries name their columns as the fields, and the runs of all engines are compared field by field.
  return answers as unknown as Answers;
}
