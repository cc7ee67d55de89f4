// Stage "audio". In: the track in which the narrator is heard. Out: its sound ready to be listened to, and how loud it is.
import type { Host } from '../../host.ts';
import { findSoundTrack, followSound, type Sound } from '../../media/sound.ts';
import { addLoudness, type Loudness, SILENT } from '../../media/measure-sound.ts';
import { hashInputs, type IngestStage } from '../stage.ts';

/** So much is measured at a time. */
const STRETCH_MS = 600_000;
/** A share of clipped seconds that spoils words. */
const MUCH_CLIPPED = 0.1;

export const audioStage: IngestStage = {
  name: 'audio',
  plan: async (host, recording) => {
    const track = findSoundTrack(host, recording);
    if (track === undefined) return { skip: 'It has no sound.' };
    return { inputHash: hashInputs(track.sha256), madeBy: 'mirror:sound-1' };
  },
  run: async function* (host, recording, signal) {
    const sound = yield* followSound(host, recording, signal);
    const loudness = await measure(host, sound, signal);
    const { seconds, quietSeconds, clippedSeconds, loudestDb } = loudness;
    return { counts: { seconds, quietSeconds, clippedSeconds, loudestDb }, warnings: complain(loudness) };
  },
};

/** Hours of it take seconds. */
async function measure(host: Host, sound: Sound, signal: AbortSignal): Promise<Loudness> {
  const { files, file, firstByte, durationMs } = sound;
  let total = SILENT;
  for (let startMs = 0; startMs < durationMs; startMs += STRETCH_MS) {
    const endMs = Math.min(durationMs, startMs + STRETCH_MS);
    const stretch = { access: files.access, file, firstByte, startMs, endMs };
    total = addLoudness(total, await host.sound.call('measureSound', stretch, { signal }));
  }
  return total;
}

/** What a person should hear of while they can still record again. */
function complain({ seconds, quietSeconds, clippedSeconds }: Loudness): string[] {
  if (seconds > 0 && quietSeconds === seconds) return ['nobody can be heard: its sound is silent all through'];
  if (clippedSeconds > seconds * MUCH_CLIPPED)
    return ['its sound is too loud: words may be lost; set the microphone lower'];
  return [];
}
