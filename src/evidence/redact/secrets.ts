// Keys and tokens by the shapes their makers publish, and what follows words such as "Bearer" or "api_key=".
import { allMatches } from './all-matches.ts';
import type { Span } from './span.ts';

interface SecretShape {
  readonly rule: string;
  /** Cheap, and found in every text in which the pattern could be found. */
  readonly gate: RegExp;
  /** With a group `value` only that is replaced. */
  readonly pattern: RegExp;
  readonly checks?: (value: string) => boolean;
}

const SHAPES: readonly SecretShape[] = [
  {
    rule: 'private-key',
    gate: /PRIVATE KEY/,
    // Cut off, it is still one: to the last line that looks like a part of it.
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[\sA-Za-z0-9+/=:,.()-]{0,20000}?-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|[\sA-Za-z0-9+/=]{0,20000})/g,
  },
  {
    rule: 'jwt',
    gate: /eyJ/,
    pattern: /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,4000}/g,
  },
  {
    rule: 'key-by-prefix',
    gate: /AKIA|ASIA|gh[opusr]_|github_pat_|glpat-|xox[abeprs]-|[srk]k_(?:live|test)_|sk-|AIza|ya29\.|npm_|hf_|SG\.|dop_v1_|shp(?:at|ca|pa|ss)_|pypi-|AGE-SECRET|PMAK-|lin_api_|sq0|EAA|whsec_|dckr_pat_|vault|hvs\.|tskey-|ATATT|xapp-/,
    pattern: new RegExp(
      '(?<![A-Za-z0-9_-])(?:' +
        [
          '(?:AKIA|ASIA)[A-Z0-9]{16}', // Amazon
          'gh[opusr]_[A-Za-z0-9]{36,251}', // GitHub
          'github_pat_[A-Za-z0-9_]{40,200}',
          'glpat-[A-Za-z0-9_-]{20,60}', // GitLab
          'xox[abeprs]-[A-Za-z0-9-]{10,200}', // Slack
          'xapp-[A-Za-z0-9-]{20,200}',
          '[srk]k_(?:live|test)_[A-Za-z0-9]{16,250}', // Stripe
          'whsec_[A-Za-z0-9+/=]{24,100}',
          'sk-(?:proj-|ant-|svcacct-|or-)?[A-Za-z0-9_-]{20,250}', // OpenAI, Anthropic and who copies them
          'AIza[A-Za-z0-9_-]{35}', // Google
          'ya29\\.[A-Za-z0-9_-]{20,500}',
          'npm_[A-Za-z0-9]{36}',
          'hf_[A-Za-z0-9]{30,60}', // Hugging Face
          'SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}', // SendGrid
          'dop_v1_[a-f0-9]{64}', // DigitalOcean
          'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}', // Shopify
          'pypi-[A-Za-z0-9_-]{50,300}',
          'AGE-SECRET-KEY-1[A-Z0-9]{58}',
          'PMAK-[a-f0-9]{24}-[a-f0-9]{34}', // Postman
          'lin_api_[A-Za-z0-9]{32,64}', // Linear
          'sq0(?:atp|csp)-[A-Za-z0-9_-]{22,60}', // Square
          'dckr_pat_[A-Za-z0-9_-]{20,60}',
          'hvs\\.[A-Za-z0-9_-]{24,200}', // Vault
          'tskey-[a-z]{4,12}-[A-Za-z0-9-]{16,80}', // Tailscale
          'ATATT3[A-Za-z0-9_=-]{60,300}', // Atlassian
        ].join('|') +
        ')(?![A-Za-z0-9])',
      'g',
    ),
    // "sk-" begins words too: a key has a digit.
    checks: (value) => /\d/.test(value),
  },
  {
    rule: 'slack-webhook',
    gate: /hooks\.slack\.com/,
    pattern: /hooks\.slack\.com\/services\/(?<value>T[A-Z0-9]{6,14}\/B[A-Z0-9]{6,14}\/[A-Za-z0-9]{20,40})/g,
  },
  {
    rule: 'bearer',
    gate: /bearer|authorization|x-api-key/i,
    pattern:
      /(?:\bbearer\s{1,3}|\bauthorization\s?[:=]\s?["']?(?:basic|bearer|token)\s{1,3}|\bx-api-key\s?[:=]\s?["']?)(?<value>[A-Za-z0-9._~+/-]{12,4000}={0,2})/gi,
    checks: (value) => /\d/.test(value) || value.length >= 24,
  },
  {
    rule: 'assigned-key',
    gate: /key|secret|token/i,
    pattern:
      /\b(?:[A-Za-z0-9_]{0,40}[_ -])?(?:api[_ -]?key|secret(?:[_ -]?(?:access[_ -]?)?key)?|access[_ -]?token|auth[_ -]?token|refresh[_ -]?token|token|client[_ -]?secret|private[_ -]?key|encryption[_ -]?key)["']?[ \t]{0,3}(?:[:=]|\bis\b)[ \t]{0,3}["']?(?<value>[A-Za-z0-9_+/~.$!*=-]{8,500})/gi,
    checks: isRandom,
  },
  {
    rule: 'url-password',
    gate: /:\/\/[^\s/@]{1,200}@/,
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@?#]{0,100}:(?<value>[^\s/@]{1,200})@/gi,
  },
  {
    rule: 'url-token',
    gate: /[?&#][A-Za-z_-]{2,30}=/,
    pattern:
      /[?&#](?:access_token|refresh_token|id_token|auth_token|token|api_?key|apikey|key|signature|sig|secret|client_secret|password|passwd|pwd|session(?:_?id)?|sid|x-amz-signature|x-amz-credential|auth)=(?<value>[^\s&#"'<>]{6,2000})/gi,
  },
];

/** One look that most texts do not pass, before each shape looks by itself. */
const ANY =
  /key|secret|token|bearer|authorization|:\/\/|[?&#][A-Za-z_-]{2,30}=|eyJ|[A-Za-z0-9][_-][A-Za-z0-9]|AKIA|ASIA|AIza|ya29|SG\.|EAA|hvs\.|hooks\.slack|ATATT/i;

export function* findSecrets(text: string): Generator<Span> {
  if (!ANY.test(text)) return;
  for (const { rule, gate, pattern, checks } of SHAPES) {
    if (!gate.test(text)) continue;
    for (const match of allMatches(pattern, text)) {
      const value = match.groups?.['value'] ?? match[0];
      // The value stands at the end, but for the sign that closes it.
      const start = match.index + match[0].lastIndexOf(value);
      const kept = value.replace(/[.,]+$/, '');
      if (kept.startsWith('[') || !(checks?.(kept) ?? true)) continue;
      yield { start, end: start + kept.length, kind: 'secret', rule, certainty01: 0.96 };
    }
  }
}

/** Letters and digits mixed as no word is: a version, a date or a plain name is none. */
function isRandom(value: string): boolean {
  if (/^\d{1,4}(?:[.-]\d{1,4}){1,3}$/.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[_+/~.$!*=-]/].filter((kind) => kind.test(value)).length;
  return /\d/.test(value) && /[A-Za-z]/.test(value) && (kinds >= 3 || value.length >= 16);
}
