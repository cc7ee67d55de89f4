// All that is made of a recording's sound and pictures, in the order in which it is made.
import type { IngestStage } from './stage.ts';
import { audioStage } from './stages/audio.ts';
import { framesStage } from './stages/frames.ts';
import { indexStage } from './stages/index-words.ts';
import { probeStage } from './stages/probe.ts';
import { speechStage } from './stages/speech.ts';
import { transcribeStage } from './stages/transcribe.ts';
import { screenTextStage } from './stages/screen-text.ts';

/** One line each; a stage may count on what those before it have stored. */
export const STAGES: readonly IngestStage[] = [
  probeStage,
  audioStage,
  speechStage,
  transcribeStage,
  framesStage,
  screenTextStage,
  indexStage,
];
