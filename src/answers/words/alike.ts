// Words that people use for each other when they speak of their work.
import { rootOf } from '../names/same-word.ts';
import { rootsOfMeaning } from './same-meaning.ts';

/** Near enough where a text is searched, too far where a name is meant: a hit shows its own words. */
const ALIKE: readonly (readonly string[])[] = [
  [
    'missing',
    'empty',
    'without',
    'lacking',
    'lack',
    'absent',
    'forgotten',
    'blank',
    'lost',
    'incomplete',
    'no',
    'not',
    'nothing',
    'none',
  ],
  ['reject', 'no'],
  ['confirm', 'accept'],
  ['return', 'back'],
  ['show', 'appear', 'attend'],
  [
    'over',
    'above',
    'exceed',
    'more',
    'high',
    'higher',
    'large',
    'larger',
    'big',
    'bigger',
    'greater',
    'longer',
    'beyond',
    'expensive',
    'costly',
  ],
  ['under', 'below', 'less', 'low', 'lower', 'small', 'smaller', 'shorter', 'beneath', 'cheap'],
  ['wrong', 'incorrect', 'mistake', 'error', 'faulty', 'false', 'bad'],
  ['damaged', 'broken', 'defective', 'faulty', 'defect', 'broke'],
  ['late', 'delayed', 'overdue'],
  ['mail', 'email', 'write'],
  ['approve', 'accept', 'authorise', 'grant', 'agree', 'sign', 'clear', 'release'],
  ['pick', 'answer'],
  ['pick', 'collect', 'fetch'],
  ['fail', 'break', 'broken'],
  ['unclear', 'ambiguous', 'vague'],
  ['doubt', 'unsure', 'uncertain'],
  ['unreadable', 'illegible'],
  ['urgent', 'rush', 'immediate', 'immediately', 'once'],
  ['pay', 'paid', 'salary', 'wage'],
  ['boss', 'foreman'],
  ['cost', 'price', 'fee'],
  ['need', 'require', 'take', 'necessary'],
  ['send', 'forward', 'pass', 'hand', 'give', 'go'],
  ['inform', 'tell'],
  ['fix', 'correct'],
  ['look', 'check', 'review', 'inspect', 'examine', 'read'],
  ['get', 'receive', 'arrive', 'come'],
  ['firm', 'company'],
  ['stop', 'cancel'],
  ['copy', 'type', 'enter'],
  ['finish', 'close'],
  ['text', 'message', 'sms'],
  ['issue', 'give', 'grant'],
  ['keep', 'hold'],
  ['fill', 'complete'],
  ['upset', 'angry'],
  ['available', 'free', 'stock'],
  ['involve', 'ask', 'call', 'contact'],
  ['contact', 'call', 'phone', 'write', 'reach'],
  ['object', 'protest', 'oppose'],
  ['visit', 'go'],
  ['buy', 'rent'],
  ['vehicle', 'truck', 'van', 'lorry'],
  ['meet', 'meeting', 'talk', 'discuss'],
  ['use', 'need'],
];

function group(): ReadonlyMap<string, ReadonlySet<string>> {
  const alike = new Map<string, Set<string>>();
  for (const words of ALIKE) {
    const roots = words.map(rootOf);
    for (const root of roots) alike.set(root, new Set([...(alike.get(root) ?? []), ...roots]));
  }
  return alike;
}
const alikeOf = group();

/** The root itself, and the roots of words that may stand for it. */
export const rootsAlike = (root: string): ReadonlySet<string> =>
  new Set([root, ...(alikeOf.get(root) ?? []), ...rootsOfMeaning(root)]);
