// The flow model as BPMN 2.0 elements of bpmn-moddle.
import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { FlowModel, FlowNode, SequenceFlow } from './flow-model.ts';
import { makeFact, makeLeftOut } from './mirror-extension.ts';
import { toXmlText } from './words.ts';

export interface Elements {
  readonly collaboration: ModdleElement;
  readonly participant: ModdleElement;
  readonly process: ModdleElement;
  /** Nodes, flows and lanes by id. */
  readonly byId: ReadonlyMap<string, ModdleElement>;
}

const TYPES: Readonly<Record<FlowNode['kind'], string>> = {
  startEvent: 'bpmn:StartEvent',
  endEvent: 'bpmn:EndEvent',
  task: 'bpmn:Task',
  userTask: 'bpmn:UserTask',
  manualTask: 'bpmn:ManualTask',
  serviceTask: 'bpmn:ServiceTask',
  exclusiveGateway: 'bpmn:ExclusiveGateway',
  parallelGateway: 'bpmn:ParallelGateway',
  timer: 'bpmn:IntermediateCatchEvent',
};

/** One pool with one process; references are set on both sides, as the standard wants incoming and outgoing. */
export function makeElements(moddle: BpmnModdle, model: FlowModel): Elements {
  const leaving = Map.groupBy(model.flows, ({ source }) => source);
  const nodes = new Map(model.nodes.map((node) => [node.id, makeNode(moddle, node, leaving.get(node.id) ?? [])]));
  const flows = new Map(model.flows.map((flow) => [flow.id, makeFlow(moddle, flow, nodes)]));
  for (const { id, source, target, isDefault } of model.flows) {
    const flow = flows.get(id)!;
    link(nodes.get(source)!, 'outgoing', flow);
    link(nodes.get(target)!, 'incoming', flow);
    if (isDefault) nodes.get(source)!.default = flow;
  }
  const lanes = new Map(
    model.lanes.map(({ id, name, nodeIds }) => [
      id,
      moddle.create('bpmn:Lane', { id, name: toXmlText(name), flowNodeRef: nodeIds.map((node) => nodes.get(node)!) }),
    ]),
  );
  const process = moddle.create('bpmn:Process', {
    id: model.id,
    name: toXmlText(model.name),
    isExecutable: true,
    ...describe(
      moddle,
      model.documentation,
      model.leftOut.map((one) => makeLeftOut(moddle, one)),
    ),
    ...(lanes.size > 0
      ? { laneSets: [moddle.create('bpmn:LaneSet', { id: `${model.id}_lanes`, lanes: [...lanes.values()] })] }
      : {}),
    flowElements: [...nodes.values(), ...flows.values()],
  });
  const participant = moddle.create('bpmn:Participant', {
    id: `${model.id}_pool`,
    name: toXmlText(model.name),
    processRef: process,
  });
  return {
    collaboration: moddle.create('bpmn:Collaboration', { id: `${model.id}_page`, participants: [participant] }),
    participant,
    process,
    byId: new Map([...nodes, ...flows, ...lanes]),
  };
}

function link(node: ModdleElement, side: 'incoming' | 'outgoing', flow: ModdleElement): void {
  const list = node[side];
  if (Array.isArray(list)) list.push(flow);
  else node[side] = [flow];
}

function makeNode(moddle: BpmnModdle, node: FlowNode, leaving: readonly SequenceFlow[]): ModdleElement {
  const isGateway = node.kind === 'exclusiveGateway' || node.kind === 'parallelGateway';
  return moddle.create(TYPES[node.kind], {
    id: node.id,
    ...(node.name === '' ? {} : { name: toXmlText(node.name) }),
    ...describe(
      moddle,
      node.documentation,
      node.facts.map((facts) => makeFact(moddle, facts)),
    ),
    ...(isGateway ? { gatewayDirection: leaving.length > 1 ? 'Diverging' : 'Converging' } : {}),
    ...(node.kind === 'timer' ? { eventDefinitions: [makeTimer(moddle, node)] } : {}),
  });
}

const makeTimer = (moddle: BpmnModdle, { id, duration }: FlowNode): ModdleElement =>
  moddle.create('bpmn:TimerEventDefinition', {
    id: `${id}_timer`,
    timeDuration: moddle.create('bpmn:FormalExpression', { body: duration }),
  });

function makeFlow(
  moddle: BpmnModdle,
  { id, source, target, name, condition, documentation, facts }: SequenceFlow,
  nodes: ReadonlyMap<string, ModdleElement>,
): ModdleElement {
  const words = condition ? [`Taken when “${condition.variable}” is set: ${condition.words}.`] : [];
  return moddle.create('bpmn:SequenceFlow', {
    id,
    ...(name === '' ? {} : { name: toXmlText(name) }),
    ...describe(
      moddle,
      [...words, ...documentation],
      facts.map((one) => makeFact(moddle, one)),
    ),
    sourceRef: nodes.get(source)!,
    targetRef: nodes.get(target)!,
    ...(condition
      ? {
          conditionExpression: moddle.create('bpmn:FormalExpression', {
            body: `\${environment.variables.${condition.variable}}`,
          }),
        }
      : {}),
  });
}

function describe(
  moddle: BpmnModdle,
  documentation: readonly string[],
  values: readonly ModdleElement[],
): Record<string, unknown> {
  const text = toXmlText(documentation.join('\n'));
  return {
    ...(text === '' ? {} : { documentation: [moddle.create('bpmn:Documentation', { text })] }),
    ...(values.length === 0 ? {} : { extensionElements: moddle.create('bpmn:ExtensionElements', { values }) }),
  };
}
