// Words of work that mean the same in nearly every business: verbs with their nouns ("sign", "signature"), and things
// with the other names they go by. A name of the graph may be meant by any of its group, so a word stands here only
// where nobody would tell the two apart.
import { rootOf } from '../names/same-word.ts';

const SAME: readonly (readonly string[])[] = [
  // Decided
  ['approve', 'accept', 'authorise', 'authorize', 'grant', 'okay', 'approval', 'acceptance', 'consent'],
  ['sign', 'signature', 'countersign', 'undersign'],
  ['reject', 'refuse', 'decline', 'deny', 'denial', 'rejection', 'refusal', 'veto'],
  ['check', 'verify', 'review', 'inspect', 'examine', 'scrutinise', 'scrutinize', 'verification', 'examination'],
  ['estimate', 'assess', 'appraise', 'evaluate'],
  ['choose', 'select', 'choice', 'selection'],
  ['confirm', 'confirmation', 'acknowledge'],
  // Sent and brought
  ['send', 'mail', 'post', 'dispatch', 'transmit'],
  ['ship', 'dispatch', 'shipment'],
  ['deliver', 'delivery'],
  ['collect', 'fetch', 'gather'],
  ['submit', 'submission', 'lodge'],
  ['receive', 'receipt'],
  ['obtain', 'get', 'acquire'],
  // Written and kept
  ['register', 'record', 'registration', 'log', 'enter', 'entry', 'capture'],
  ['amend', 'modify', 'change', 'adjust', 'alter', 'revise', 'edit', 'amendment', 'modification'],
  ['delete', 'remove', 'erase', 'removal'],
  ['write', 'draft', 'compose'],
  ['calculate', 'compute', 'calculation'],
  ['discard', 'scrap', 'dispose', 'disposal', 'throw', 'bin', 'destroy', 'destruction'],
  ['keep', 'store', 'retain', 'storage', 'retention'],
  ['copy', 'retype', 'paste'],
  ['print', 'printout'],
  // Told
  ['notify', 'inform', 'notification', 'alert'],
  ['phone', 'call', 'ring', 'telephone', 'rang', 'rung'],
  ['answer', 'reply', 'respond', 'response', 'react', 'reaction'],
  ['ask', 'request', 'inquire', 'enquire', 'enquiry', 'inquiry'],
  ['complain', 'complaint'],
  ['explain', 'explanation'],
  ['decide', 'decision'],
  ['describe', 'description'],
  ['report', 'announce'],
  // Paid and bought
  ['pay', 'payment', 'settle', 'remit', 'disburse'],
  ['buy', 'order', 'purchase', 'procure'],
  ['sell', 'sale', 'sold'],
  ['invoice', 'bill'],
  ['refund', 'reimburse', 'reimbursement'],
  ['fee', 'charge'],
  // Done with things
  ['fix', 'repair', 'mend'],
  ['maintain', 'maintenance', 'servicing'],
  ['assign', 'allocate', 'assignment', 'allocation'],
  ['cancel', 'abort', 'annul', 'revoke', 'cancellation'],
  ['postpone', 'defer', 'delay'],
  ['extend', 'prolong', 'renew', 'extension', 'renewal'],
  ['expire', 'lapse', 'expiry', 'expiration'],
  ['analyse', 'analyze', 'analysis'],
  ['test', 'trial'],
  ['hire', 'recruit', 'employ'],
  ['admit', 'admission'],
  ['enrol', 'enroll', 'enrolment'],
  ['open', 'opening'],
  ['repeat', 'repetition'],
  ['begin', 'start', 'commence'],
  ['finish', 'complete', 'conclude', 'completion'],
  ['escalate', 'escalation'],
  ['train', 'teach'],
  ['select', 'pick'],
  ['recover', 'recovery'],
  ['prescribe', 'prescription'],
  ['pack', 'wrap'],
  // Who and what
  ['customer', 'client', 'buyer'],
  ['vendor', 'supplier'],
  ['boss', 'manager', 'supervisor', 'superior'],
  ['worker', 'employee'],
  ['doctor', 'physician'],
  ['lawyer', 'attorney', 'solicitor'],
  ['insurance', 'insurer'],
  ['vehicle', 'car', 'automobile'],
  ['part', 'component'],
  ['replacement', 'substitute', 'spare'],
  ['mistake', 'error'],
  ['holiday', 'vacation'],
  ['colleague', 'coworker'],
  ['storehouse', 'warehouse', 'stockroom'],
];

function group(): ReadonlyMap<string, ReadonlySet<string>> {
  const same = new Map<string, Set<string>>();
  for (const words of SAME) {
    const roots = words.map(rootOf);
    for (const root of roots) same.set(root, new Set([...(same.get(root) ?? []), ...roots]));
  }
  return same;
}
const sameOf = group();
const NONE: ReadonlySet<string> = new Set();

/** The roots of words that mean the same, itself among them; empty where none is known. */
export const rootsOfMeaning = (root: string): ReadonlySet<string> => sameOf.get(root) ?? NONE;
