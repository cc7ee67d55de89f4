// In: moments. Out: what is left of recordings of a real screen whose browser is killed then, one after the other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHarness, HARNESS } from '../../renderer/capture/testing/build-harness.ts';
import { startRecording } from '../../renderer/capture/testing/drive.ts';
import { type Desk, openDesk } from '../../renderer/capture/testing/open-desk.ts';
import { readMedia } from '../../src/host/recorder/testing.ts';
import type { Recovered } from './kill-and-recover.ts';

/** Its receipt must name it as recovered, and every track must play to its end. */
export async function killBrowsers(
  moments: readonly number[],
  whenDone: (outcome: Recovered) => void,
): Promise<Recovered[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-bench-kills-'));
  const outcomes: Recovered[] = [];
  const pages = await buildHarness(join(folder, 'pages'));
  const desk = await openDesk({ pages, path: HARNESS, recorder: { graceMs: 0 } });
  try {
    for (const afterMs of moments) {
      const outcome = await killOne(desk, afterMs);
      outcomes.push(outcome);
      whenDone(outcome);
    }
    return outcomes;
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killOne(desk: Desk, afterMs: number): Promise<Recovered> {
  const browser = await desk.openBrowser();
  const recorder = await startRecording(browser.page);
  await recorder.untilMs(afterMs);
  const killedMs = await recorder.nowMs();
  await browser.kill();
  await desk.restartCore();
  const { host, recorder: core } = desk.core();
  await core.settled();
  const { recovered } = await core.health();
  const lost = (problem: string): Recovered => ({ lostMs: undefined, isKeptThere: false, problem });
  const [receipt, ...others] = recovered;
  if (!receipt || others.length > 0) return lost(`${recovered.length} recordings recovered instead of one`);
  try {
    const media = host.store.listTracks(receipt.recordingId).filter(({ kind }) => kind !== 'events');
    if (media.length !== 2) return lost(`${media.length} tracks instead of two`);
    const read = await Promise.all(media.map(({ path }) => readMedia(host.workspace.file(path))));
    const endMs = Math.min(...read.map((each) => each.endMs));
    const isSaid = receipt.phase === 'recovered';
    return {
      lostMs: isSaid ? Math.max(0, Math.round(killedMs - endMs)) : undefined,
      isKeptThere: isSaid,
      ...(!isSaid && { problem: `its receipt says ${receipt.phase}` }),
    };
  } catch (error) {
    return lost(String(error));
  } finally {
    await desk.core().client.recording.remove({ recordingId: receipt.recordingId });
  }
}
