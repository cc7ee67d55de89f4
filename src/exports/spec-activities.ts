// The activities of the spec.
import type { Step } from '../domain/extraction.ts';
import type { Activity } from '../domain/graph.ts';
import type { ElementId, FindingId } from '../domain/ids.ts';
import type { SpecActivity } from '../domain/spec.ts';
import type { ExportInput } from './export-input.ts';
import { describeKnown } from './spec-known.ts';

/** A logged activity of at least this share of the cases is done always: some cases end early everywhere. */
const ALWAYS_SHARE = 0.8;

export function describeActivities(input: ExportInput): SpecActivity[] {
  const steps = new Map(
    input.recordings.flatMap(({ extraction }) => extraction.steps.map((step) => [step.id, step] as const)),
  );
  const findingOf = mapConditions(input);
  const stepsOf = ({ stepIds }: Activity): Step[] => stepIds.flatMap((id) => steps.get(id) ?? []);
  const orders = rankOrders(input.graph.activities.map(stepsOf));
  return input.graph.activities.map((activity, at): SpecActivity => {
    const told = stepsOf(activity);
    const { id, label, count, cases, processing, roles, systems, artifacts, sources } = activity;
    return {
      id,
      label,
      ...splitLabel(label, told),
      alt: [...new Set(told.map((step) => step.label))].filter((other) => other !== label),
      actor: roles[0]?.name ?? null,
      system: systems[0]?.name ?? null,
      artifact: artifacts[0]?.name ?? null,
      order: orders[at]!,
      when:
        findCondition(told, findingOf) ?? (told.length > 0 ? 'always' : isAlways(activity, input) ? 'always' : null),
      count,
      cases,
      processing,
      ...describeKnown(activity, sources),
    };
  });
}

/** Where a log has the activity, the log knows better than people, who tell the usual case. */
const isAlways = ({ cases, sources }: Activity, { graph }: ExportInput): boolean =>
  sources.log === 0 || cases >= graph.cases * ALWAYS_SHARE;

/** The words of the step that is labelled so, otherwise the first word and the rest. */
function splitLabel(label: string, told: readonly Step[]): { verb: string; object: string } {
  const same = told.find((step) => step.label === label);
  if (same) return { verb: same.verb, object: same.object };
  const [verb = label, ...rest] = label.split(' ');
  return { verb, object: rest.join(' ') };
}

/** Process order counted from 0; neighbours that one recording tells as alternatives share a number. */
function rankOrders(told: readonly (readonly Step[])[]): number[] {
  let order = 0;
  return told.map((steps, at) => {
    const before = at > 0 ? told[at - 1]! : [];
    const isAlternative = steps.some((step) =>
      before.some((other) => other.recordingId === step.recordingId && other.order === step.order),
    );
    if (at > 0 && !isAlternative) order += 1;
    return order;
  });
}

/** A decision's or exception's element, as recordings know it, to the finding it became. */
function mapConditions({ recordings, insights }: ExportInput): ReadonlyMap<ElementId, FindingId> {
  const findings = [...insights.decisions, ...insights.exceptions];
  return new Map(
    recordings.flatMap(({ extraction }) =>
      [...extraction.decisions, ...extraction.exceptions].flatMap((element) => {
        const finding = findings.find(({ evidence }) => evidence.some((ref) => isSame(ref, element.evidence[0])));
        return finding ? [[element.id, finding.id] as const] : [];
      }),
    ),
  );
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** None if anybody does it always. */
function findCondition(told: readonly Step[], findingOf: ReadonlyMap<ElementId, FindingId>): FindingId | undefined {
  const conditions = told.flatMap(({ when }) => (when === 'always' ? [] : [when]));
  if (conditions.length < told.length) return undefined;
  return conditions.map((id) => findingOf.get(id)).find((finding) => finding !== undefined);
}
