// Every screen in every state, without a core: `?state=empty#/` and so on; without a state, the list of them.
import { createRoot } from 'react-dom/client';
import { App } from '../App.tsx';
import type { Connection, Link } from '../client.ts';
import {
  comparePath,
  correctionsPath,
  findingsPath,
  mapPath,
  performancePath,
  questionsPath,
  recordingPath,
  recordingsPath,
} from '../route.ts';
import { GALLERY_STATES, type GalleryState, makeFakeClient } from './fake-client.ts';
import { activityId, PROCESS_ID, transitionId } from './fixture-ids.ts';
import { RECORDING_SUMMARIES } from './make-recording.ts';

const SCREENS: readonly (readonly [name: string, path: string])[] = [
  ['Processes', '/'],
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
  ...RECORDING_SUMMARIES.slice(0, 2).map(
    ({ recording }) => [`Recording ${recording.id}`, recordingPath(recording.id)] as const,
  ),
];

const root = document.getElementById('root');
const state = GALLERY_STATES.find((one) => one === new URLSearchParams(location.search).get('state'));
if (root) createRoot(root).render(state ? <App connection={fakeConnection(state)} /> : <Contents />);

function Contents() {
  return (
    <main>
      <h1>Gallery</h1>
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
