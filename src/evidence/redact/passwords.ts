// What follows "password", "PIN" and their kin, in writing and in speech.
import { allMatches } from './all-matches.ts';
import type { Span } from './span.ts';

const GATE = /pass|kennw|pwd|pin\b|tan\b|cvv|cvc|contrase|mot de|parola|senha|code/i;

/** After a colon or an equals sign anything is a password, save what forms and logs say there. */
const ASSIGNED =
  /(?<![\p{L}])(?:pass ?word|passwort|kennwort|passphrase|passcode|passwd|pwd|mot de passe|contraseña|parola|senha)["']?[ \t]{0,3}[:=][ \t]{0,3}["'„“]?(?<value>[^\s"'“”<>,;]{3,200})/giu;

/** After "is" a word may follow as well: only what no word looks like is a password. */
const SAID =
  /(?<![\p{L}])(?:pass ?word|passwort|kennwort|passphrase|passcode|pwd|mot de passe|contraseña)(?: (?:for|von|für|to|of) [\p{L}\d ]{1,30}?)? (?:is now|is|ist jetzt|ist|lautet|est|es|was|war)(?: still| always| immer| noch)?:? ["'„“]?(?<value>[^\s"'“”<>,;]{4,200})/giu;

/** Between quotes there may be spaces. */
const QUOTED =
  /(?<![\p{L}])(?:pass ?word|passwort|kennwort|passphrase|passcode|passwd|pwd|mot de passe|contraseña)["']?(?: is| ist| lautet)?[ \t]{0,3}[:=]?[ \t]{0,3}["„“](?<value>[^"“”\n]{3,100})(?=["“”])/giu;

const NUMBERS =
  /(?<![\p{L}\d])(?:pin|pin[ -]?code|pin ?number|tan|mtan|cvv2?|cvc2?|(?:security|verification|one[ -]time|access|door|bestätigungs|sicherheits|zugangs)[ -]?code)(?: (?:is|ist|lautet|was))?\s?[:=]?\s?(?<value>\d{3,8}|\d{3} \d{3})(?![\p{L}\d.,/-]*\d)/giu;

const NO_PASSWORDS =
  /^(?:\*+|•+|x{3,}|\.+|_+|-+|n\/a|none|null|nil|undefined|true|false|required|optional|forgotten|forgot\??|wrong|invalid|expired|incorrect|reset|changed|missing|empty|weak|strong|protected|hidden|erforderlich|vergessen\??|falsch|abgelaufen|leer|the|your|new|old|ihr|neues|altes|please|enter|string|text|field|manager|policy|yes|no|ok|ja|nein)[.!?)]*$/i;

export function* findPasswords(text: string): Generator<Span> {
  if (!GATE.test(text)) return;
  yield* findValues(text, { rule: 'password', pattern: ASSIGNED, checks: (value) => !NO_PASSWORDS.test(value) });
  yield* findValues(text, { rule: 'password-said', pattern: SAID, checks: (value) => !isPlainWord(value) });
  yield* findValues(text, { rule: 'password-quoted', pattern: QUOTED, checks: (value) => !NO_PASSWORDS.test(value) });
  yield* findValues(text, { rule: 'pin', pattern: NUMBERS, checks: () => true });
}

interface Wording {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly checks: (value: string) => boolean;
}

function* findValues(text: string, { rule, pattern, checks }: Wording): Generator<Span> {
  for (const match of allMatches(pattern, text)) {
    const value = match.groups!['value']!.replace(/[.?)\]]+$/, '');
    const start = match.index + match[0].length - match.groups!['value']!.length;
    if (value.length < 3 || value.startsWith('[') || !checks(value)) continue;
    yield { start, end: start + value.length, kind: 'secret', rule, certainty01: 0.9 };
  }
}

/** Letters alone, at most the first of them a capital: "the password is wrong", "das Passwort ist Pflicht". */
const isPlainWord = (value: string): boolean => NO_PASSWORDS.test(value) || /^\p{L}?[\p{Ll}'’-]*$/u.test(value);
