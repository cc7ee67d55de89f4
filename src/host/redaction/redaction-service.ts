// In: what a person wants of redaction. Out: the rules of the workspace, changed or tried out, and what they have done.
import type { RedactionChange, RedactionService } from '../../api/redaction-service.ts';
import { MirrorError } from '../../domain/errors.ts';
import {
  type OwnPattern,
  type RedactedSubject,
  type RedactionCounts,
  RedactionKind,
  type RedactionRules,
  type RedactionView,
} from '../../domain/redaction.ts';
import { createOwnRule } from '../../evidence/redact/own-patterns.ts';
import { KIND_WORDS, placeholderOf } from '../../evidence/redact/placeholders.ts';
import type { Store } from '../../needs/store.ts';
import type { Host } from '../host.ts';
import { readRedactionCounts, readRedactionRules, screensOf, writeRedactionRules } from './rules-setting.ts';

const LIMITS = [
  'Pictures, sound and files are kept as they came: rules replace text, and text only.',
  'The cases, activities and resources of event logs are kept as they are: cases are told apart by them.',
  'Names of processes, people and roles are kept, and the words of a consent.',
  'A change of rules holds for what is stored from then on; what is stored stays as it is until it is taken in again.',
  'Rules find shapes and check digits. What has neither, such as most names and addresses of houses, needs own patterns.',
];

export function createRedactionService({ store, offThread }: Pick<Host, 'store' | 'offThread'>): RedactionService {
  const write = (rules: RedactionRules): RedactionView => {
    writeRedactionRules(store, rules);
    return viewRedaction(store);
  };
  return {
    read: () => viewRedaction(store),
    change: (change) => write(changeRules(readRedactionRules(store), change)),
    add: (own) => write(addOwn(readRedactionRules(store), own)),
    drop: (pattern) => write(dropOwn(readRedactionRules(store), pattern)),
    try: (text, signal) => offThread.run('tryRedaction', [text, readRedactionRules(store)], signal),
  };
}

function changeRules(rules: RedactionRules, change: RedactionChange): RedactionRules {
  if ('isNumbered' in change) return { ...rules, isNumbered: change.isNumbered };
  const on = RedactionKind.options.filter((kind) => (kind === change.kind ? change.isOn : rules.on.includes(kind)));
  return { ...rules, on };
}

/** @throws redaction/bad-pattern before it is kept: kept, it would stand in the way of every save */
function addOwn(rules: RedactionRules, own: OwnPattern): RedactionRules {
  createOwnRule(own);
  const others = rules.own.filter(({ pattern }) => pattern !== own.pattern);
  if (others.length >= 200) throw new MirrorError('usage', { data: { detail: 'There is room for 200 own patterns' } });
  return { ...rules, own: [...others, own] };
}

function dropOwn(rules: RedactionRules, pattern: string): RedactionRules {
  const own = rules.own.filter((each) => each.pattern !== pattern);
  if (own.length < rules.own.length) return { ...rules, own };
  throw new MirrorError('usage', { data: { detail: `"${pattern}" is none of your own patterns` } });
}

function viewRedaction(store: Store): RedactionView {
  const { on, own, isNumbered } = readRedactionRules(store);
  const subjects = listSubjects(store);
  const countOf = (kind: RedactionKind): number => subjects.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0);
  return {
    kinds: RedactionKind.options.map((kind) => ({
      kind,
      isOn: on.includes(kind),
      words: KIND_WORDS[kind].many,
      placeholder: placeholderOf(kind),
      count: countOf(kind),
    })),
    own,
    isNumbered,
    subjects,
    limits: LIMITS,
  };
}

function listSubjects(store: Store): RedactedSubject[] {
  const counts = readRedactionCounts(store);
  return store.listProcesses().flatMap(({ id, name: process }) => {
    const all = [
      ...store.listRecordings(id).map((each) => ({ id: each.id, kind: 'recording' as const, name: each.title })),
      ...store.listArtifacts(id).map((each) => ({ id: each.id, kind: 'document' as const, name: each.name })),
      ...store.listLogs(id).map((each) => ({ id: each.id, kind: 'log' as const, name: each.name })),
    ];
    return all.flatMap((each) =>
      withCounts({ ...each, process }, addCounts(counts[each.id], counts[screensOf(each.id)])),
    );
  });
}

const withCounts = (
  subject: Omit<RedactedSubject, 'counts'>,
  counts: RedactionCounts | undefined,
): RedactedSubject[] => (counts === undefined ? [] : [{ ...subject, counts }]);

function addCounts(one: RedactionCounts | undefined, other: RedactionCounts | undefined): RedactionCounts | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const kinds = RedactionKind.options.filter((kind) => kind in one || kind in other);
  return Object.fromEntries(kinds.map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)]));
}
