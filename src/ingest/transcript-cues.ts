// In: WebVTT or SubRip text. Out: its cues as speech; markup is gone, voices are speakers.
import { readCueText } from './transcript-markup.ts';
import type { Speech, TranscriptDraft, TranscriptProblem } from './transcript-draft.ts';

interface Block {
  /** Of the block's first line in the file, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  text: string;
}

interface CueOptions {
  readonly format: 'vtt' | 'srt';
  readonly refuse: TranscriptProblem;
}

/** Hours are optional, a comma or a point stands before the milliseconds, settings after the times are ignored. */
const TIMES =
  /^\s*(\d+:)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?\s*-->\s*(\d+:)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?(?:\s|$)/;

/** Times may overlap or be out of order; text that stands after a blank line belongs to the cue before it. */
export function readCues(text: string, { format, refuse }: CueOptions): TranscriptDraft {
  const blocks = splitBlocks(text);
  if (format === 'vtt') dropHeader(blocks, refuse);
  const cues: Cue[] = [];
  const warnings: string[] = [];
  for (const block of blocks) {
    if (format === 'vtt' && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(block.lines[0]!)) continue;
    const at = block.lines.findIndex((line) => line.includes('-->'));
    const last = cues.at(-1);
    if (at >= 0) cues.push(readCue(block, at, refuse));
    else if (!last) refuse(`line ${block.line}: a time such as 00:00:01.000 --> 00:00:04.000 is missing`);
    else {
      last.text += `\n${block.lines.join('\n')}`;
      warnings.push(`line ${block.line}: text without a time was joined to the cue before it`);
    }
  }
  return { speech: cues.flatMap(toSpeech), events: [], warnings };
}

function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const all = text.split(/\r\n|\r|\n/);
  for (const [at, line] of [...all, ''].entries()) {
    if (line.trim() !== '') lines.push(line);
    else if (lines.length > 0) {
      blocks.push({ line: at - lines.length + 1, lines });
      lines = [];
    }
  }
  return blocks;
}

/** The header may be followed by lines of its own, up to the first blank one. */
function dropHeader(blocks: Block[], refuse: TranscriptProblem): void {
  const [header] = blocks;
  if (header && !/^WEBVTT(?:\s|$)/.test(header.lines[0]!)) refuse(`line ${header.line}: WEBVTT is missing`);
  const timesAt = header?.lines.findIndex((line) => line.includes('-->')) ?? -1;
  // Some writers leave out the blank line after the header.
  if (header && timesAt > 0) blocks[0] = { line: header.line + 1, lines: header.lines.slice(1) };
  else blocks.shift();
}

function readCue({ line, lines }: Block, at: number, refuse: TranscriptProblem): Cue {
  const place = `line ${line + at}`;
  const parts = TIMES.exec(lines[at]!);
  if (!parts)
    return refuse(`${place}: "${lines[at]!.trim().slice(0, 60)}" is no time such as 00:00:01.000 --> 00:00:04.000`);
  const startMs = readTime(parts.slice(1, 5));
  const endMs = readTime(parts.slice(5, 9));
  if (Number.isNaN(startMs) || Number.isNaN(endMs)) refuse(`${place}: minutes and seconds end at 59`);
  if (endMs < startMs) refuse(`${place}: the end is before the start`);
  return { startMs, endMs, text: lines.slice(at + 1).join('\n') };
}

function readTime([hours = '0', minutes = '0', seconds = '0', fraction = '0']: readonly (
  | string
  | undefined
)[]): number {
  const wholeHours = Number.parseInt(hours, 10);
  if (Number(minutes) > 59 || Number(seconds) > 59 || wholeHours > 9999) return Number.NaN;
  return ((wholeHours * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}

/** One stretch of speech per voice; where a cue has several, its time is shared out by their length. */
function toSpeech({ startMs, endMs, text }: Cue): Speech[] {
  const voices = readCueText(text);
  const total = voices.reduce((sum, voice) => sum + voice.text.length, 0);
  let from = startMs;
  let done = 0;
  return voices.map((voice) => {
    done += voice.text.length;
    const to = startMs + Math.round(((endMs - startMs) * done) / total);
    const speech = { startMs: from, endMs: to, text: voice.text, speaker: voice.speaker };
    from = to;
    return speech;
  });
}
