// In: one process, corrected. Out: a BPMN 2.0 file with a picture, which modellers open and engines run.
import { BpmnModdle } from 'bpmn-moddle';
import { Writer } from 'moddle-xml';
import type { ExportInput } from '../export-input.ts';
import { buildFlowModel } from './build-flow-model.ts';
import { selectBehaviour } from './main-behaviour.ts';
import { EXTENSION } from './mirror-extension.ts';
import { makeDiagram } from './to-diagram.ts';
import { makeElements } from './to-elements.ts';

export interface BpmnOptions {
  /** `main`, the default, draws what explains the main behaviour and lists the rest; see `selectBehaviour`. */
  readonly scope?: 'main' | 'everything';
}

/**
 * BPMN 2.0 XML: one pool with a lane for each role. Everything lies on a way from the start to an end. A condition is
 * an expression over one variable (`environment.variables.NAME`); a run that sets none takes the default flows and
 * ends. Evidence and counts stand in extension elements, see `EXTENSION`. The same input gives the same bytes.
 */
export function writeBpmn(input: ExportInput, { scope = 'main' }: BpmnOptions = {}): string {
  const moddle = new BpmnModdle({ mirror: EXTENSION });
  const model = buildFlowModel(input, selectBehaviour(input.graph, scope));
  const elements = makeElements(moddle, model);
  const definitions = moddle.create('bpmn:Definitions', {
    id: `${model.id}_definitions`,
    targetNamespace: EXTENSION.uri,
    exporter: 'Mirror',
    rootElements: [elements.collaboration, elements.process],
    diagrams: [makeDiagram(moddle, model, elements)],
  });
  return new Writer({ format: true, preamble: true }).toXML(definitions);
}
