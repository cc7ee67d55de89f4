// In: a file's path as a page gives it. Out: the same to be shown and compared, which can lead nowhere.

const LONGEST_NAME = 120;
const DEEPEST = 32;

/** Folders parted by `/`, without what climbs, hides or means something to a file system; never empty. */
export function tidyPath(path: string): string {
  const names = path
    .split(/[/\\]/)
    .map(tidyName)
    .filter((name) => name !== '');
  return names.slice(-DEEPEST).join('/') || 'file';
}

function tidyName(name: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    // Windows drops them, so that two names would be one.
    .replace(/[. ]+$/, '');
  // Names of devices on Windows, whatever ending they have.
  const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain) ? `_${plain}` : plain;
  return shorten(safe);
}

/** The ending says what a file is, so it is the middle that goes. */
function shorten(name: string): string {
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  if (bytes(name) <= LONGEST_NAME) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 20 ? name.slice(dot) : '';
  let stem = ending === '' ? name : name.slice(0, dot);
  while (bytes(stem) + bytes(ending) > LONGEST_NAME) stem = Array.from(stem).slice(0, -1).join('');
  return stem + ending;
}
