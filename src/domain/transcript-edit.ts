// What a person changes of a transcript: some segments in a row give way to others. Putting a word right, splitting,
// joining, adding and removing are all that, and each is taken back by the edit the other way round.
import { z } from 'zod';
import { MirrorError } from './errors.ts';
import { OffsetMs, Segment } from './evidence.ts';

/** Nobody says more in one breath; it also keeps a slip of the clipboard out. */
const MOST_CHARACTERS = 5000;

export const EditedSegment = Segment.omit({ index: true }).extend({
  startMs: OffsetMs,
  text: z.string().trim().min(1).max(MOST_CHARACTERS),
});
export type EditedSegment = z.infer<typeof EditedSegment>;

export const TranscriptEdit = z.object({
  /** The place of the first segment that gives way, or before which the new ones stand. */
  at: z.int().min(0),
  /** The texts that stand there: somebody else may have changed them. */
  was: z.array(z.string()).max(100),
  now: z.array(EditedSegment).max(100),
});
export type TranscriptEdit = z.infer<typeof TranscriptEdit>;

/**
 * The transcript after the edit.
 * @throws transcript/changed when other words stand there, transcript/unfit when times are out of order
 */
export function applyEdit(segments: readonly Segment[], { at, was, now }: TranscriptEdit): Segment[] {
  const given = segments.slice(at, at + was.length).map(({ text }) => text);
  if (at > segments.length || given.length !== was.length || given.some((text, index) => text !== was[index]))
    throw new MirrorError('transcript/changed');
  const edited = [...segments.slice(0, at), ...now, ...segments.slice(at + was.length)];
  const result = edited.map((segment, index) => ({ ...segment, index }));
  const wrong = now.find((_, offset) => !isInOrder(result, at + offset));
  if (wrong)
    throw new MirrorError('transcript/unfit', { data: { detail: `"${wrong.text}" would stand out of order` } });
  return result;
}

/** The edit that takes it back. @param after what is stored now, which may have been cleaned on the way */
export function invertEdit(
  { at, was, now }: TranscriptEdit,
  { before, after }: { readonly before: readonly Segment[]; readonly after: readonly Segment[] },
): TranscriptEdit {
  const back = before.slice(at, at + was.length).map(({ index: _index, ...segment }) => segment);
  return { at, was: after.slice(at, at + now.length).map(({ text }) => text), now: back };
}

function isInOrder(segments: readonly Segment[], at: number): boolean {
  const one = segments[at]!;
  const [before, after] = [segments[at - 1], segments[at + 1]];
  return (
    one.endMs >= one.startMs &&
    one.startMs >= (before?.startMs ?? 0) &&
    one.startMs <= (after?.startMs ?? Number.POSITIVE_INFINITY)
  );
}
