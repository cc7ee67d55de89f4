// In: a shared screen as the browser calls it. Out: a name for people. Browsers on Linux and in sandboxes give numbers only.
import type { ChosenScreen } from '../capture/recorder-model.ts';

const SURFACES = { monitor: 'Whole screen', window: 'Window', browser: 'Browser tab', unknown: 'Screen' } as const;

/** Such as `screen:354:0`, `window:4194307:1`, `web-contents-media-stream://12:3`. */
const NUMBERS_ONLY = /^(screen|window|web-contents-media-stream):/;

type Named = Pick<ChosenScreen, 'name' | 'label' | 'surface'>;

/** "Screen 1", "Window 2" where the browser has no better name; its number is that of its track. */
export function nameScreen({ name, label, surface }: Named): string {
  if (label.trim() !== '' && !NUMBERS_ONLY.test(label)) return label;
  const [, number = '1'] = /-(\d+)$/.exec(name) ?? [];
  return `${surface === 'monitor' ? 'Screen' : SURFACES[surface]} ${number}`;
}

export const saySurface = (surface: ChosenScreen['surface']): string => SURFACES[surface];
