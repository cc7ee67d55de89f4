// A message to a hosted model, as one of the gallery's conversations would send it.
import type { Payload } from '../../src/domain/policy.ts';

const BODY = JSON.stringify({
  model: 'claude-sonnet-4-5',
  max_tokens: 1200,
  system:
    'You answer questions about one business process. Use the tools; cite an item for every sentence. What is not in the items you do not know.',
  messages: [
    { role: 'user', content: 'Where do cases wait longest and why?' },
    {
      role: 'assistant',
      content: [{ type: 'tool_use', id: 'call-1', name: 'bottlenecks', input: {} }],
    },
    {
      role: 'user',
      content: [
        {
          type: 'tool_result',
          tool_use_id: 'call-1',
          content:
            '[1] schedule visit → inspect damage: median wait 62 h, 23 % of all waiting, n = 211. Cause: Person A does it alone, on two days a week.\n[2] register claim → check policy in System 2: median wait 18 h, 9 % of all waiting, n = 480.',
        },
      ],
    },
  ],
  tools: [
    {
      name: 'bottlenecks',
      description: 'Places that take a large share of the waiting time.',
      input_schema: { type: 'object' },
    },
    {
      name: 'neighbours',
      description: 'What directly follows what, with counts and waits.',
      input_schema: { type: 'object' },
    },
  ],
});

export const PAYLOAD: Payload = {
  approvalId: 'approval-1',
  host: 'api.anthropic.com',
  url: 'https://api.anthropic.com/v1/messages',
  model: 'claude-sonnet-4-5',
  purpose: 'question about a process',
  release: 'figures',
  body: BODY,
  bytes: new TextEncoder().encode(BODY).length,
  sha256: '5f2d0c9a8e7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d',
  needsOwner: null,
  exception: null,
  standIns: [
    { standIn: 'Person A', name: 'Marta Lind' },
    { standIn: 'System 2', name: 'Ledgerly' },
  ],
};
