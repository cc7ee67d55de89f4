// Whether digits of a national number can be a day of birth.

/** `day` of `month` exists in some year. */
export const isDay = (day: number, month: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month - 1] ?? 0);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Two digits for each of day and month, as they stand at the places given. */
export const isDayAt = (digits: string, dayAt: number, monthAt: number): boolean =>
  isDay(Number(digits.slice(dayAt, dayAt + 2)), Number(digits.slice(monthAt, monthAt + 2)));
