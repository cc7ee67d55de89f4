// Turns the drawn part of the graph into BPMN's terms: tasks, gateways, events, flows and lanes.
import type { WaitFinding } from '../../domain/insights.ts';
import type { ExportInput } from '../export-input.ts';
import { attachFindings } from './attach-findings.ts';
import { buildFlows } from './build-flows.ts';
import { buildLanes } from './build-lanes.ts';
import { buildUnit, chain, makeGateway, roleOfUnit, single } from './build-unit.ts';
import { describePasses, describeProcess } from './describe.ts';
import { findSureWaits } from './find-waits.ts';
import type { FlowModel, FlowNode } from './flow-model.ts';
import { isLogged, type LeftOut, type Selection } from './main-behaviour.ts';
import { type PlacedConditions, placeConditions } from './place-conditions.ts';
import type { Plan, UnitNodes } from './plan.ts';
import { listSystems } from './task-kinds.ts';
import { END, START, type Way, wayKey } from './units.ts';
import { plural, sayIsoDuration, toNcName } from './words.ts';

/** One pool: every node is on a way from the start event to an end event. */
export function buildFlowModel(input: ExportInput, selection: Selection): FlowModel {
  const waits = findSureWaits(selection, input.insights);
  const plan = makePlan(input, selection, waits);
  const parts = buildParts(plan, waits);
  const ends = buildEnds(plan);
  const nodes = [...[...parts.values()].flatMap((part) => part.nodes), ...ends.values()];
  const leftOut: LeftOut[] = [
    ...selection.leftOut,
    ...plan.findings.loose.map(({ sentence, facts }) => ({
      kind: 'finding' as const,
      id: facts.id,
      label: sentence,
      count: 1,
      reason: 'concerns nothing that is drawn',
    })),
  ];
  return {
    id: toNcName('Process', input.process.id),
    name: input.process.name,
    documentation: describeProcess(plan, leftOut),
    nodes,
    flows: buildFlows(plan, { parts, ends }),
    lanes: buildLanes(nodes),
    leftOut,
  };
}

function makePlan(input: ExportInput, selection: Selection, waits: ReadonlyMap<string, WaitFinding>): Plan {
  const conditions = placeConditions(selection, input.insights);
  const findings = attachFindings(input.insights, {
    activities: new Set(selection.units.flatMap(({ branches }) => branches.flat().map(({ id }) => id))),
    transitions: new Set(selection.ways.flatMap(({ transitions }) => transitions.map(({ id }) => id))),
    shown: new Set([...conditions.placed, ...[...waits.values()].map(({ id }) => id)]),
  });
  return { input, selection, conditions, findings };
}

/** By unit, and START: where several ways arrive they join first, where several leave they split last. */
function buildParts(plan: Plan, waits: ReadonlyMap<string, WaitFinding>): Map<string, UnitNodes> {
  const { units, ways } = plan.selection;
  const leaving = Map.groupBy(ways, ({ source }) => source);
  const arriving = Map.groupBy(ways, ({ target }) => target);
  const systems = listSystems(plan.input.graph.activities);
  const split = (id: string, role: string | null): UnitNodes[] => {
    const own = leaving.get(id) ?? [];
    if (own.length < 2) return [];
    const documentation = describePasses(plan, id, own);
    return [single(makeGateway('Split', id, { role, name: nameChoice(own, plan.conditions), documentation }))];
  };
  const first = units.find(({ id }) => leaving.get(START)?.some(({ target }) => target === id));
  const startRole = first ? roleOfUnit(first) : null;
  const event: FlowNode = {
    id: 'Start',
    kind: 'startEvent',
    name: 'Start',
    role: startRole,
    documentation: [],
    facts: [],
  };
  return new Map([
    [START, chain([single(event), ...split(START, startRole)])],
    ...units.map((unit): [string, UnitNodes] => {
      const role = roleOfUnit(unit);
      const core = buildUnit(unit, plan, systems);
      const wait = waits.get(unit.id);
      const rest = [...(wait ? [single(makeTimer(unit.id, role, wait))] : []), ...split(unit.id, role)];
      const joins = (arriving.get(unit.id) ?? []).length > 1;
      return [
        unit.id,
        joins ? chain([single(makeGateway('Join', unit.id, { role })), core, ...rest]) : chain([core, ...rest]),
      ];
    }),
  ]);
}

function makeTimer(unitId: string, role: string | null, wait: WaitFinding): FlowNode {
  const { id, label, evidence, provenance, confidence01, sources } = wait;
  const duration = wait.duration!; // Only waits with a duration are sure.
  return {
    id: toNcName('Wait', unitId),
    kind: 'timer',
    name: `Wait ${sayIsoDuration(duration) ?? duration}`,
    role,
    duration,
    documentation: [`Wait, as told: ${label}`],
    facts: [{ id, kind: 'finding', label, evidence, provenance, confidence01, sources }],
  };
}

/** Each unit after which cases end has an end event of its own, so that no line runs through the whole picture. */
function buildEnds({ selection, input: { graph } }: Plan): Map<string, FlowNode> {
  const unitOf = new Map(selection.units.map((unit) => [unit.id, unit]));
  const hasLog = isLogged(graph);
  return new Map(
    selection.ways
      .filter(({ target }) => target === END)
      .map(({ source, count }) => {
        const unit = unitOf.get(source);
        return [
          source,
          {
            id: toNcName('End', source),
            kind: 'endEvent',
            name: hasLog && count > 0 ? `End: ${count} of ${plural(graph.cases, 'case')}` : 'End',
            role: unit ? roleOfUnit(unit) : null,
            documentation: count > 0 ? [] : ['Nobody has told or logged what follows.'],
            facts: [],
          },
        ];
      }),
  );
}

/** The question people ask here, if it is one question. */
function nameChoice(ways: readonly Way[], { ofWay }: PlacedConditions): string {
  const questions = new Set(ways.flatMap((way) => ofWay.get(wayKey(way))?.question || []));
  const [only] = questions;
  return questions.size === 1 ? only! : 'Which way?';
}
