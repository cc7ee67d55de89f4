// Steps without a word said: what the windows show, cut at changes of window and at idle times.
import type { EventRef, UiEvent } from '../domain/evidence.ts';
import type { Step } from '../domain/extraction.ts';
import { ElementId } from '../domain/ids.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import { shortHash } from '../lib/short-hash.ts';
import confidence from './data/confidence.json' with { type: 'json' };
import { BROWSERS } from './lexicon.ts';

export interface SeenSteps {
  readonly steps: Step[];
  readonly warnings: readonly string[];
}

/** One stay in a window: all events until another window, or an idle time, comes. */
interface Stay {
  readonly events: readonly UiEvent[];
  readonly startMs: number;
  readonly endMs: number;
}

/** Glances of less than a second and a half are on the way to somewhere else. */
const GLANCE_MS = 1500;

/** Steps named by the window worked in; nothing is claimed about what was done there beyond what events show. */
export function stepsFromWindows(input: RecordingEvidence): SeenSteps {
  const stays = findStays(input).filter((stay) => stay.endMs - stay.startMs >= GLANCE_MS || stay.events.length > 1);
  const steps = stays.map((stay, order) => describeStay(input, stay, order));
  const warnings =
    steps.length > 0 ? ['Steps are named after windows only, because there is no narration to read.'] : [];
  return { steps, warnings };
}

function findStays({ events, recording }: RecordingEvidence): Stay[] {
  const sorted = [...events].sort((a, b) => a.atMs - b.atMs || a.index - b.index);
  const stays: { events: UiEvent[]; startMs: number; endMs: number }[] = [];
  let isIdle = false;
  for (const event of sorted) {
    const open = stays.at(-1);
    if (event.kind === 'idle') {
      if (open) open.endMs = Math.max(open.startMs, event.atMs);
      isIdle = true;
      continue;
    }
    const first = open?.events[0];
    const isSame = first !== undefined && first.app === event.app && first.title === event.title;
    if (open && isSame && !isIdle) {
      open.events.push(event);
      open.endMs = event.atMs;
    } else {
      if (open && !isIdle) open.endMs = event.atMs;
      stays.push({ events: [event], startMs: event.atMs, endMs: event.atMs });
    }
    isIdle = false;
  }
  const last = stays.at(-1);
  if (last && !isIdle) last.endMs = Math.max(last.endMs, recording.durationMs);
  return stays;
}

function describeStay({ recording }: RecordingEvidence, stay: Stay, order: number): Step {
  const first = stay.events[0];
  const { verb, object, system } = nameStay(stay);
  const span = `${first?.index ?? 0}-${stay.events.at(-1)?.index ?? 0}`;
  return {
    id: ElementId.parse(`step-${shortHash(`${recording.id}|step|events:${span}`)}`),
    recordingId: recording.id,
    startMs: stay.startMs,
    endMs: stay.endMs,
    label: `${verb} ${object}`,
    verb,
    object,
    actor: recording.role ?? recording.actor,
    system,
    artifact: object === system ? null : object,
    order,
    when: 'always',
    evidence: stay.events.slice(0, 5).map(
      (event): EventRef => ({
        kind: 'event',
        recordingId: recording.id,
        event: event.index,
        startMs: event.atMs,
        endMs: event.atMs,
        title: event.title,
      }),
    ),
    provenance: 'observed',
    confidence01: confidence.window,
    unsure: false,
    by: 'events:window',
  };
}

/** The verb comes from what was done there: paste, save, keys; else the window was only worked in. */
function nameStay(stay: Stay): { readonly verb: string; readonly object: string; readonly system: string } {
  const first = stay.events[0];
  const app = first?.app.trim() ?? '';
  const parts = (first?.title ?? '')
    .split(/\s+[-–—|·]\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== app && !BROWSERS.has(part.toLowerCase()));
  const isBrowser = BROWSERS.has(app.toLowerCase());
  const system = isBrowser ? (parts[0] ?? app) : app;
  const title = isBrowser ? parts.slice(1).join(' ') || system : (parts[0] ?? app);
  const object = title === '' ? system : title;
  const kinds = new Set(stay.events.map((event) => event.kind));
  const verb = kinds.has('save')
    ? 'save'
    : kinds.has('paste')
      ? 'paste into'
      : kinds.has('keys')
        ? 'edit'
        : kinds.has('copy')
          ? 'copy from'
          : 'view';
  return { verb, object: object === '' ? 'window' : object, system: system === '' ? 'unknown' : system };
}
