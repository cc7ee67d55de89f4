// In: a staged app. Out: electron-builder's folder with the program, or its installers.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { FUSES } from '../../src/desktop/fuses.ts';
import type { PackageTarget } from './native-packages.ts';
import type { PackagingTools } from './tools.ts';

export interface BuilderRequest {
  readonly home: string;
  readonly target: PackageTarget;
  readonly electronVersion: string;
  /** A folder in the place of Electron's download, for a folder and no installers. */
  readonly standIn?: string;
}

/** What electron-builder tells a hook. */
interface PackContext {
  readonly appOutDir: string;
}

/** As electron-builder names the program in the folder that it makes. */
export const PROGRAM_FILES = { darwin: 'Mirror.app', linux: 'mirror', win32: 'Mirror.exe' } as const;
const PLATFORMS = { darwin: 'MAC', linux: 'LINUX', win32: 'WINDOWS' } as const;

/** Resolves with the files it made; signed and notarised where the environment says with what (see README). */
export async function runBuilder({ builder, fuses }: PackagingTools, request: BuilderRequest): Promise<string[]> {
  const { home, target, electronVersion, standIn } = request;
  const kinds = standIn === undefined ? null : ['dir'];
  mkdirSync(outputFolder(home), { recursive: true });
  const icon = await drawIcon(home);
  return builder.build({
    projectDir: home,
    targets: builder.Platform[PLATFORMS[target.platform]].createTarget(kinds, builder.Arch[target.arch]),
    publish: 'never',
    config: {
      extends: join(home, 'electron-builder.yml'),
      directories: { app: `dist/app/${target.platform}-${target.arch}`, output: outputFolder(home) },
      electronVersion,
      icon,
      ...(standIn !== undefined && { electronDist: standIn }),
      // Modules with native code are in the app's folder already.
      beforeBuild: async () => false,
      // Before it is signed. Not by `electronFuses` of electron-builder, whose own @electron/fuses knows eight of the nine.
      afterPack: ({ appOutDir }: PackContext) =>
        fuses.flipFuses(join(appOutDir, PROGRAM_FILES[target.platform]), fuseConfig(fuses)),
    },
  });
}

/** The mark of the window as a picture, which electron-builder turns into what each system wants. Its file. */
async function drawIcon(home: string): Promise<string> {
  const file = join(outputFolder(home), 'icon.png');
  await sharp(join(home, 'renderer', 'mark.svg'), { density: DOTS_PER_INCH })
    .resize(ICON_PX, ICON_PX)
    .png()
    .toFile(file);
  return file;
}

/** macOS wants its largest so; the mark is drawn at 32 of 72 dots an inch. */
const ICON_PX = 1024;
const DOTS_PER_INCH = (72 * ICON_PX) / 32;

export const outputFolder = (home: string): string => join(home, 'dist', 'packages');

/** Every fuse must be in the table: a new one of a later Electron is a decision, not a default. */
function fuseConfig({ FuseV1Options, FuseVersion }: PackagingTools['fuses']): object {
  const settings = Object.entries(FUSES).map(([name, isOn]) => [FuseV1Options[fuseName(name)], isOn] as const);
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Flipping breaks the signature that Electron comes with; without a signature macOS on ARM runs nothing.
    resetAdHocDarwinSignature: true,
    ...Object.fromEntries(settings),
  };
}

/** `runAsNode` as the table has it is `RunAsNode` to @electron/fuses. */
export const fuseName = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
