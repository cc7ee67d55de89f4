// In: the graph and findings of a process. Out: the same, stored as rows that SQL can ask about, and read back exactly.
import { asc, eq } from 'drizzle-orm';
import { ProcessGraph } from '../../src/domain/graph.ts';
import type { FindingId, ProcessId } from '../../src/domain/ids.ts';
import { Headline, Insights } from '../../src/domain/insights.ts';
import type { MinedProcess } from '../../src/needs/store.ts';
import type { MirrorDatabase } from '../database.ts';
import { asRecord, insertRows } from '../rows.ts';
import { activities, findings, graphs, transitions } from '../schema/graph.ts';
import { fromPartRow, fromTransitionRow, toActivityRow, toFindingRow, toTransitionRow } from './mined-rows.ts';

/** The lists of `Insights` that hold findings. */
type ListName = {
  [Name in keyof Insights]-?: Insights[Name] extends { id: FindingId }[] ? Name : never;
}[keyof Insights];

/** The `kind` each list's findings are stored under. */
const KINDS = {
  handoffs: 'handoff',
  bottlenecks: 'bottleneck',
  exceptions: 'exception',
  judgements: 'judgement',
  rework: 'rework',
  transfers: 'transfer',
  openEnds: 'open-end',
  decisions: 'decision',
  waits: 'wait',
  differences: 'difference',
} as const satisfies Record<ListName, string>;

interface SavedProcess extends MinedProcess {
  /** Beside the notes, so that a list of processes need not read their graphs. */
  readonly headline?: Headline | undefined;
}

/** Replaces the graph and the findings of the process. */
export function saveMined(db: MirrorDatabase, processId: ProcessId, { graph, insights, headline }: SavedProcess): void {
  db.write(() => {
    db.orm.delete(graphs).where(eq(graphs.processId, processId)).run();
    const { activities: nodes, transitions: edges, processId: _, cases, events, recordings, ...body } = graph;
    const said = Object.fromEntries(Object.entries(insights).filter(([name]) => !Object.hasOwn(KINDS, name)));
    const notes = { ...said, headline };
    db.orm.insert(graphs).values({ processId, cases, events, recordings, body, notes }).run();
    insertRows(
      db,
      activities,
      nodes.map((node, position) => toActivityRow(node, { processId, position })),
    );
    insertRows(
      db,
      transitions,
      edges.map((edge, position) => toTransitionRow(edge, { processId, position })),
    );
    for (const [list, kind] of listsAndKinds()) {
      insertRows(
        db,
        findings,
        insights[list].map((item, position) => toFindingRow(item, { processId, position, kind })),
      );
    }
  });
}

/** The counts saved with the graph; undefined when there are none. */
export function findHeadline(db: MirrorDatabase, processId: ProcessId): Headline | undefined {
  const head = db.orm.select({ notes: graphs.notes }).from(graphs).where(eq(graphs.processId, processId)).get();
  const { headline } = { headline: undefined, ...asRecord(head?.notes) };
  return Headline.safeParse(headline).data;
}

/**
 * The graph and findings last saved for the process. What an older Mirror stored in another form counts as none: it
 * can be mined again.
 */
export function findMined(db: MirrorDatabase, processId: ProcessId): MinedProcess | undefined {
  const head = db.orm.select().from(graphs).where(eq(graphs.processId, processId)).get();
  if (!head) return undefined;
  const { body, notes, ...counts } = head;
  const nodes = db.orm.select().from(activities).where(eq(activities.processId, processId));
  const edges = db.orm.select().from(transitions).where(eq(transitions.processId, processId));
  const graph = ProcessGraph.safeParse({
    ...asRecord(body),
    ...counts,
    activities: nodes.orderBy(asc(activities.position)).all().map(fromPartRow),
    transitions: edges.orderBy(asc(transitions.position)).all().map(fromTransitionRow),
  });
  const insights = Insights.safeParse({ ...asRecord(notes), ...readFindings(db, processId) });
  return graph.success && insights.success ? { graph: graph.data, insights: insights.data } : undefined;
}

function readFindings(db: MirrorDatabase, processId: ProcessId): Record<string, unknown> {
  const ofProcess = db.orm.select().from(findings).where(eq(findings.processId, processId));
  const rows = ofProcess.orderBy(asc(findings.kind), asc(findings.position)).all();
  const lists = listsAndKinds().map(([list, kind]) => [list, rows.filter((row) => row.kind === kind).map(fromPartRow)]);
  return Object.fromEntries(lists);
}

// Safe: Object.entries of a constant object gives exactly its keys and values, which its type does not say.
const listsAndKinds = () => Object.entries(KINDS) as [ListName, string][];
