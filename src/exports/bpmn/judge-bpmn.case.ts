// What is asked of every BPMN file Mirror writes: valid, clean, sound, drawn without faults, the graph unchanged.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { validateXML } from 'xmllint-wasm';
import { EXTENSION } from './mirror-extension.ts';

export interface ReadNode {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Name of its lane. */
  readonly lane: string | null;
  readonly element: ModdleElement;
}

export interface ReadFlow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly isDefault: boolean;
  readonly element: ModdleElement;
}

export interface ReadModel {
  readonly definitions: ModdleElement;
  readonly process: ModdleElement;
  readonly nodes: readonly ReadNode[];
  readonly flows: readonly ReadFlow[];
  readonly lanes: readonly string[];
  /** Of reading; references to nothing are among them. */
  readonly warnings: readonly string[];
}

const list = (value: unknown): ModdleElement[] => (Array.isArray(value) ? value : []);
const idOf = (value: unknown): string => String((value as ModdleElement).id); // references are elements once read

/** As any tool reads it that knows Mirror's extension; without `withExtension`, as one that does not. */
export async function readModel(xml: string, withExtension = true): Promise<ReadModel> {
  const moddle = new BpmnModdle(withExtension ? { mirror: EXTENSION } : {});
  const { rootElement: definitions, warnings } = await moddle.fromXML(xml);
  const process = list(definitions.rootElements).find(({ $type }) => $type === 'bpmn:Process')!;
  const elements = list(process.flowElements);
  const lanes = list(process.laneSets).flatMap((set) => list(set.lanes));
  const laneOf = new Map(lanes.flatMap((lane) => list(lane.flowNodeRef).map(({ id }) => [id, String(lane.name)])));
  const isFlow = ({ $type }: ModdleElement): boolean => $type === 'bpmn:SequenceFlow';
  return {
    definitions,
    process,
    nodes: elements
      .filter((one) => !isFlow(one))
      .map((element) => {
        const { id, $type, name } = element;
        return {
          id: String(id),
          type: $type,
          name: typeof name === 'string' ? name : '',
          lane: laneOf.get(id) ?? null,
          element,
        };
      }),
    flows: elements.filter(isFlow).map((element) => ({
      id: String(element.id),
      source: idOf(element.sourceRef),
      target: idOf(element.targetRef),
      isDefault: (element.sourceRef as ModdleElement).default === element,
      element,
    })),
    lanes: lanes.map(({ name }) => String(name)),
    warnings: warnings.map(({ message }) => message),
  };
}

/** Complaints of bpmnlint's recommended rules. */
export async function lint({ definitions }: ReadModel): Promise<string[]> {
  const linter = new Linter({ resolver: new NodeResolver(), config: { extends: 'bpmnlint:recommended' } });
  const reports = await linter.lint(definitions);
  return Object.entries(reports).flatMap(([rule, found]) =>
    found.map(({ id, message }) => `${rule}: ${id} ${message}`),
  );
}

/** Complaints of the XML Schema of BPMN 2.0. */
export async function findSchemaFaults(xml: string): Promise<string[]> {
  const folder = createRequire(import.meta.url).resolve('bpmn-moddle/resources/bpmn/xsd/BPMN20.xsd');
  const read = (fileName: string) => ({
    fileName,
    contents: readFileSync(folder.replace('BPMN20.xsd', fileName), 'utf8'),
  });
  const { errors } = await validateXML({
    xml: [{ fileName: 'model.bpmn', contents: xml }],
    schema: [read('BPMN20.xsd')],
    preload: ['Semantic.xsd', 'BPMNDI.xsd', 'DC.xsd', 'DI.xsd'].map(read),
  });
  return errors.map(({ message }) => message);
}

/**
 * What keeps a model from being sound: a node that never runs, a state from which no end can be reached, a token left
 * when the process ends. Plays every game of tokens, up to `MOST_STATES` states.
 */
