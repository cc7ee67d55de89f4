// What naming a step needs to know: the parse, who takes part, what pronouns mean.
import type { Parse } from './deeds.ts';
import type { Focus } from './focus.ts';
import type { Cast } from './parties.ts';

export interface Telling {
  readonly parse: Parse;
  readonly cast: Cast;
  readonly focus: Focus;
}
