import { z } from 'zod';
import { EvidenceRef } from '../../domain/evidence.ts';
import type { AnswerInput } from '../answer-input.ts';
import { citeSome } from './cite-some.ts';
import { defineTool } from './tool.ts';

const Person = z.object({
  name: z.string(),
  role: z.string().nullable(),
  /** Recordings they made. */
  recordings: z.array(z.string()),
  /** What their recordings show them doing, as they tell it. */
  steps: z.array(z.string()),
  /** Empty for people only an event log names. */
  evidence: z.array(EvidenceRef),
});
export type Person = z.infer<typeof Person>;

export const listPeople = defineTool({
  name: 'people',
  description:
    'The people who recorded the process, with their roles, their recordings and the steps they show. For people of the event logs use `workers`. {} lists all.',
  input: z.object({
    name: z.string().optional().describe('one person, by name'),
    role: z.string().optional().describe('only people of this role'),
  }),
  output: z.object({ people: z.array(Person) }),
  run: ({ name, role }, from) => {
    const people = recorders(from).filter(
      (each) => (name === undefined || each.name === name) && (role === undefined || each.role === role),
    );
    return { people };
  },
});

function recorders({ recordings }: AnswerInput): Person[] {
  const people = new Map<string, Person>();
  for (const { recording, extraction } of recordings) {
    if (recording.actor === null) continue;
    const known = people.get(recording.actor);
    const own = extraction.steps.filter(
      ({ unsure, actor }) => !unsure && (actor === recording.role || actor === recording.actor),
    );
    people.set(recording.actor, {
      name: recording.actor,
      role: known?.role ?? recording.role,
      recordings: [...(known?.recordings ?? []), recording.title],
      steps: [...(known?.steps ?? []), ...own.map(({ label }) => label)],
      evidence: citeSome([...(known ? [known] : []), ...own]),
    });
  }
  return [...people.values()];
}
