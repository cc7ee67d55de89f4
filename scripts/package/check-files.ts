// In: the names of all files of a package. Out: what should not be there, in words. Pure.

const OURS = [
  /^(?:package\.json|LICENCES\.md)$/,
  /^dist\/desktop\/(?:[\w.-]+\.js|preload\.cjs|catalog\.json|list-windows\.(?:jxa|ps1))$/,
  /^dist\/desktop\/migrations\/(?:\w+\.sql|meta\/_journal\.json)$/,
  /^dist\/renderer\/(?:index\.html|assets\/[\w.-]+\.(?:js|css|svg|png|woff2))$/,
  /^samples\/customer-onboarding\/[\w.-]+\.(?:webm|vtt|jsonl|csv|json)$/,
];

/** Of nobody's package: tests, sources, documents, maps, what builds and what configures. */
const NEVER =
  /\.(?:map|[cm]?tsx?|md|markdown|gyp|gypi|c|cc|cpp|h|hpp|py|sh|yml|yaml)$|(?:^|\/)(?:tests?|__tests__|docs?|examples?|fixtures|testing|bench)\/|\.(?:test|case|sample|golden)\.|(?:^|\/)\.[^/]+$|package-lock\.json$/i;
const IS_LICENCE = /(?:^|\/)(?:LICEN[CS]ES?|NOTICE|THIRD-PARTY)[\w.-]*$/i;
/** Programs and libraries that the system opens by their path. */
export const IS_BINARY = /\.(?:node|dll|dylib|so(?:\.[\d.]+)?)$/;

/** @param natives the packages that were put beside the bundle */
export function findStrays(files: readonly string[], natives: readonly string[]): string[] {
  const isOfNative = (file: string): boolean => natives.some((name) => file.startsWith(`node_modules/${name}/`));
  return files.flatMap((file) => {
    if (file.startsWith('node_modules/') && !isOfNative(file)) return [`${file}: of a package that is not shipped`];
    if (!file.startsWith('node_modules/') && !OURS.some((pattern) => pattern.test(file)))
      return [`${file}: not on the list of what is shipped`];
    return NEVER.test(file) && !IS_LICENCE.test(file) ? [`${file}: tests, sources and documents are not shipped`] : [];
  });
}

/** Names of binaries for other systems: their paths say what they are for. */
export function findForeign(files: readonly string[], { platform, arch }: Readonly<Record<string, string>>): string[] {
  return files.filter((file) => IS_BINARY.test(file) && !isFor(file, `${platform}`, `${arch}`));
}

function isFor(file: string, platform: string, arch: string): boolean {
  const named = /(?:linux|darwin|win32|linuxmusl)[-/](?:x64|arm64|ia32|arm|loong64)/g;
  return (file.match(named) ?? []).every((found) => found.replace('/', '-') === `${platform}-${arch}`);
}
