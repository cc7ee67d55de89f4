// Small line icons, drawn on a 16 by 16 grid.
const PATHS = {
  mark: 'M3 12V4.5l5 4 5-4V12',
  lock: 'M4.5 7.2V5a3.5 3.5 0 0 1 7 0v2.2M3.5 7.2h9v6.3h-9z',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  chevron: 'M6 4l4 4-4 4',
  down: 'M4 6l4 4 4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h7v7h-7zM3.5 10.5v-7h7',
  check: 'M3.5 8.5l3 3 6-7',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3L14 14',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  play: 'M5 3.5v9l7.5-4.5z',
  pause: 'M5 3.5v9M11 3.5v9',
  quote: 'M3 11.5c2 0 3-1.4 3-3.5V4.5H3V8h3M9.5 11.5c2 0 3-1.4 3-3.5V4.5h-3V8h3',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6',
  window: 'M2.5 3.5h11v9h-11zM2.5 6h11',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.3V11M8 5v.2',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.2M8 11.6v.2',
  export: 'M8 10V2.5M5 5l3-2.7L11 5M3 9.5v4h10v-4',
  handoff: 'M2.5 5.5h9M9 3l2.5 2.5L9 8M13.5 10.5h-9M7 8l-2.5 2.5L7 13',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.3 1.6',
  branch: 'M4 2.5v11M4 8c4 0 7-.5 7-4M8.8 5.5L11 3.3l2.2 2.2',
  loop: 'M12.5 8a4.5 4.5 0 1 1-1.4-3.2M12.5 2.5v3h-3',
  eye: 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  speech: 'M2.5 3h11v7.5h-6L4.5 13v-2.5h-2z',
  ask: 'M2.5 2.8h11v8.4h-5L5 13.8v-2.6H2.5zM6.4 6.2a1.7 1.7 0 1 1 2.4 1.5c-.5.2-.8.5-.8 1M8 9.6v.1',
  spark: 'M8 2.5l1.4 4.1L13.5 8l-4.1 1.4L8 13.5 6.6 9.4 2.5 8l4.1-1.4z',
  shield: 'M8 2.3l5 1.8v3.7c0 3-2.1 5-5 6-2.9-1-5-3-5-6V4.1zM5.7 8l1.7 1.7 3-3.4',
  map: 'M2.5 3h4v3.5h-4zM9.5 9.5h4V13h-4zM4.5 6.5V11h5M6.5 4.8h5v4.7',
  list: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.7 4h.1M2.7 8h.1M2.7 12h.1',
  film: 'M2.5 3.5h11v9h-11zM5.2 3.5v9M10.8 3.5v9M2.5 8h2.7M10.8 8h2.7',
  person: 'M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8zM3 13.5c.4-2.6 2.4-4 5-4s4.6 1.4 5 4',
  scale: 'M8 2.5v11M4.5 13.5h7M3 4.5h10M3 4.5L1.5 9h3zM13 4.5L11.5 9h3z',
  link: 'M6.5 9.5l3-3M7 4.5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5L7.5 13a2.8 2.8 0 0 1-4-4L5 7.5',
  pencil: 'M3 13l.6-2.8L10.8 3 13 5.2 5.8 12.4zM9.4 4.4l2.2 2.2',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h6.2a3.6 3.6 0 0 1 0 7.2H6',
  redo: 'M10.5 3l3 3-3 3M13.5 6H7.3a3.6 3.6 0 0 0 0 7.2H10',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  cut: 'M8 2.5v11M5.5 5L3 8l2.5 3M10.5 5L13 8l-2.5 3',
  join: 'M8 2.5v11M2.5 8h4M4.5 6l2 2-2 2M13.5 8h-4M11.5 6l-2 2 2 2',
  up: 'M8 13V3.5M4.5 7L8 3.5 11.5 7',
  below: 'M8 3v9.5M4.5 9L8 12.5 11.5 9',
  screen: 'M2 3h12v8H2zM8 11v2.5M5.5 13.5h5',
  microphone: 'M8 9.3a2 2 0 0 0 2-2V4.2a2 2 0 1 0-4 0v3.1a2 2 0 0 0 2 2zM4.3 7.3a3.7 3.7 0 0 0 7.4 0M8 11v2.7',
  sound: 'M2.5 6h2.7L8.5 3v10L5.2 10H2.5zM11 5.8a3 3 0 0 1 0 4.4M13 4a5.6 5.6 0 0 1 0 8',
  stop: 'M4.5 4.5h7v7h-7z',
  flag: 'M4 14V2.5M4 3h8.5L10.5 6l2 3H4',
  hidden:
    'M2.5 2.5l11 11M6.6 4A6.6 6.6 0 0 1 8 3.8c4 0 6.2 4.2 6.2 4.2a11 11 0 0 1-1.9 2.4M10 11.8a6 6 0 0 1-2 .4C4 12.2 1.8 8 1.8 8a11 11 0 0 1 2.4-2.8',
  keyboard: 'M1.8 4h12.4v8H1.8zM4.3 6.7h.1M6.8 6.7h.1M9.3 6.7h.1M11.8 6.7h.1M5 9.5h6',
  record: 'M8 12.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4z',
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: ReadonlySet<IconName> = new Set(['play', 'record', 'stop']);

/** Decoration only: the words beside it, or the button's label, carry the meaning. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} fill={FILLED.has(name) ? 'currentColor' : undefined} />
    </svg>
  );
}
