// What the product makes of one document, and how much of it is in the gold: mentions, relations, both together.
import {
  findMentions,
  type MentionModel,
  readDescription,
  trainMentions,
} from '../../src/steps/mentions/find-mentions.ts';
import { findRelations, type RelationModel, trainRelations } from '../../src/steps/mentions/find-relations.ts';
import { linkMentions } from '../../src/steps/mentions/link-mentions.ts';
import type { Mention, Relation } from '../../src/steps/mentions/types.ts';
import type { GoldDocument } from './read-pet.ts';
import { type Count, countKeys, type Keys } from './score.ts';

export interface Models {
  readonly mentions: MentionModel | null;
  readonly relations: RelationModel;
}

export interface Judgement {
  readonly family: string;
  readonly mentions: ReadonlyMap<string, Count>;
  readonly relations: ReadonlyMap<string, Count>;
  readonly endToEnd: ReadonlyMap<string, Count>;
}

/** Learns from whole documents; `byRules` leaves the tagger of mentions out. */
export function trainModels(documents: readonly GoldDocument[], { byRules }: { byRules: boolean }): Models {
  const examples = documents.map((document) => ({ document, read: readDescription(document) }));
  const relations = trainRelations(
    examples.map(({ document, read }) => {
      const related = new Set(document.relations.map(({ type, head, tail }) => `${type}|${head}|${tail}`));
      const entityOf = indexEntities(document.entities);
      return {
        sentences: read.sentences,
        mentions: document.mentions,
        isRelated: (type, head, tail) => related.has(`${type}|${entityOf[head]}|${entityOf[tail]}`),
      };
    }),
  );
  const mentions = byRules
    ? null
    : trainMentions(examples.map(({ document, read }) => ({ read, mentions: document.mentions })));
  return { mentions, relations };
}

export function judgeDocument(document: GoldDocument, models: Models): Judgement {
  const read = readDescription(document);
  const found = findMentions(read, models.mentions);
  const goldScene = { sentences: read.sentences, mentions: document.mentions };
  const foundScene = { sentences: read.sentences, mentions: found };
  const goldKeys = relationKeys(document.relations, clusterNames(document.mentions, document.entities));
  return {
    family: document.family,
    mentions: countKeys(mentionKeys(found), mentionKeys(document.mentions)),
    relations: countKeys(
      relationKeys(
        liftRelations(findRelations(goldScene, models.relations), document.entities),
        clusterNames(document.mentions, document.entities),
      ),
      goldKeys,
    ),
    endToEnd: countKeys(endToEndKeys(foundScene, models.relations), goldKeys),
  };
}

function endToEndKeys(scene: Parameters<typeof linkMentions>[0], model: RelationModel): Keys {
  const entities = linkMentions(scene);
  return relationKeys(liftRelations(findRelations(scene, model), entities), clusterNames(scene.mentions, entities));
}

function mentionKeys(mentions: readonly Mention[]): Keys {
  return toKeys(mentions.map((mention) => [mention.type, nameMention(mention)]));
}

function nameMention({ type, sentence, from, to }: Mention): string {
  return `${type} ${sentence}:${from}-${to}`;
}

/** Relations between mentions become relations between their entities. */
function liftRelations(relations: readonly Relation[], entities: readonly (readonly number[])[]): Relation[] {
  const entityOf = indexEntities(entities);
  return relations.map(({ type, head, tail }) => ({ type, head: entityOf[head] ?? -1, tail: entityOf[tail] ?? -1 }));
}

function indexEntities(entities: readonly (readonly number[])[]): number[] {
  const index: number[] = [];
  entities.forEach((members, entity) => {
    for (const member of members) index[member] = entity;
  });
  return index;
}

/** The name of an entity is all its mentions: one mention more or less makes another name. */
function clusterNames(mentions: readonly Mention[], entities: readonly (readonly number[])[]): string[] {
  return entities.map((members) =>
    members
      .flatMap((at) => mentions[at] ?? [])
      .map(nameMention)
      .sort()
      .join(' + '),
  );
}

function relationKeys(relations: readonly Relation[], names: readonly string[]): Keys {
  return toKeys(relations.map(({ type, head, tail }) => [type, `${names[head]} > ${names[tail]}`]));
}

function toKeys(pairs: readonly (readonly [string, string])[]): Keys {
  const keys = new Map<string, Set<string>>();
  for (const [type, key] of pairs) keys.set(type, (keys.get(type) ?? new Set()).add(key));
  return keys;
}
