// How the window is made, and what is weak about a desktop that is made otherwise.
import { CONTENT_POLICY, SCHEME_PRIVILEGES } from './addresses.ts';
import { FUSES } from './fuses.ts';

/** The defaults of Electron too, written out so that a change of those changes nothing here. */
export const WEB_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  // A recorder that is covered or minimised goes on at full speed.
  backgroundThrottling: false,
} as const;

/** A desktop as it was set up, asked for what it does. */
export interface Setup {
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly policy: string;
  readonly privileges: Readonly<Record<string, unknown>>;
  readonly fuses: Readonly<Record<string, unknown>>;
  /** Each with whether it was let through. */
  readonly loads: Readonly<Record<string, boolean>>;
  readonly opens: Readonly<Record<string, boolean>>;
  readonly goes: Readonly<Record<string, boolean>>;
  readonly uses: Readonly<Record<string, boolean>>;
  readonly mayEmbed: boolean;
}

/** Every item of a setup that is weaker than it must be, by its name; empty when it is sound. */
export function findWeaknesses(setup: Setup): string[] {
  const { preferences, policy, privileges, fuses } = setup;
  const differing = (prefix: string, wanted: object, found: Readonly<Record<string, unknown>>): string[] =>
    Object.entries(wanted)
      .filter(([name, value]) => found[name] !== value)
      .map(([name]) => `${prefix}.${name}`);
  const unknown = Object.keys(privileges).filter((name) => privileges[name] === true && !(name in SCHEME_PRIVILEGES));
  return [
    ...differing('preferences', WEB_PREFERENCES, preferences),
    ...differing('fuses', FUSES, fuses),
    ...differing('scheme', SCHEME_PRIVILEGES, privileges),
    ...unknown.map((name) => `scheme.${name}`),
    ...findPolicyWeaknesses(policy).map((name) => `policy.${name}`),
    ...['loads', 'opens', 'goes', 'uses'].flatMap((what) =>
      Object.entries(setup[what as 'loads' | 'opens' | 'goes' | 'uses'])
        .filter(([, isLet]) => isLet)
        .map(([address]) => `${what} ${address}`),
    ),
    ...(setup.mayEmbed ? ['embeds pages'] : []),
  ];
}

/** Directives of a content policy that let in more than ours. */
function findPolicyWeaknesses(policy: string): string[] {
  const found = readPolicy(policy);
  return [...readPolicy(CONTENT_POLICY)]
    .filter(([name, allowed]) => !found.has(name) || found.get(name)!.some((source) => !allowed.includes(source)))
    .map(([name]) => name);
}

const readPolicy = (policy: string): Map<string, readonly string[]> =>
  new Map(
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
