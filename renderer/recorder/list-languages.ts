// The languages offered for speaking; a few dozen of those that transcribers know best.
const KNOWN =
  'ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv sw ta th tl tr uk ur vi zh';

/** By name, the ones of `first` (BCP 47 tags, such as the browser's own) before all others. */
export function listLanguages(first: readonly string[]): { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
  const option = (value: string) => ({ value, label: names.of(value) ?? value });
  const own = [...new Set(first.map((tag) => tag.split('-')[0] ?? tag))];
  const others = KNOWN.split(' ').filter((tag) => !own.includes(tag));
  return [...own.map(option), ...others.map(option).toSorted((a, b) => a.label.localeCompare(b.label, 'en'))];
}
