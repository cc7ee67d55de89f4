// Every screen in every state, without a core: `?state=empty#/` and so on; without a state, the list of them. The recorder
// has states of its own: `?state=full&recorder=paused#/`; so have the panel of questions (`chat=`), the rules of what may
// leave (`release=`), the ledger (`ledger=broken`) and encryption (`vault=`).
import { createRoot, type Root } from 'react-dom/client';
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
import { createChatStore } from '../chat/chat-store.ts';
import { CHAT_STATES, type ChatState, questionIn } from './fake-chat.ts';
import { type Beside, GALLERY_STATES, type GalleryState, makeFakeClient } from './fake-client.ts';
import { DESKTOP_STATES, makeFakeDesktop } from './fake-desktop.ts';
import { type FakeRecorderState, makeFakeRecorder, RECORDER_STATES } from './fake-recorder.ts';
import { DOCUMENTS } from './fake-intake.ts';
import { activityId, PROCESS_ID, transitionId } from './fixture-ids.ts';
import { VAULT_STATES } from './fake-vault.ts';
import { POLICY_STATES } from './fake-writers.ts';
import { RECORDING_SUMMARIES } from './make-recording.ts';

const SCREENS: readonly (readonly [name: string, path: string])[] = [
  ['Processes', '/'],
  ['Models', '/models'],
  ['What may leave', '/policy'],
  ['Ledger', '/ledger'],
  ['Encryption', '/encryption'],
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

const container = document.getElementById('root');
if (container) {
  let drawn = draw(container);
  // From the tests, which go through many states: the address has changed, and nothing of what stands here is kept.
  addEventListener('gallery:draw', () => {
    drawn.unmount();
    drawn = draw(container);
  });
}

/** What the address asks for. */
function draw(into: HTMLElement): Root {
  const asked = new URLSearchParams(location.search);
  const state = GALLERY_STATES.find((one) => one === asked.get('state'));
  const recorder = RECORDER_STATES.find((one) => one === asked.get('recorder')) ?? 'idle';
  const beside: Beside = {
    chat: CHAT_STATES.find((one) => one === asked.get('chat')) ?? 'closed',
    release: POLICY_STATES.find((one) => one === asked.get('release')) ?? 'nothing',
    isLedgerBroken: asked.get('ledger') === 'broken',
    vault: VAULT_STATES.find((one) => one === asked.get('vault')) ?? 'plain',
  };
  const root = createRoot(into);
  root.render(state ? makeApp(state, recorder, beside) : <Contents />);
  return root;
}

function makeApp(shown: GalleryState, recorderState: FakeRecorderState, beside: Beside) {
  const connection = fakeConnection(shown, beside);
  return (
    <App
      connection={connection}
      recorder={makeFakeRecorder(recorderState)}
      chat={makeChat(connection, beside.chat)}
      desktop={desktopIn(location.search)}
    />
  );
}

/** What only the desktop shows: `?state=full&desktop=picker#/`. */
function desktopIn(search: string) {
  const shown = DESKTOP_STATES.find((one) => one === new URLSearchParams(search).get('desktop'));
  return shown && makeFakeDesktop(shown);
}

/** The panel in a state, come to as in the window: by what was asked, and what the core answered. */
function makeChat(connection: Connection, shown: ChatState) {
  const store = createChatStore();
  const question = questionIn(shown);
  if (shown !== 'closed') store.getState().setOpen(true);
  const writer = shown === 'answered' || shown === 'not-understood' ? 'none' : 'auto';
  if (question) void store.getState().ask(connection.read().client, PROCESS_ID, { question, writer });
  return store;
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
      <section>
        <h2>Desktop</h2>
        <ul>
          {DESKTOP_STATES.map((one) => (
            <li key={one}>
              <a href={`?state=full&desktop=${one}#/`}>{one}</a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Panel of questions</h2>
        <ul>
          {CHAT_STATES.map((one) => (
            <li key={one}>
              <a href={`?state=full&chat=${one}#${mapPath(PROCESS_ID)}`}>{one}</a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Encryption</h2>
        <ul>
          {VAULT_STATES.map((one) => (
            <li key={one}>
              <a href={`?state=full&vault=${one}#/encryption`}>{one}</a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>What may leave</h2>
        <ul>
          {POLICY_STATES.map((one) => (
            <li key={one}>
              <a href={`?state=full&release=${one}#/policy`}>{one}</a>
            </li>
          ))}
          <li>
            <a href="?state=full&ledger=broken#/ledger">a ledger that somebody has changed</a>
          </li>
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

function fakeConnection(shown: GalleryState, beside: Beside): Connection {
  const link: Link = { client: makeFakeClient(shown, beside), state: shown === 'lost' ? 'lost' : 'open', epoch: 0 };
  return { read: () => link, subscribe: () => () => undefined, retry: () => undefined };
}
