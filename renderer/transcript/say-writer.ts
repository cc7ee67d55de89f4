// In: who wrote the words of a recording, as it is stored. Out: the same for people.

/** `file`, `person`, or `model:` with an id and, behind an @, which of its files. */
export function sayWriter(transcriptBy: string | null | undefined): string {
  if (transcriptBy === 'person') return 'put right by a person';
  const model = /^model:([^@]+)/.exec(transcriptBy ?? '')?.[1];
  return model === undefined ? 'given with the recording' : `as ${model} heard them`;
}
