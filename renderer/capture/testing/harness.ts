// A page for tests: the recorder without screens, to be driven by hand.
import { connect } from '../../client.ts';
import { createRecorderModel } from '../create-recorder-model.ts';
import type { RecorderModel } from '../recorder-model.ts';

declare global {
  interface Window {
    recorder: RecorderModel;
  }
}

window.recorder = createRecorderModel(connect());
