// npm run package: the installers of the desktop app for this system. With --dry: its folder, made with a stand-in for
// Electron's program, and looked through; nothing is downloaded then.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { electronVersion } from './desktop/find-electron.ts';
import { bundleDesktop } from './package/bundle-desktop.ts';
import { checkPackage, toMB } from './package/check-package.ts';
import { checkStart, type StartCheck } from './package/check-start.ts';
import type { PackageTarget } from './package/native-packages.ts';
import { outputFolder, runBuilder } from './package/run-builder.ts';
import { stageApp } from './package/stage-app.ts';
import { makeStandIn } from './package/stand-in.ts';
import { findTools, type PackagingTools } from './package/tools.ts';

const HOME = resolve(import.meta.dirname, '..');
/** What Mirror adds to Electron on linux-x64: 46 MB are the runtime of models, 17 MB libvips, 15 MB the sample's films. */
const BUDGET_BYTES = 130e6;
const DRY_TARGET: PackageTarget = { platform: 'linux', arch: 'x64' };

const { values } = parseArgs({
  options: { dry: { type: 'boolean', default: false }, platform: { type: 'string' }, arch: { type: 'string' } },
});
process.exitCode = await runPackage().catch((error: unknown) => tell(error instanceof Error ? error.message : error));

async function runPackage(): Promise<number> {
  const target = values.dry ? DRY_TARGET : readTarget();
  if (target === undefined) return tell('--platform is darwin, linux or win32; --arch is x64 or arm64', 2);
  const tools = await findTools(HOME);
  if (tools === undefined)
    return tell('the packager is not installed; run: npm ci --prefix packaging --ignore-scripts');
  await bundleDesktop(HOME);
  const { natives, missing } = stageApp(HOME, target);
  if (missing.length > 0) console.error(`mirror: without ${missing.join(', ')}: not installed, or not made for it`);
  return values.dry ? runDry(tools, natives) : makePackages(tools, target);
}

function readTarget(): PackageTarget | undefined {
  const { platform = process.platform, arch = process.arch } = values;
  if (platform !== 'darwin' && platform !== 'linux' && platform !== 'win32') return undefined;
  return arch === 'x64' || arch === 'arm64' ? { platform, arch } : undefined;
}

async function runDry(tools: PackagingTools, natives: readonly string[]): Promise<number> {
  const standIn = join(HOME, 'dist', 'stand-in');
  makeStandIn(standIn, electronVersion(HOME));
  await runBuilder(tools, { home: HOME, target: DRY_TARGET, electronVersion: electronVersion(HOME), standIn });
  const folder = join(outputFolder(HOME), 'linux-unpacked');
  const request = { home: HOME, folder, target: DRY_TARGET, natives, budgetBytes: BUDGET_BYTES };
  const { sizeBytes, problems } = await checkPackage(tools, request);
  for (const problem of problems) console.error(`mirror: ${problem}`);
  if (problems.length > 0)
    return tell(`the package is not fit to be given away: ${problems.length} problems, see above`);
  if (process.platform === 'linux' && process.arch === 'x64')
    sayStart(checkStart(join(folder, 'resources', 'app.asar'), natives));
  console.log(`mirror: ${folder} holds no program, only a stand-in of it: Electron was not fetched`);
  console.log(`package: Mirror's part of linux-x64 takes ${toMB(sizeBytes)} (budget ${toMB(BUDGET_BYTES)})`);
  return 0;
}

/** One that starts and cites nothing is no good either. */
function sayStart({ recordings, logs, words, cited, programs }: StartCheck): void {
  if (cited === 0) throw new Error(`the core of the archive answers without evidence: ${words}`);
  console.log(
    `mirror: its core started from the archive, sealed a workspace, took in ${recordings} recordings and ${logs} log, started ${programs.join(', ')}, and answered: ${words.slice(0, 120)}...`,
  );
}

async function makePackages(tools: PackagingTools, target: PackageTarget): Promise<number> {
  console.error(
    `mirror: Electron ${electronVersion(HOME)} is fetched from its makers where it is not on this machine yet ...`,
  );
  try {
    const files = await runBuilder(tools, { home: HOME, target, electronVersion: electronVersion(HOME) });
    for (const file of files) console.log(file);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return tell(
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|status code 4|ENETUNREACH/.test(reason)
        ? `no packages were made: Electron ${electronVersion(HOME)}, or what makes installers of it, cannot be fetched here (${reason.split('\n')[0]}); --dry makes and checks all but its program`
        : `no packages were made: ${reason}`,
    );
  }
}

function tell(problem: unknown, code = 1): number {
  console.error(`mirror: ${String(problem)}`);
  return code;
}
