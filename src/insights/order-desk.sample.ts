// An order desk in the words of one of its clerks, and as a log of fifty orders; for tests of findings.
import { buildGraph } from '../graph/build-graph.ts';
import {
  clusterByLabel,
  elementId,
  mineCases,
  PROCESS,
  type RecordingRow,
  repeatCase,
  tellRecording,
} from '../graph/fixtures.ts';
import type { MinedSource } from '../graph/graph-input.ts';
import { findInsights } from './find-insights.ts';

const log = mineCases([
  ...repeatCase(48, [
    ['enter order', 'order clerk', 0],
    ['check credit', 'credit analyst', 20],
    ['release order', 'order clerk', 22],
    ['ship order', 'warehouse operator', 122],
  ]),
  ...repeatCase(2, [
    ['enter order', 'order clerk', 0],
    ['check credit', 'credit analyst', 40],
    ['refuse credit', 'credit analyst', 42],
    ['enter order', 'order clerk', 44],
  ]),
]);

export const clerk: RecordingRow = {
  id: 'clerk',
  role: 'order clerk',
  actor: 'Ruben Moss',
  steps: [
    'enter order',
    { label: 'ask credit', id: 'ask' },
    { label: 'release order', id: 'release' },
    { label: 'call carrier', id: 'call', when: elementId('clerk', 'late') },
  ],
  handoffs: [
    { to: 'credit', what: 'order', stepId: elementId('clerk', 'ask') },
    { to: 'carrier', what: 'late order', stepId: elementId('clerk', 'call') },
    { kind: 'system', from: 'Mail', to: 'SAP', what: 'order number' },
    { kind: 'system', from: 'SAP', to: 'SAP GUI', what: 'price' },
  ],
  waits: [
    {
      label: 'it ships on Fridays only',
      duration: 'P4D',
      cause: 'one truck a week',
      after: elementId('clerk', 'release'),
    },
    { label: 'the carrier answers after two days', duration: 'P2D', after: elementId('clerk', 'call') },
    { label: 'a coffee', duration: 'PT20M', after: elementId('clerk', 'call') },
    { label: 'contract of three years', duration: 'P3Y' },
  ],
  decisions: [
    {
      id: 'late',
      question: 'Is it late?',
      branches: [
        { condition: 'before noon', then: [elementId('clerk', 'release')], note: null },
        { condition: 'after noon', then: [elementId('clerk', 'call')], note: null },
      ],
    },
  ],
  exceptions: [{ label: 'no street on the form', handling: 'ask the buyer' }],
  judgements: [{ label: 'a feeling for who shouts' }],
  rework: [{ label: 'typed again when the address is wrong', to: elementId('clerk', 'step0') }],
  transfers: [{ from: 'Mail', to: 'SAP', what: 'order number' }],
  warnings: ['the last minute is silent'],
};

/** The graph and the findings of recordings and logs; of the log of orders where none is given. */
export function find(rows: readonly RecordingRow[], logs: readonly MinedSource[] = [log]) {
  const recordings = rows.map(tellRecording);
  const clusters = clusterByLabel(recordings);
  const graph = buildGraph({ process: PROCESS, recordings, clusters, logs });
  return { graph, insights: findInsights({ graph, recordings, clusters, logs }) };
}
