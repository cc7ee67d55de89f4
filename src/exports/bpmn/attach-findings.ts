// Which findings stand at which activity or transition of the diagram.
import { type Insights, isCounted } from '../../domain/insights.ts';
import type { Facts } from './flow-model.ts';

export interface AttachedFinding {
  /** "Judgement: for the discount there is no rule" */
  readonly sentence: string;
  readonly facts: Facts;
}

export interface AttachedFindings {
  readonly ofActivity: ReadonlyMap<string, readonly AttachedFinding[]>;
  readonly ofTransition: ReadonlyMap<string, readonly AttachedFinding[]>;
  /** Those that concern nothing drawn. */
  readonly loose: readonly AttachedFinding[];
}

interface Placed extends AttachedFinding {
  readonly activityIds: readonly string[];
  readonly transitionId: string | null;
}

interface Drawn {
  readonly activities: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
  /** Findings that the flow itself shows: conditions on a way. */
  readonly shown: ReadonlySet<string>;
}

/** A finding stands at its transition if that is drawn, otherwise at the first of its activities that is. */
export function attachFindings(insights: Insights, { activities, transitions, shown }: Drawn): AttachedFindings {
  const ofActivity = new Map<string, AttachedFinding[]>();
  const ofTransition = new Map<string, AttachedFinding[]>();
  const loose: AttachedFinding[] = [];
  for (const { activityIds, transitionId, ...finding } of listFindings(insights)) {
    if (shown.has(finding.facts.id)) continue;
    const activity = activityIds.find((id) => activities.has(id));
    if (transitionId !== null && transitions.has(transitionId)) push(ofTransition, transitionId, finding);
    else if (activity !== undefined) push(ofActivity, activity, finding);
    else loose.push(finding);
  }
  return { ofActivity, ofTransition, loose };
}

function push(map: Map<string, AttachedFinding[]>, key: string, finding: AttachedFinding): void {
  map.set(key, [...(map.get(key) ?? []), finding]);
}

type Kind = 'handoffs' | 'bottlenecks' | 'exceptions' | 'judgements' | 'rework' | 'openEnds' | 'decisions' | 'waits';
type AnyFinding = Insights[Kind][number];

/** Everything that counts: what is sure or a person confirmed, unless somebody dismissed it. */
function listFindings(insights: Insights): Placed[] {
  const all = <K extends Kind>(kind: K, say: (finding: Insights[K][number]) => string): Placed[] =>
    insights[kind]
      .filter((finding: AnyFinding) => isCounted(finding))
      // TypeScript cannot see that the filter of one kind's list gives that kind.
      .map((finding) => toPlaced(finding, say(finding as Insights[K][number])));
  return [
    ...all('handoffs', ({ from, to, what, kind, count }) => {
      const passes = what === null ? '' : `: ${what}`;
      return `Handoff${kind === 'system' ? ' of data' : ''} from ${from ?? 'somebody'} to ${to}${passes} (${count} times)`;
    }),
    ...all('bottlenecks', ({ sentence }) => `Bottleneck: ${sentence}`),
    ...all('decisions', ({ question, branches }) => `Decision: ${question} ${branches.map(sayBranch).join('; ')}`),
    ...all('exceptions', ({ label, handling }) => `Exception: ${label}${handling === null ? '' : ` (${handling})`}`),
    ...all('judgements', ({ label, by }) => `Judgement${by === null ? '' : ` of the ${by}`}: ${label}`),
    ...all('waits', ({ label, cause }) => `Wait, as told: ${label}${cause === null ? '' : ` (${cause})`}`),
    ...all('rework', ({ label }) => `Rework: ${label}`),
    ...all('openEnds', ({ to, what }) => `Open end: ${what ?? 'work'} goes to ${to}, who is not recorded`),
  ];
}

const sayBranch = ({ condition, note }: { condition: string; note: string | null }): string =>
  note === null ? `“${condition}”` : `“${condition}”: ${note}`;

function toPlaced(finding: AnyFinding, sentence: string): Placed {
  const { id, label, activityIds, evidence, provenance, confidence01, sources } = finding;
  return {
    sentence,
    activityIds,
    transitionId: 'transitionId' in finding ? finding.transitionId : null,
    facts: { id, kind: 'finding', label, evidence, provenance, confidence01, sources },
  };
}
