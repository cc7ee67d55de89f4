// What every part of the diagram is built from.
import type { ExportInput } from '../export-input.ts';
import type { AttachedFindings } from './attach-findings.ts';
import type { FlowNode } from './flow-model.ts';
import type { Selection } from './main-behaviour.ts';
import type { PlacedConditions } from './place-conditions.ts';

export interface Plan {
  readonly input: ExportInput;
  readonly selection: Selection;
  readonly conditions: PlacedConditions;
  readonly findings: AttachedFindings;
}

/** Nodes of one unit from where ways arrive to where they leave, and the links between them. */
export interface UnitNodes {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly Link[];
  readonly first: string;
  readonly last: string;
}

export interface Link {
  readonly source: string;
  readonly target: string;
  /** How often it is taken; 0 where it is the only way on. */
  readonly weight: number;
}
