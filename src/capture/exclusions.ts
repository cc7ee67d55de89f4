// In: what must not be recorded, and the windows to be seen. Out: the rule that one of them falls under, if any.
import type { ExclusionRule } from '../domain/capture.ts';
import type { SeenWindow } from './windows.ts';

/**
 * The first rule that a window falls under. An app is meant by its whole name, a title or an address by any part of it;
 * capitals do not matter, and `*` stands for anything.
 */
export function findExcluded(
  rules: readonly ExclusionRule[],
  visible: readonly SeenWindow[],
): ExclusionRule | undefined {
  const others = visible.filter((window) => !isMirror(window));
  return rules.find((rule) => {
    const matches = createMatcher(rule);
    return others.some((window) => namesOf(window, rule.by).some(matches));
  });
}

function namesOf({ apps, title, url }: SeenWindow, by: ExclusionRule['by']): readonly string[] {
  if (by === 'app') return apps;
  if (by === 'title') return [title];
  // Where no system tells the address, browsers still show it as the title of a page that has none.
  return url === undefined ? (title.match(ADDRESS) ?? []) : [url];
}

const ADDRESS = /(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:\/\S*)?/giu;

/** "Reset a password in Bitwarden · Mirror" names what is recorded, and must not stop its recording. */
export const isMirror = ({ title }: { readonly title: string }): boolean => OWN_TITLE.test(title);

/** As pages of Mirror are called, with what a browser adds. */
const OWN_TITLE = /(?:^|\s·\s)Mirror(?:\s[-–—]\s[^·]{0,60})?$/u;

function createMatcher({ by, pattern }: ExclusionRule): (name: string) => boolean {
  const parts = tidy(pattern).split('*');
  if (by !== 'app') return (name) => findInOrder(tidy(name), parts) !== undefined;
  return (name) => {
    const whole = tidy(name);
    const [first = '', last = ''] = [parts[0], parts.at(-1)];
    if (parts.length === 1) return whole === first;
    const isLongEnough = whole.length >= first.length + last.length;
    if (!isLongEnough || !whole.startsWith(first) || !whole.endsWith(last)) return false;
    return findInOrder(whole.slice(first.length, whole.length - last.length), parts.slice(1, -1)) !== undefined;
  };
}

/** Where the last part ends, each found behind the one before it. No regular expression: a pattern is what people type. */
function findInOrder(text: string, parts: readonly string[]): number | undefined {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return undefined;
    from = at + part.length;
  }
  return from;
}

const tidy = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
