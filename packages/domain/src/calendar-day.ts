/**
 * A calendar day, `YYYY-MM-DD`, in the proleptic Gregorian calendar and without a time zone.
 * Days stay strings from the database to the screen: a `Date` would shift them by the zone's offset.
 * Strings of this form sort by time, so they are compared with `<` and `>`.
 */
export type CalendarDay = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The number of days in a month; `month` runs from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day of these numbers, or `undefined` where no such day exists (31 February, month 13). */
export function calendarDay(year: number, month: number, day: number): CalendarDay | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined;
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether the text is an existing day in the form `YYYY-MM-DD`. */
export function isCalendarDay(text: string): text is CalendarDay {
  const parts = FORM.exec(text);
  return parts !== null && calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== undefined;
}

/** The UTC calendar day of an instant, for clocks only: records hold days, not instants. */
export function dayOfInstant(instant: Date): CalendarDay {
  return instant.toISOString().slice(0, 10);
}

function toUtc(day: CalendarDay): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`not a calendar day: ${day}`);
  return time;
}

/** The day `days` later (earlier if negative). Throws a RangeError on a string that is no day. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayOfInstant(new Date(toUtc(day) + days * DAY_MS));
}

/** How many days `to` is after `from`; negative where it is before. Throws a RangeError on a string that is no day. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (toUtc(to) - toUtc(from)) / DAY_MS;
}

/**
 * The same day of the month `months` later, or that month's last day where it is shorter
 * (31 August plus 6 months is 28 or 29 February): the rule of PostgreSQL's `date + interval`.
 */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const start = new Date(toUtc(day));
  const index = start.getUTCFullYear() * 12 + start.getUTCMonth() + months;
  const year = Math.floor(index / 12);
  const month = (((index % 12) + 12) % 12) + 1;
  const result = calendarDay(year, month, Math.min(start.getUTCDate(), daysInMonth(year, month)));
  if (result === undefined)
    throw new RangeError(`${day} plus ${months} months is outside the years 1000 to 9999`);
  return result;
}

/** Completed years on `day` of someone born on `birth`; born on 29 February counts on 28 February in other years, as `addMonths`. */
export function ageOn(birth: CalendarDay, day: CalendarDay): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return addMonths(birth, years * 12) <= day ? years : years - 1;
}
