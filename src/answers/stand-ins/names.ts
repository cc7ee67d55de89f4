// In: a process. Out: its names, by what is done with them when a text leaves this machine.
import type { AnswerInput } from '../answer-input.ts';
import { listNames } from '../names/list-names.ts';
import type { StandInNames } from './stand-ins.ts';

/** Names that stand for work (roles, activities, artifacts) stay as they are: a question could not be read without them. */
export function standInNames(input: AnswerInput): StandInNames {
  const names = listNames(input);
  const of = (...kinds: readonly string[]): string[] =>
    names.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  return {
    person: of('person').toSorted(),
    system: of('system').toSorted(),
    title: [
      input.process.name,
      ...(input.process.owner === null ? [] : [input.process.owner]),
      ...input.logs.map(({ log }) => log.name),
      ...input.recordings.map(({ recording }) => recording.title),
    ],
    plain: of('role', 'activity', 'artifact'),
  };
}
