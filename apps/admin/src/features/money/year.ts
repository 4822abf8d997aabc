import { addMonths } from '@tandem/domain/calendar-day';

/** Of which time the address says that something is looked at. */
export interface LookedAt {
  readonly year?: number | undefined;
  /** From 1 to 12, of that year. */
  readonly month?: number | undefined;
}

/** A calendar year as a period; undefined for all time. */
export function periodOf(year: number | undefined) {
  return year === undefined ? undefined : { from: `${year}-01-01`, to: `${year + 1}-01-01` };
}

/** A month of a calendar year, from 1 to 12, as a period. */
export function monthOf(year: number, month: number) {
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  return { from, to: addMonths(from, 1) };
}

/** A calendar year in the address of an indicator, where the last day is meant to be in it. */
export function searchOf(year: number | undefined) {
  return year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** All time as a period, for what is asked with one: no programme is older, none ends later. */
const ALL_TIME = { from: '1990-01-01', to: '2101-01-01' };

export function periodOrAll(year: number | undefined) {
  return periodOf(year) ?? ALL_TIME;
}

/** A month of a year, all of a year, or all time. */
export function periodLookedAt({ year, month }: LookedAt) {
  return year === undefined || month === undefined ? periodOrAll(year) : monthOf(year, month);
}

/** A month or a calendar year as the address says it. */
export function lookedAtOf({ from, to }: { readonly from: string; readonly to: string }) {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  return addMonths(from, 1) === to ? { year, month } : { year };
}

/** The time that is looked at if a day is in it, else all time: a correction may be booked in another one than its line. */
export function timeWith(day: string, { year, month }: LookedAt): LookedAt {
  const { from, to } = periodLookedAt({ year, month });
  return day >= from && day < to ? { year, month } : {};
}
