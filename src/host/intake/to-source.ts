// In: a part of what was given, and what a person says of it. Out: what the flow takes in.
import { MirrorError } from '../../domain/errors.ts';
import type { PartWish } from '../../domain/intake.ts';
import type { Source } from '../../domain/source.ts';
import type { ArrangedPart } from '../../ingest/arrange-files.ts';

interface Place {
  /** Where a file of that path lies. */
  readonly fileOf: (path: string) => string;
  readonly isOneOfMany: boolean;
}

/** @throws usage for what the part cannot be */
export function toSource(part: ArrangedPart, wish: PartWish, { fileOf, isOneOfMany }: Place): Source {
  const { as, columns = {}, choices } = wish;
  const [actor, role] = [wish.actor || undefined, wish.role || undefined];
  if (!part.canBe.includes(as))
    throw new MirrorError('usage', { data: { detail: `${part.file} cannot be taken in as that` } });
  const file = fileOf(part.file);
  switch (as) {
    case 'document':
      return { kind: 'document', file, isOneOfMany };
    case 'log':
      return { kind: 'log', file, columns, choices };
    case 'activity':
      return { kind: 'activity', file, actor, role };
    case 'recording': {
      // A text that is taken as words is its own transcript.
      const transcript = part.kind === 'recording' ? part.transcript && fileOf(part.transcript) : file;
      return { kind: 'recording', file, transcript, events: part.events && fileOf(part.events), actor, role };
    }
  }
}
