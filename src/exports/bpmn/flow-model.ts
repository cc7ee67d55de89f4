// What is written as BPMN, before it has a place on the page.
import type { Grounds } from '../../domain/evidence.ts';
import type { Durations, Sources } from '../../domain/graph.ts';
import type { LeftOut } from './main-behaviour.ts';

export type FlowNodeKind =
  | 'startEvent'
  | 'endEvent'
  | 'task'
  | 'userTask'
  | 'manualTask'
  | 'serviceTask'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'timer';

/** Where a part of the diagram comes from. */
export interface Facts extends Pick<Grounds, 'evidence' | 'provenance' | 'confidence01'> {
  readonly id: string;
  readonly kind: 'activity' | 'transition' | 'finding';
  readonly label?: string;
  readonly count?: number;
  readonly cases?: number;
  readonly sources?: Sources;
  readonly wait?: Durations | null;
}

export interface FlowNode {
  /** An NCName. */
  readonly id: string;
  readonly kind: FlowNodeKind;
  /** Empty where nothing needs to be said. */
  readonly name: string;
  /** Null: nobody knows who does it. */
  readonly role: string | null;
  readonly documentation: readonly string[];
  readonly facts: readonly Facts[];
  /** ISO 8601, of a timer. */
  readonly duration?: string;
}

export interface Condition {
  readonly words: string;
  /** A name that a run can give the answer under. */
  readonly variable: string;
}

export interface SequenceFlow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly name: string;
  readonly condition: Condition | null;
  /** Taken where no condition of its gateway holds. */
  readonly isDefault: boolean;
  /** How often it is taken; 0 when nobody says so, or where it is the only way on. */
  readonly weight: number;
  /** Both ends belong to one step: its gateways, its task, the wait after it. */
  readonly isInside: boolean;
  readonly documentation: readonly string[];
  readonly facts: readonly Facts[];
}

export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly nodeIds: readonly string[];
}

export interface FlowModel {
  readonly id: string;
  readonly name: string;
  readonly documentation: readonly string[];
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly SequenceFlow[];
  /** In order of first appearance; empty where no role is known at all. */
  readonly lanes: readonly Lane[];
  readonly leftOut: readonly LeftOut[];
}
