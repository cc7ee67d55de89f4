// What corrections do to the gallery's recordings: enough to see each of them, far simpler than the core.
import type { Extraction, Step } from '../../src/domain/extraction.ts';
import type { ElementId } from '../../src/domain/ids.ts';
import type { RecordingView } from '../../src/domain/views.ts';
import type { Said } from './fake-corrections.ts';

export function applyToRecording(view: RecordingView, said: readonly Said[]): RecordingView {
  const deleted = new Set<string>();
  for (const { command } of said) {
    if (command.do === 'delete') for (const id of command.elements) deleted.add(id);
    if (command.do === 'restore') for (const id of command.elements) deleted.delete(id);
  }
  const steps = said
    .reduce((before, one) => applyOne(before, one), view.extraction.steps)
    .filter(({ id }) => !deleted.has(id));
  const waits = said.reduce(setWaits, view.extraction.waits).filter(({ id }) => !deleted.has(id));
  return { ...view, extraction: { ...view.extraction, steps, waits } };
}

const CONFIRMED = { provenance: 'confirmed', confidence01: 1, unsure: false } as const;

function applyOne(steps: Step[], { command }: Said): Step[] {
  switch (command.do) {
    case 'rename':
      return change(steps, command.elements, { label: command.label });
    case 'set':
      return change(steps, command.elements, { [command.field]: command.value });
    case 'relate':
      return command.label === null ? steps : change(steps, command.elements, { label: command.label });
    case 'merge': {
      const [first, ...rest] = command.elements;
      const others = steps.filter(({ id }) => rest.includes(id));
      const evidence = [first, ...rest].flatMap((id) => steps.find((one) => one.id === id)?.evidence ?? []);
      return change(steps, [first ?? ''], { label: command.label, evidence }).filter((one) => !others.includes(one));
    }
    case 'split':
      return steps.flatMap((step) => (step.id === command.element ? cut(step, command) : [step]));
    case 'reorder': {
      const moved = steps.find(({ id }) => id === command.element);
      if (!moved) return steps;
      const both = (step: Step): Step[] => (command.place === 'before' ? [moved, step] : [step, moved]);
      return steps
        .filter((step) => step !== moved)
        .flatMap((step) => (step.id === command.other ? both(step) : [step]));
    }
    default:
      return steps;
  }
}

const change = (steps: Step[], ids: readonly string[], values: Partial<Step>): Step[] =>
  steps.map((step) => (ids.includes(step.id) ? { ...step, ...values, ...CONFIRMED } : step));

function cut(step: Step, { char, labels }: Extract<Said['command'], { do: 'split' }>): Step[] {
  const part = (from: number, to: number) =>
    step.evidence.map((ref) => {
      if (ref.kind !== 'speech') return ref;
      const quote = ref.quote.slice(Math.max(0, from - ref.charStart), Math.max(0, to - ref.charStart)).trim();
      return { ...ref, quote };
    });
  return [
    { ...step, ...CONFIRMED, label: labels[0], evidence: part(0, char) },
    {
      ...step,
      ...CONFIRMED,
      id: `${step.id}-rest` as ElementId,
      label: labels[1],
      evidence: part(char, Number.MAX_SAFE_INTEGER),
    },
  ];
}

function setWaits(waits: Extraction['waits'], { command }: Said): Extraction['waits'] {
  if (command.do !== 'set') return waits;
  return waits.map((wait) =>
    command.elements.includes(wait.id) ? { ...wait, [command.field]: command.value, ...CONFIRMED } : wait,
  );
}
