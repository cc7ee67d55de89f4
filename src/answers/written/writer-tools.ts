// The tools as models are given them: names, what they are good for, and JSON schemas of what they take.
import { z } from 'zod';
import type { WriterTool } from '../../needs/writer.ts';
import { TOOLS } from '../tools/all-tools.ts';
import type { Openness } from './show.ts';

/** In the place of these, models have the search over all evidence. */
const NOT_FOR_WRITERS: ReadonlySet<string> = new Set(['search_words']);

export const AskMirror = z.object({
  question: z.string().min(1).max(300).describe('One plain question, such as "How long do cases take in March 2026?"'),
});
export const SearchEvidence = z.object({
  words: z.string().min(1).max(200).describe('Words to look for'),
  limit: z.int().min(1).max(20).default(8),
});
export const ReadMoment = z.object({ item: z.int().min(1).describe('The number of an item that you were given') });

/** What only the host can do: it has the search, the evidence and the answerer with its periods. */
export const HOST_TOOLS = { ask_mirror: AskMirror, search_evidence: SearchEvidence, read_moment: ReadMoment } as const;
export type HostTool = keyof typeof HOST_TOOLS;

const DESCRIPTIONS: Readonly<Record<HostTool, string>> = {
  ask_mirror:
    'Asks the answerer that works without a model; it knows periods ("in March"), and counts of most things, and says so when it does not understand.',
  search_evidence: 'Finds what people said, titles of windows, text on screens and pages of documents by words.',
  read_moment: 'What was said around the moment that an item comes from.',
};

/** Words of people are searched and read only where they may be shown. */
export function listWriterTools(openness: Openness): WriterTool[] {
  const hosted = (Object.keys(HOST_TOOLS) as HostTool[]).filter(
    (name) => openness === 'words' || name === 'ask_mirror',
  );
  return [
    ...TOOLS.filter(({ name }) => !NOT_FOR_WRITERS.has(name)).map(({ name, description, input }) => ({
      name,
      description,
      input: schemaOf(input),
    })),
    ...hosted.map((name) => ({ name, description: DESCRIPTIONS[name], input: schemaOf(HOST_TOOLS[name]) })),
  ];
}

/** As a model fills it in, so defaults are not asked for; without what servers of some models stumble over. */
function schemaOf(input: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input', target: 'draft-7' }) as Record<
    string,
    unknown
  >;
  return schema;
}
