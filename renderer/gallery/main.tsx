// Every screen in every state, without a core: `?state=empty#/` and so on; without a state, the list of them. The recorder
// has states of its own: `?state=full&recorder=paused#/`.
import { createRoot } from 'react-dom/client';
import { App } from '../App.tsx';
import type { Connection, Link } from '../client.ts';
import {
  comparePath,
  correctionsPath,
  documentPath,
  findingsPath,
  mapPath,
  performancePath,
  questionsPath,
  recordingPath,
  recordingsPath,
} from '../route.ts';
import { GALLERY_STATES, type GalleryState, makeFakeClient } from './fake-client.ts';
import { type FakeRecorderState, makeFakeRecorder, RECORDER_STATES } from './fake-recorder.ts';
import { DOCUMENTS } from './fake-intake.ts';
import { activityId, PROCESS_ID, transitionId } from './fixture-ids.ts';
import { RECORDING_SUMMARIES } from './make-recording.ts';

const SCREENS: readonly (readonly [name: string, path: string])[] = [
  ['Processes', '/'],
  ['Models', '/models'],
  ['Map', mapPath(PROCESS_ID)],
  ['Map, activity', mapPath(PROCESS_ID, { what: 'activity', id: activityId('review assessment') })],
  [
    'Map, transition',
    mapPath(PROCESS_ID, { what: 'transition', id: transitionId('schedule visit', 'inspect damage') }),
  ],
  ['Map, 300 activities', mapPath('large-300-900' as typeof PROCESS_ID)],
  ['Findings', findingsPath(PROCESS_ID, 'bottlenecks')],
  ['Paths', findingsPath(PROCESS_ID, 'paths')],
  ['Recordings', recordingsPath(PROCESS_ID)],
  ['Questions', questionsPath(PROCESS_ID)],
  ['Performance', performancePath(PROCESS_ID)],
  ['Compare', comparePath(PROCESS_ID)],
  ['Corrections', correctionsPath(PROCESS_ID)],
  ...DOCUMENTS.slice(0, 4).map(({ artifact }) => [`Document ${artifact.name}`, documentPath(artifact.id)] as const),
  ...RECORDING_SUMMARIES.slice(0, 2).map(
    ({ recording }) => [`Recording ${recording.id}`, recordingPath(recording.id)] as const,
  ),
];

const root = document.getElementById('root');
const asked = new URLSearchParams(location.search);
const state = GALLERY_STATES.find((one) => one === asked.get('state'));
const recorder = RECORDER_STATES.find((one) => one === asked.get('recorder')) ?? 'idle';
if (root) createRoot(root).render(state ? makeApp(state, recorder) : <Contents />);

function makeApp(shown: GalleryState, recorderState: FakeRecorderState) {
  return <App connection={fakeConnection(shown)} recorder={makeFakeRecorder(recorderState)} />;
}

function Contents() {
  return (
    <main>
      <h1>Gallery</h1>
      <section>
        <h2>Recorder</h2>
        <ul>
          {RECORDER_STATES.map((one) => (
            <li key={one}>
              <a href={`?state=full&recorder=${one}#/`}>{one}</a>
            </li>
          ))}
        </ul>
      </section>
      {GALLERY_STATES.map((one) => (
        <section key={one}>
          <h2>{one}</h2>
          <ul>
            {SCREENS.map(([name, path]) => (
              <li key={name}>
                <a href={`?state=${one}#${path}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function fakeConnection(shown: GalleryState): Connection {
  const link: Link = { client: makeFakeClient(shown), state: shown === 'lost' ? 'lost' : 'open', epoch: 0 };
  return { read: () => link, subscribe: () => () => undefined, retry: () => undefined };
}
