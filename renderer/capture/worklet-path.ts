// A way for sound through the page's sound graph. In: tracks of a device. Out: as `openSoundPath`. Close it: it holds a context.
import { SAMPLE_RATE } from '../../src/domain/capture.ts';
import { loudness } from './loudness.ts';
import type { SoundPath, SoundPathOptions } from './sound-path.ts';
import type { SoundNews } from './sound.worker.ts';
import type { WorkletOptions, WorkletOrder } from './sound.worklet.ts';
// oxlint-disable-next-line import/default -- Vite makes it: the address of the built file
import workletUrl from './sound.worklet.ts?worker&url';

export function openWorkletPath({ delayMs, onLevel, onSamples, onFailure }: SoundPathOptions): SoundPath {
  // The rate of the samples where they are wanted: the browser's own conversion is as good as ours.
  const context = new AudioContext({ latencyHint: 'playback', ...(onSamples ? { sampleRate: SAMPLE_RATE } : {}) });
  const destination = new MediaStreamAudioDestinationNode(context);
  const waiting = new Map<SoundNews['kind'], (() => void)[]>();
  const hear = ({ data }: MessageEvent<SoundNews>): void => {
    if (data.kind === 'level') onLevel?.(loudness(data.rms));
    else if (data.kind === 'samples') onSamples?.(data.samples);
    else waiting.get(data.kind)?.shift()?.();
  };
  const opening = openNode(context, { givesSamples: onSamples !== undefined, delayMs }).then((node) => {
    node.port.addEventListener('message', hear);
    node.port.start();
    node.connect(destination);
    return node;
  });
  opening.catch(onFailure);
  const order = async (wish: WorkletOrder): Promise<void> => (await opening).port.postMessage(wish);
  const orderAndWait = (kind: 'begin' | 'end' | 'cut'): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.set(kind, [...(waiting.get(kind) ?? []), resolve]);
      order({ kind }).catch(reject);
    });
  let source: MediaStreamAudioSourceNode | undefined;
  return {
    stream: destination.stream,
    connect: (track) => {
      source?.disconnect();
      source = track ? new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) }) : undefined;
      const next = source;
      onLevel?.(0);
      opening.then((node) => next === source && next?.connect(node)).catch(onFailure);
    },
    begin: () => orderAndWait('begin'),
    end: () => orderAndWait('end'),
    cut: () => orderAndWait('cut'),
    blank: (isBlank) => void order({ kind: 'blank', isBlank }).catch(onFailure),
    close: () => {
      source?.disconnect();
      void context.close();
    },
  };
}

async function openNode(context: AudioContext, processorOptions: WorkletOptions): Promise<AudioWorkletNode> {
  await context.audioWorklet.addModule(workletUrl);
  await context.resume();
  return new AudioWorkletNode(context, 'sound-path', { outputChannelCount: [2], processorOptions });
}
