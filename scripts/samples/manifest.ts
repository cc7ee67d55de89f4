import { STORIES } from './stories/all.ts';

/** The sample's table of contents: what belongs together, who recorded it, and what the log's columns mean. */
export function makeManifest(): string {
  const manifest = {
    schema: 'mirror-sample/1',
    process: {
      name: 'Customer onboarding',
      owner: 'Tobias Renn',
      description:
        'Larkspan Networks, an invented provider of managed lines, takes in a new business customer: from the first inquiry over order, credit check, contract, line and router to the first invoice.',
    },
    recordings: STORIES.map(({ name, actor, role, title }) => ({
      file: `${name}.webm`,
      transcript: `${name}.vtt`,
      events: `${name}.events.jsonl`,
      actor,
      role,
      title,
    })),
    logs: [
      {
        file: 'event-log.csv',
        mapping: {
          case: 'case_id',
          activity: 'activity',
          start: 'start_time',
          timestamp: 'end_time',
          resource: 'resource',
          role: 'role',
        },
      },
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
