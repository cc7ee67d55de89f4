// BPMN DI: where everything is drawn.
import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { FlowModel, FlowNode } from './flow-model.ts';
import { layOut } from './layout/lay-out.ts';
import { measureText } from './layout/measure-text.ts';
import type { Box, Shape } from './layout/shapes.ts';
import type { Elements } from './to-elements.ts';

const TASK_WIDTH = 130;
const TASK_HEIGHT = 80;
/** A character of a task's name, which is written larger than other names. */
const TASK_CHARACTER = 7.3;

export function makeDiagram(moddle: BpmnModdle, model: FlowModel, elements: Elements): ModdleElement {
  const laneOf = new Map(model.lanes.flatMap(({ nodeIds }, lane) => nodeIds.map((id) => [id, lane] as const)));
  // What belongs to one step is never torn apart by the ways between steps.
  const total = model.flows.reduce((sum, { weight }) => sum + weight, 1);
  const picture = layOut(
    model.nodes.map((node) => toShape(node, laneOf.get(node.id) ?? 0)),
    model.flows.map(({ id, source, target, weight, isInside, name }) => {
      return { id, source, target, weight: isInside ? total + weight : weight, label: name };
    }),
    model.lanes.length > 0,
  );
  const bounds = (box: Box): ModdleElement => {
    const { x, y, width, height } = box;
    return moddle.create('dc:Bounds', { x, y, width, height });
  };
  const named = (label: Box | null) =>
    label ? { label: moddle.create('bpmndi:BPMNLabel', { bounds: bounds(label) }) } : {};
  const shape = (element: ModdleElement, box: Box, rest: Record<string, unknown> = {}): ModdleElement =>
    moddle.create('bpmndi:BPMNShape', {
      id: `${String(element.id)}_di`,
      bpmnElement: element,
      bounds: bounds(box),
      ...rest,
    });
  const planeElement = [
    shape(elements.participant, picture.pool, { isHorizontal: true }),
    ...picture.lanes.map((box) => shape(elements.byId.get(model.lanes[box.lane]!.id)!, box, { isHorizontal: true })),
    ...picture.shapes.map(({ id, label, ...box }) => {
      const element = elements.byId.get(id)!;
      const marker = element.$type === 'bpmn:ExclusiveGateway' ? { isMarkerVisible: true } : {};
      return shape(element, box, { ...marker, ...named(label) });
    }),
    ...picture.lines.map(({ id, points, label }) =>
      moddle.create('bpmndi:BPMNEdge', {
        id: `${id}_di`,
        bpmnElement: elements.byId.get(id)!,
        waypoint: points.map(({ x, y }) => moddle.create('dc:Point', { x, y })),
        ...named(label),
      }),
    ),
  ];
  return moddle.create('bpmndi:BPMNDiagram', {
    id: `${model.id}_diagram`,
    plane: moddle.create('bpmndi:BPMNPlane', {
      id: `${model.id}_plane`,
      bpmnElement: elements.collaboration,
      planeElement,
    }),
  });
}

function toShape({ id, kind, name }: FlowNode, lane: number): Shape {
  switch (kind) {
    case 'exclusiveGateway':
    case 'parallelGateway':
      return { id, width: 50, height: 50, docking: 'corners', lane, label: name };
    case 'startEvent':
    case 'endEvent':
    case 'timer':
      return { id, width: 36, height: 36, docking: 'port', lane, label: name };
    default: {
      const { lines } = measureText(name, TASK_WIDTH - 16, TASK_CHARACTER);
      // Five lines stand in a task of the usual height.
      return { id, width: TASK_WIDTH, height: Math.max(TASK_HEIGHT, lines * 16 + 8), docking: 'port', lane, label: '' };
    }
  }
}
