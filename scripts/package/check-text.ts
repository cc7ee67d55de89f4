// In: a file of a package, and what must not be in it. Out: what is, in words. Pure.

export interface Forbidden {
  /** Folders of the machine that builds. */
  readonly folders: readonly string[];
  /** Values of its environment that are secret, by the name of their variable. */
  readonly values: Readonly<Record<string, string>>;
}

/** What keys and tokens look like. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/]{16}/,
  'a key of AWS': /\bAKIA[0-9A-Z]{16}\b/,
  'a token of GitHub': /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{40,}\b/,
  'a token of npm': /\bnpm_[A-Za-z0-9]{36}\b|_authToken=\S{8}/,
  'a key of a model server': /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}\b|\bAIza[0-9A-Za-z_-]{35}\b/,
};
const INLINE_MAP = /sourceMappingURL=data:/;
const MAP = /\/[/*]# sourceMappingURL=/;

/** @param file as it is named in the package */
export function findLeaks(file: string, text: string, { folders, values }: Forbidden): string[] {
  const isOurs = file.startsWith('dist/');
  return [
    ...folders.filter((folder) => text.includes(folder)).map((folder) => `holds a path of this machine (${folder})`),
    ...Object.entries(SECRETS).flatMap(([what, pattern]) => (pattern.test(text) ? [`holds ${what}`] : [])),
    ...Object.entries(values).flatMap(([name, value]) => (text.includes(value) ? [`holds the value of ${name}`] : [])),
    ...(INLINE_MAP.test(text) || (isOurs && MAP.test(text)) ? ['has a source map'] : []),
  ].map((problem) => `${file}: ${problem}`);
}

/** Variables whose names say that nobody else should know them, long enough not to be found by chance. */
export function secretValues(env: NodeJS.ProcessEnv): Record<string, string> {
  const isSecret = /TOKEN|SECRET|PASSWORD|PASSPHRASE|_KEY$|^CSC_|^WIN_CSC_|^APPLE_/;
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      isSecret.test(name) && value !== undefined && value.length >= 12 ? [[name, value]] : [],
    ),
  );
}
