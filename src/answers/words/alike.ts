// Words that people use for each other when they speak of their work.
import { rootOf } from '../names/same-word.ts';

const ALIKE: readonly (readonly string[])[] = [
  ['missing', 'empty', 'without', 'lacking', 'absent', 'forgotten', 'blank', 'lost', 'no', 'not', 'nothing', 'none'],
  ['reject', 'refuse', 'decline', 'deny', 'turn', 'no'],
  ['over', 'above', 'exceed', 'more', 'higher', 'larger', 'bigger', 'greater', 'longer', 'beyond'],
  ['under', 'below', 'less', 'lower', 'smaller', 'shorter', 'beneath'],
  ['wrong', 'incorrect', 'mistake', 'error', 'faulty', 'false'],
  ['damaged', 'broken', 'defective', 'faulty', 'defect', 'broke'],
  ['late', 'delayed', 'overdue'],
  ['phone', 'call', 'ring', 'telephone'],
  ['mail', 'email', 'write'],
  ['approve', 'accept', 'agree', 'sign', 'authorise', 'authorize', 'clear'],
  ['answer', 'reply', 'respond', 'react'],
  ['pick', 'answer'],
  ['fail', 'break', 'broken'],
  ['unclear', 'ambiguous', 'vague'],
  ['unreadable', 'illegible'],
  ['urgent', 'rush', 'immediate', 'immediately', 'once'],
  ['pay', 'payment', 'paid'],
  ['customer', 'client', 'buyer'],
  ['vendor', 'supplier'],
  ['boss', 'manager', 'supervisor', 'foreman'],
  ['worker', 'employee'],
  ['cost', 'price'],
  ['need', 'require', 'take'],
  ['check', 'verify', 'review', 'inspect'],
  ['send', 'forward', 'pass'],
  ['fix', 'repair', 'correct'],
  ['begin', 'start'],
  ['stop', 'cancel'],
  ['ask', 'request'],
  ['copy', 'type', 'retype', 'paste'],
  ['finish', 'complete', 'close'],
  ['text', 'message', 'sms'],
  ['expire', 'lapse'],
  ['salary', 'pay', 'wage'],
  ['issue', 'give', 'grant'],
  ['keep', 'hold', 'store'],
  ['collect', 'fetch', 'gather'],
  ['print', 'printed'],
  ['doctor', 'physician'],
  ['delete', 'remove', 'erase'],
  ['fill', 'complete'],
  ['upset', 'angry'],
  ['buy', 'order', 'purchase'],
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
export const rootsAlike = (root: string): ReadonlySet<string> => alikeOf.get(root) ?? new Set([root]);
