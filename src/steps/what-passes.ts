// What is handed over: the object said, else the thing the talk is about.
import type { Deed } from './deeds.ts';
import { nounText } from './object-text.ts';
import { isParty } from './parties.ts';
import type { Telling } from './telling.ts';

/** The thing that passes on with this deed; null when nothing fits. */
export function whatOf(scene: Telling, deed: Deed): string | null {
  const thing = deed.objects.find((phrase) => !phrase.isPronoun && !isParty(scene.parse, scene.cast, phrase));
  const named = thing ? nounText(scene, thing) : null;
  if (named !== null) return named;
  // "I ask Jonas to check the line": what he is to work on.
  const asked = scene.parse.deeds[deed.index + 1];
  const wanted = asked?.parent === deed.index ? asked.objects.find((phrase) => !phrase.isPronoun) : undefined;
  const task = wanted && !isParty(scene.parse, scene.cast, wanted) ? nounText(scene, wanted) : null;
  if (task !== null) return task;
  const focus = scene.focus.thingAt(deed);
  return focus ? nounText(scene, focus) : null;
}