export function findUnsound({ nodes, flows }: ReadModel): string[] {
  const leaving = Map.groupBy(flows, ({ source }) => source);
  const arriving = Map.groupBy(flows, ({ target }) => target);
  const start = nodes.filter(({ type }) => type === 'bpmn:StartEvent');
  const ran = new Set(start.map(({ id }) => id));
  const initial = start.flatMap(({ id }) => (leaving.get(id) ?? []).map((flow) => flow.id)).toSorted();
  const nextOf = new Map<string, string[]>();
  const open = [initial];
  const keyOf = (state: readonly string[]): string => state.join(' ');
  for (let state = open.pop(); state; state = open.pop()) {
    if (nextOf.has(keyOf(state))) continue;
    if (nextOf.size > MOST_STATES) return ['too many states to look at'];
    const successors = nodes.flatMap((node) => {
      const found = fire(node, state, { arriving: arriving.get(node.id) ?? [], leaving: leaving.get(node.id) ?? [] });
      if (found.length > 0) ran.add(node.id);
      return found;
    });
    nextOf.set(keyOf(state), successors.map(keyOf));
    open.push(...successors);
  }
  return [
    ...(start.length === 1 ? [] : [`${start.length} start events`]),
    ...nodes.filter(({ id }) => !ran.has(id)).map(({ id }) => `${id} never runs`),
    ...listStuck(nextOf).map((state) => `no end from ${state}`),
  ];
}

const MOST_STATES = 20_000;

/** States after the node has run once. An end event that leaves tokens behind gives a state that never ends. */
function fire(
  { type, id }: ReadNode,
  state: readonly string[],
  { arriving, leaving }: { arriving: readonly ReadFlow[]; leaving: readonly ReadFlow[] },
): string[][] {
  const has = (flow: ReadFlow): boolean => state.includes(flow.id);
  const without = (taken: readonly ReadFlow[]): string[] => {
    const rest = [...state];
    for (const flow of taken) rest.splice(rest.indexOf(flow.id), 1);
    return rest;
  };
  const isParallel = type === 'bpmn:ParallelGateway';
  const takes = isParallel
    ? arriving.every(has) && arriving.length > 0
      ? [arriving]
      : []
    : arriving.filter(has).map((flow) => [flow]);
  return takes.flatMap((taken) => {
    const rest = without(taken);
    if (leaving.length === 0) return [rest.length === 0 ? [] : [...rest, `left by ${id}`]];
    if (isParallel) return [[...rest, ...leaving.map((flow) => flow.id)].toSorted()];
    return leaving.map((flow) => [...rest, flow.id].toSorted());
  });
}

function listStuck(nextOf: ReadonlyMap<string, readonly string[]>): string[] {
  const before = new Map<string, string[]>();
  for (const [state, next] of nextOf) for (const one of next) before.set(one, [...(before.get(one) ?? []), state]);
  const ending = new Set(['']);
  const open = [''];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const one of before.get(state) ?? []) {
      if (ending.has(one)) continue;
      ending.add(one);
      open.push(one);
    }
  }
  return [...nextOf.keys()].filter((state) => !ending.has(state));
}

/** Names of tasks that follow each other with only gateways and waits between, as "a > b"; "start" and "end" too. */
export function listFollows({ nodes, flows }: ReadModel): string[] {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const leaving = Map.groupBy(flows, ({ source }) => source);
  const isStop = ({ type }: ReadNode): boolean => type.endsWith('Task') || type === 'bpmn:EndEvent';
  const nameOf = ({ type, name }: ReadNode): string =>
    type === 'bpmn:StartEvent' ? 'start' : type === 'bpmn:EndEvent' ? 'end' : name;
  const reach = (id: string, seen: Set<string>): string[] =>
    (leaving.get(id) ?? []).flatMap(({ target }) => {
      const node = nodeOf.get(target)!;
      if (isStop(node)) return [nameOf(node)];
      if (seen.has(target)) return [];
      return reach(target, new Set([...seen, target]));
    });
  return nodes
    .filter(({ type }) => type.endsWith('Task') || type === 'bpmn:StartEvent')
    .flatMap((node) => [...new Set(reach(node.id, new Set()))].map((name) => `${nameOf(node)} > ${name}`))
    .toSorted();
}
