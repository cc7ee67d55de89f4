// Fits labels into boxes: SVG text neither wraps nor shortens itself.

/** Width of a text in pixels. */
export type Measure = (text: string, font: { readonly sizePx: number; readonly weight: number }) => number;

/** Measures in the window's own font; made once per drawing, since measuring needs a canvas. */
export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  return (text, { sizePx, weight }) => {
    if (!context) return text.length * sizePx * 0.6;
    context.font = `${weight} ${sizePx}px ${family}`;
    return context.measureText(text).width;
  };
}

export interface Fit {
  readonly width: number;
  readonly lines: number;
  readonly measure: (text: string) => number;
}

/** At most `lines` lines of at most `width` each; what does not fit ends in an ellipsis. */
export function wrapLabel(text: string, { width, lines, measure }: Fit): string[] {
  const result: string[] = [];
  let rest = text;
  while (rest !== '' && result.length < lines - 1) {
    const line = takeLine(rest, width, measure);
    if (line === '') break;
    result.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  return rest === '' ? result : [...result, shorten(rest, width, measure)];
}

/** As many whole words as fit; nothing when not even the first does. */
function takeLine(text: string, width: number, measure: Fit['measure']): string {
  const words = text.split(' ');
  for (let count = words.length; count > 0; count -= 1) {
    const line = words.slice(0, count).join(' ');
    if (measure(line) <= width) return line;
  }
  return '';
}

function shorten(text: string, width: number, measure: Fit['measure']): string {
  if (measure(text) <= width) return text;
  let end = text.length - 1;
  while (end > 1 && measure(`${text.slice(0, end).trimEnd()}…`) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
