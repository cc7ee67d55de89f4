// In: a workspace. Out: its key, and what is derived from it: the token of a page, the token of the terminal, codes.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page's token travels in a cookie, which every server of this machine sees; the terminal's must not follow from it. */
export type Holder = 'page' | 'terminal';

const KEY = /^[\w-]{43}$/;
const CODE_LIFE_MS = 60_000;

/** The workspace's key, made at the first start and kept, so that a page left open finds its way back after a restart. */
export function readKey(folder: string): string {
  return findKey(folder) ?? renewKey(folder);
}

/** Undefined where no app was ever started, and for what is no key: half a one must let nobody in. */
export function findKey(folder: string): string | undefined {
  try {
    const key = readFileSync(fileOf(folder), 'utf8').trim();
    return KEY.test(key) ? key : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A new key; with it every page and every address of before is shut out. Readable by this user only. */
export function renewKey(folder: string): string {
  const key = randomBytes(32).toString('base64url');
  const next = `${fileOf(folder)}.next`;
  rmSync(next, { force: true });
  writeFileSync(next, `${key}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(next, fileOf(folder));
  return key;
}

export const deriveToken = (key: string, holder: Holder): string => sign(key, `token ${holder}`);

/** For one visit within a minute: it may be seen by others, as the arguments of a program are. */
export function makeCode(key: string, nowMs: number): string {
  const body = `${randomBytes(9).toString('base64url')}.${nowMs + CODE_LIFE_MS}`;
  return `${body}.${sign(key, `code ${body}`)}`;
}

/** Says whether a code is good, once: asked again for the same one, it is not. */
export function createCodeCheck(key: string, nowMs: () => number): (code: string) => boolean {
  const used = new Set<string>();
  return (code) => {
    const [nonce = '', until = '', signature = ''] = code.split('.');
    const body = `${nonce}.${until}`;
    const isGood = isSame(signature, sign(key, `code ${body}`)) && nowMs() <= Number(until) && !used.has(nonce);
    if (isGood) used.add(nonce);
    return isGood;
  };
}

/** In a time that tells nothing about the secret. */
export function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

const fileOf = (folder: string): string => join(folder, '.key');

const sign = (key: string, words: string): string => createHmac('sha256', key).update(words).digest('base64url');
