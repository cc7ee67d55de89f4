// The sequence flows: ways between units, with their conditions and counts, and the links inside units.
import { shortHash } from '../../lib/short-hash.ts';
import type { Facts, FlowNode, SequenceFlow } from './flow-model.ts';
import { isLogged } from './main-behaviour.ts';
import type { ToldCondition } from './place-conditions.ts';
import type { Plan, UnitNodes } from './plan.ts';
import { END, START, type Way, wayKey } from './units.ts';
import { sayDuration, toVariable } from './words.ts';

interface Parts {
  /** By unit, and START. */
  readonly parts: ReadonlyMap<string, UnitNodes>;
  /** By the unit after which a case ends. */
  readonly ends: ReadonlyMap<string, FlowNode>;
}

export function buildFlows(plan: Plan, { parts, ends }: Parts): SequenceFlow[] {
  const leaving = Map.groupBy(plan.selection.ways, ({ source }) => source);
  const labels = new Map<string, string>(plan.input.graph.activities.map(({ id, label }) => [id, label]));
  const links = [...parts.values()].flatMap(buildLinks);
  const ways = plan.selection.ways.map((way): SequenceFlow => {
    const siblings = leaving.get(way.source)!;
    const told = plan.conditions.ofWay.get(wayKey(way));
    const isChoice = siblings.length > 1;
    const isDefault = isChoice && way === pickDefault(siblings, plan);
    const source = parts.get(way.source)!.last;
    const target = way.target === END ? ends.get(way.source)!.id : parts.get(way.target)!.first;
    const words = told?.words ?? nameCount(way, plan);
    const passage = `${labels.get(way.source) ?? way.source} then ${labels.get(way.target) ?? way.target}`;
    return {
      id: flowId(source, target),
      source,
      target,
      name: isChoice ? nameWay(way, plan, told) : '',
      condition: isChoice && !isDefault ? { words, variable: toVariable(told?.words ?? passage) } : null,
      isDefault,
      weight: way.count,
      isInside: false,
      ...describeWay(way, plan, told),
    };
  });
  return makeVariablesUnique([...links, ...ways]);
}

const flowId = (source: string, target: string): string => `Flow_${shortHash(`${source} ${target}`)}`;

/** Inside a unit; out of an exclusive choice inside a block the most frequent link is the default. */
function buildLinks({ nodes, links }: UnitNodes): SequenceFlow[] {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const leaving = Map.groupBy(links, ({ source }) => source);
  return links.map(({ source, target, weight }): SequenceFlow => {
    const siblings = leaving.get(source)!;
    const isChoice = siblings.length > 1 && nodeOf.get(source)!.kind === 'exclusiveGateway';
    const most = siblings.reduce((best, one) => (one.weight > best.weight ? one : best));
    const isDefault = isChoice && target === most.target;
    const name = isChoice ? `${weight} of ${siblings.reduce((sum, one) => sum + one.weight, 0)}` : '';
    const variable = toVariable(nodeOf.get(target)!.name);
    return {
      id: flowId(source, target),
      source,
      target,
      name,
      condition: isChoice && !isDefault ? { words: `observed ${name} times`, variable } : null,
      isDefault,
      weight,
      isInside: true,
      documentation: [],
      facts: [],
    };
  });
}

/** The way towards the end, so that a run that answers nothing comes to an end. */
function pickDefault(siblings: readonly Way[], { selection }: Plan): Way {
  const onward = selection.onward.get(siblings[0]!.source);
  const same = onward && siblings.find((way) => wayKey(way) === wayKey(onward));
  return same ?? siblings.reduce((best, way) => (way.count > best.count ? way : best));
}

function nameWay(way: Way, plan: Plan, told: ToldCondition | undefined): string {
  const share = shareOf(way, plan);
  if (told) return share ? `${told.words}\n(${share})` : told.words;
  return share ?? (way.target === END ? 'it ends here' : 'otherwise');
}

function nameCount(way: Way, plan: Plan): string {
  const share = shareOf(way, plan);
  return share ? `observed ${share} times` : way.target === END ? 'it ends here' : 'otherwise';
}

/** "34 of 120" times that its source was passed; undefined where no log counts. */
function shareOf(
  { source, target, count, transitions }: Way,
  { input: { graph }, selection }: Plan,
): string | undefined {
  const isCounted = transitions.length > 0 ? transitions.some(({ sources }) => sources.log > 0) : isLogged(graph);
  if (!isCounted || count === 0 || (source === START && target === END)) return undefined;
  return `${count} of ${selection.passes.get(source) ?? count}`;
}

function describeWay(
  way: Way,
  plan: Plan,
  told: ToldCondition | undefined,
): Pick<SequenceFlow, 'documentation' | 'facts'> {
  const attached = way.transitions.flatMap(({ id }) => plan.findings.ofTransition.get(id) ?? []);
  const [only, ...others] = way.transitions;
  const wait = others.length === 0 ? only?.wait : undefined;
  return {
    documentation: [
      ...(told ? [`As told: ${told.question || told.words}${told.note === null ? '' : ` (${told.note})`}`] : []),
      ...(way.count === 0 ? ['Nobody has told or logged this; it keeps the diagram connected.'] : []),
      ...(wait && wait.maxMs > 0
        ? [`Wait: median ${sayDuration(wait.medianMs)}, at most ${sayDuration(wait.maxMs)} (n = ${wait.n}).`]
        : []),
      ...attached.map(({ sentence }) => sentence),
    ],
    facts: [
      ...way.transitions.map((one): Facts => {
        const { id, count, sources, evidence, provenance, confidence01 } = one;
        return { id, kind: 'transition', count, sources, wait: one.wait, evidence, provenance, confidence01 };
      }),
      ...(told ? factsOfCondition(told, plan) : []),
      ...attached.map(({ facts }) => facts),
    ],
  };
}

function factsOfCondition({ findingId }: ToldCondition, { input: { insights } }: Plan): Facts[] {
  const finding = [...insights.decisions, ...insights.exceptions].find(({ id }) => id === findingId);
  if (!finding) return [];
  const { id, label, evidence, provenance, confidence01, sources } = finding;
  return [{ id, kind: 'finding', label, evidence, provenance, confidence01, sources }];
}

/** The second of the same name is numbered: two choices are never answered at once. */
function makeVariablesUnique(flows: readonly SequenceFlow[]): SequenceFlow[] {
  const taken = new Set<string>();
  return flows.map((flow) => {
    if (!flow.condition) return flow;
    const { words, variable } = flow.condition;
    let unique = variable;
    for (let number = 2; taken.has(unique); number += 1) unique = `${variable}_${number}`;
    taken.add(unique);
    return { ...flow, condition: { words, variable: unique } };
  });
}
