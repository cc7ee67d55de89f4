// PET's own file format (JSON lines of Neuberger et al. 2023), read, checked and tagged.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Tagger } from '../../src/needs/tagger.ts';
import { inTextOrder } from '../../src/steps/mentions/find-relations.ts';
import { MENTION_TYPES, type Mention, RELATION_TYPES, type RelationType } from '../../src/steps/mentions/types.ts';
import type { Word } from '../../src/steps/words.ts';

const Entity = z.object({ mention_indices: z.array(z.int().nonnegative()).min(1) });
const PetDocument = z.object({
  id: z.string(),
  tokens: z.array(z.object({ text: z.string(), sentence_id: z.int().nonnegative() })),
  mentions: z.array(
    z.object({
      token_indices: z.array(z.int().nonnegative()).min(1),
      sentence_id: z.int().nonnegative(),
      ner: z.enum(MENTION_TYPES),
    }),
  ),
  entities: z.array(Entity),
  relations: z.array(z.object({ head_entity: Entity, tail_entity: Entity, type: z.enum(RELATION_TYPES) })),
});

export interface GoldDocument {
  readonly id: string;
  /** The source of the text: the number before the dot. */
  readonly family: string;
  readonly sentences: readonly (readonly Word[])[];
  /** In text order. */
  readonly mentions: readonly Mention[];
  /** Positions in `mentions`. */
  readonly entities: readonly (readonly number[])[];
  /** Between positions in `entities`. */
  readonly relations: readonly { readonly type: RelationType; readonly head: number; readonly tail: number }[];
}

/** Reads a file of documents, one per line. Throws on the first line that is no such document. */
export function readPet(file: string, tagger: Tagger): GoldDocument[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const parsed = PetDocument.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}:${at + 1}: ${z.prettifyError(parsed.error)}`);
    return [toGold(parsed.data, tagger)];
  });
}

function toGold(document: z.infer<typeof PetDocument>, tagger: Tagger): GoldDocument {
  const sentences = Map.groupBy(document.tokens, (token) => token.sentence_id);
  const unsorted = document.mentions.map(({ ner, sentence_id, token_indices }, place) => ({
    place,
    mention: {
      type: ner,
      sentence: sentence_id,
      from: Math.min(...token_indices),
      to: Math.max(...token_indices) + 1,
    } satisfies Mention,
  }));
  const sorted = unsorted.toSorted((one, other) => inTextOrder(one.mention, other.mention));
  const rank = new Map(sorted.map(({ place }, position) => [place, position]));
  const entities = document.entities.map((entity) => entity.mention_indices.flatMap((place) => rank.get(place) ?? []));
  const entityOf = (place: number | undefined): number =>
    entities.findIndex((members) => members.includes(rank.get(place ?? -1) ?? -1));
  const relations = document.relations.map(({ type, head_entity, tail_entity }) => ({
    type,
    head: entityOf(head_entity.mention_indices[0]),
    tail: entityOf(tail_entity.mention_indices[0]),
  }));
  return {
    id: document.id,
    family: /(\d+)\.\d+$/.exec(document.id)?.[1] ?? document.id,
    sentences: [...sentences.keys()]
      .toSorted((one, other) => one - other)
      .map((key) =>
        tagTokens(
          (sentences.get(key) ?? []).map((token) => token.text),
          key,
          tagger,
        ),
      ),
    mentions: sorted.map(({ mention }) => mention),
    entities,
    relations,
  };
}

/** PET splits words its own way: each of its tokens takes the tag of the last tagged word inside it. */
export function tagTokens(tokens: readonly string[], sentence: number, tagger: Tagger): Word[] {
  const tagged = tagger.tag(tokens.join(' '));
  let start = 0;
  return tokens.map((text, place) => {
    const end = start + text.length;
    const inside = tagged.filter((word) => word.start < end && word.end > start);
    const best = inside.findLast((word) => word.pos !== 'PUNCT') ?? inside.at(-1);
    const lower = text.toLowerCase().replace(/[’‘]/g, "'");
    const lemma = inside.length === 1 && best ? best.lemma : lower;
    const word = {
      text,
      start,
      end,
      lower,
      lemma,
      pos: best?.pos ?? 'X',
      segment: sentence,
      opensSegment: place === 0,
    };
    start = end + 1;
    return word satisfies Word;
  });
}
