// In: a number as Excel stores a date, and how its cell is shown. Out: the date as people write it.

// Numbers of formats that every Excel knows (ECMA-376, 18.8.30).
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Whether a format shows a date or a time: by its number, or by the letters in it that are no quoted text. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => id >= from && id <= to);
  return /[dmyhs]/i.test(code.replaceAll(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, ''));
}

const DAY_MS = 86_400_000;
/** Day 0: two days before 1900 began, because Lotus took 1900 for a leap year and Excel kept that. */
const DAY_0_MS = Date.UTC(1899, 11, 30);
const DAY_0_1904_MS = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

/** "2026-03-02", with the time where there is one; a number that is no date stays as it is. */
export function formatSerial(value: string, is1904: boolean): string {
  const serial = Number(value);
  if (value.trim() === '' || !(serial >= 0 && serial <= LAST_DAY)) return value;
  const ms = Math.round((serial * DAY_MS) / 1000) * 1000;
  const [date = '', time = ''] = new Date((is1904 ? DAY_0_1904_MS : DAY_0_MS) + ms).toISOString().split('T');
  const clock = time.slice(0, 8).replace(/:00$/, '');
  if (serial < 1) return clock;
  return Number.isInteger(serial) ? date : `${date} ${clock}`;
}
