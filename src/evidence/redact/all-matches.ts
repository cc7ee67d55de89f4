// What `matchAll` gives, without a copy of the pattern for each text: texts are short, and most hold nothing.

const NONE: readonly RegExpExecArray[] = [];

/** `pattern` is global; its own place is put back first. */
export function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let found = pattern.exec(text);
  if (found === null) return NONE;
  const all: RegExpExecArray[] = [];
  for (; found !== null; found = pattern.exec(text)) {
    all.push(found);
    if (found[0] === '') pattern.lastIndex += 1;
  }
  return all;
}
