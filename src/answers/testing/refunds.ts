// A small process for tests: two people tell how refunds are made, and a log of four cases.
import { buildGraph } from '../../graph/build-graph.ts';
import { clusterByLabel, mineCases, PROCESS, tellRecording } from '../../graph/fixtures.ts';
import { findInsights } from '../../insights/find-insights.ts';
import type { AnswerInput } from '../answer-input.ts';

export function refunds(): AnswerInput {
  const recordings = [
    tellRecording({
      id: 'r1',
      role: 'support clerk',
      actor: 'Dana Holt',
      steps: [
        { label: 'record claim', system: 'Helpdesk', artifact: 'claim' },
        { label: 'check receipt', system: 'Helpdesk', artifact: 'receipt' },
        { label: 'thank customer' },
      ],
      exceptions: [{ label: 'the receipt is missing', handling: 'I ask the customer for a photo' }],
      judgements: [{ label: 'I can tell who is lying' }],
      transfers: [{ from: 'Claim 7 - Helpdesk', to: 'Payment - Ledger' }],
    }),
    tellRecording({
      id: 'r2',
      role: 'accountant',
      actor: 'Tom Bray',
      steps: [{ label: 'pay refund', system: 'Ledger', artifact: 'refund' }],
      decisions: [
        {
          question: 'Is it over 500?',
          branches: [{ condition: 'the refund is over 500', then: [], note: 'the director signs' }],
        },
      ],
      waits: [{ label: 'the bank takes two days', duration: 'P2D', cause: 'the bank' }],
    }),
  ];
  const whole = [
    ['record claim', 'support clerk', 0, 1, 'Dana Holt'],
    ['check receipt', 'support clerk', 2, 1, 'Dana Holt'],
    ['pay refund', 'accountant', 27, 2, 'Tom Bray'],
  ] as const;
  const again = [...whole.slice(0, 2), ['check receipt', 'support clerk', 5, 1, 'Dana Holt'] as const, whole[2]];
  const logs = [mineCases([whole, whole, whole, again], { explained: true })];
  const clusters = clusterByLabel(recordings);
  const graph = buildGraph({ process: PROCESS, recordings, clusters, logs });
  return {
    process: PROCESS,
    graph,
    insights: findInsights({ graph, recordings, clusters, logs }),
    recordings,
    logs: logs.map(({ log }) => ({ log, columns: null })),
  };
}
