// Packages that cannot be bundled, because they load a binary or data by path, and which of their files a package of the
// app needs. Their manifests and licences always come along.

export interface PackageTarget {
  readonly platform: 'darwin' | 'linux' | 'win32';
  readonly arch: 'arm64' | 'x64';
}

export interface NativePackage {
  readonly name: string;
  /** Globs; `{platform}` and `{arch}` stand for the target's, as Node calls them. */
  readonly files: readonly string[];
  /** Has no files on some targets, or need not be installed: what needs it does without, and says so. */
  readonly isOptional?: true;
}

const TABLE: readonly NativePackage[] = [
  { name: 'better-sqlite3', files: ['lib/**/*.js', 'prebuilds/{platform}-{arch}{.node,/**}'] },
  { name: 'sharp', files: ['dist/*.{cjs,mjs}'] },
  { name: '@img/colour', files: ['*.cjs'] },
  { name: '@img/sharp-{platform}-{arch}', files: ['index.cjs', 'lib/*'] },
  // On Windows libvips is part of the package above.
  { name: '@img/sharp-libvips-{platform}-{arch}', files: ['lib/*.{js,so*,dylib}', 'versions.json'], isOptional: true },
  { name: 'detect-libc', files: ['lib/*.js'] },
  { name: 'semver', files: ['index.js', '{classes,functions,internal,ranges}/*.js', 'preload.js'] },
  { name: 'tesseract.js-core', files: ['tesseract-core-{relaxedsimd,simd}-lstm.{js,wasm}'] },
  { name: '@tesseract.js-data/eng', files: ['4.0.0_best_int/*'] },
  { name: 'onnxruntime-node', files: ['dist/*.js', 'bin/napi-v6/{platform}/{arch}/*'], isOptional: true },
  { name: 'onnxruntime-common', files: ['dist/cjs/**/*.{js,json}', 'dist/esm/**/*.{js,json}'], isOptional: true },
  { name: '@fugood/node-whisper-{platform}-{arch}', files: ['index.node', '*.{so*,dylib,dll}'], isOptional: true },
  { name: 'uiohook-napi', files: ['dist/index.js', 'prebuilds/{platform}-{arch}/*'], isOptional: true },
  { name: 'node-gyp-build', files: ['index.js', 'node-gyp-build.js'], isOptional: true },
];

/** What is never bundled, for any target; and what is not shipped at all: a person's own ffmpeg is used. */
export const EXTERNAL: readonly RegExp[] = [
  ...TABLE.map(({ name }) => new RegExp(`^${fill(name, { platform: '[a-z0-9]+', arch: '[a-z0-9]+' })}(?:/|$)`)),
  /^ffmpeg-static$/,
  /^electron$/,
];

export function nativePackages(target: PackageTarget): readonly NativePackage[] {
  return TABLE.map((entry) => ({
    ...entry,
    name: fill(entry.name, target),
    files: entry.files.map((file) => fill(file, target)),
  }));
}

function fill(text: string, { platform, arch }: { readonly platform: string; readonly arch: string }): string {
  return text.replaceAll('{platform}', platform).replaceAll('{arch}', arch);
}
