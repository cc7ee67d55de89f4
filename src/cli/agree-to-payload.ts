// In: what is about to leave this machine. Out: whether somebody who has read it, byte for byte, lets it.
import type { Decision } from '../domain/chat.ts';
import { MirrorError } from '../domain/errors.ts';
import type { Payload } from '../domain/policy.ts';
import { count } from './output.ts';
import type { Person } from './person.ts';

export interface Agreeing {
  /** The SHA-256 of a payload that was read before; that one and no other. */
  readonly agree: string | undefined;
  /** Who agrees, where the owner must. */
  readonly by: string | undefined;
  readonly person: Person | undefined;
  readonly signal: AbortSignal;
}

/** @throws policy/unread where nobody sits at the terminal, and what was agreed to before is something else */
export async function agreeToPayload(payload: Payload, { agree, by, person, signal }: Agreeing): Promise<Decision> {
  const { approvalId, needsOwner, sha256, host } = payload;
  const named = by === undefined ? {} : { by };
  if (agree !== undefined && agree.toLowerCase() === sha256) return { approvalId, isAgreed: true, ...named };
  if (person === undefined) throw new MirrorError('policy/unread', { data: { host, sha256 } });
  person.show(describePayload(payload));
  const answer = (await person.ask('Send it? [y/N] ', signal)) ?? '';
  if (!/^y(es)?$/i.test(answer.trim())) return { approvalId, isAgreed: false };
  if (needsOwner === null || by !== undefined) return { approvalId, isAgreed: true, ...named };
  const name = (await person.ask(`Only ${needsOwner} may agree. Your name: `, signal)) ?? '';
  return { approvalId, isAgreed: true, by: name.trim() };
}

function describePayload({ host, model, purpose, release, body, bytes, sha256, exception, standIns }: Payload): string {
  const names = standIns.map(({ standIn, name }) => `  ${standIn} stands for ${name}`);
  return [
    '',
    `This is about to leave this machine: to ${host}, for ${model} (${purpose}; the rules let ${RELEASED[release]} leave).`,
    '',
    showControls(body),
    '',
    `${count(bytes, 'byte')}, SHA-256 ${sha256}`,
    ...(names.length === 0 ? [] : ['Not sent, and put back in the answer:', ...names]),
    ...(exception === null ? [] : [`The rules would refuse it: ${exception}.`]),
  ].join('\n');
}

const RELEASED = {
  nothing: 'nothing',
  figures: 'figures',
  redacted: 'text without names',
  text: 'text as it is stored',
} as const;

/** What would move the cursor, or turn the direction of reading, could hide a part of what is shown. */
const showControls = (body: string): string =>
  body.replaceAll(/[^\P{C}\n\t]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
