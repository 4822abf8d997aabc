import { addDays, addMonths, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';

/**
 * Months of something that are kept in the tables `rollup` and `rollup_month`, so that it costs the same for a million duos as
 * for ten thousand: as they are once everything has happened, and where that is not yet what it is on the programme's day, as
 * they are on that day too. Years that are over are kept as the sum of their months, as those are once everything has happened.
 */
export interface RollUp {
  readonly name: string;
  /** The table whose changes mark months. */
  readonly fact: string;
  /** Makes the rows of months anew: $1 their first days, which lie from $2 on and before $3; $4 as of which day. */
  readonly rows: string;
  /** Makes what is known of each of those months anew: $1 to $3 as above. */
  readonly months: string;
  /** Finds the months that there are: the first day of each. */
  readonly allMonths: string;
  /** How many numbers a row holds. */
  readonly width: number;
  /** Whether a month is on this day something else than it will be, so that it is kept as of the day too. */
  readonly differsOn: (month: KeptMonth, day: CalendarDay) => boolean;
}

/** Of how many months a row is. */
export const MONTH_SPAN = 1;
export const YEAR_SPAN = 12;

/** Beyond which nothing is recorded: on this day everything has happened. */
export const LAST_DAY: CalendarDay = '9999-12-31';

/**
 * A month that is kept: its first day and that of the next month, from which day on each column no longer changes (null:
 * with the month itself), as of which day it is kept besides, and whether it is in a year that is kept.
 */
export interface KeptMonth {
  readonly month: CalendarDay;
  readonly next: CalendarDay;
  readonly settledOn: readonly (CalendarDay | null)[];
  readonly asOf: CalendarDay | null;
  readonly isInYear: boolean;
}

/** What is kept of a roll-up. A month that is in neither has no rows. */
export interface Kept {
  /** Months as they are once everything has happened, and as of the programme's day. */
  readonly months: readonly KeptMonth[];
  /** Months that were written in since: they are counted from the facts. */
  readonly stale: readonly CalendarDay[];
}

/** How a month is read that everything has happened in, or nothing that takes time. */
export type Phase = 'LATE' | 'EARLY';

interface Sorted extends Readonly<Record<Phase, readonly CalendarDay[]>> {
  /** Years of which all months are asked for as LATE; these are not among the months. */
  readonly years: readonly CalendarDay[];
  /** Months as they are on the day that is asked about. */
  readonly today: readonly CalendarDay[];
  /** What is left to be counted. */
  readonly rest: readonly Period[];
}

/** What months of a source are asked for: by which day, of which period. */
interface Asked {
  readonly asOf: CalendarDay;
  readonly period?: Period | undefined;
  /** Whether they are told apart, so that their years are not enough. */
  readonly isByMonth?: boolean;
}

/** As what a whole month is read that is asked for on a day, or undefined where it must be counted. */
export interface Phases {
  /** Equal of equal rules. */
  readonly rule: string;
  readonly phaseOf: (month: KeptMonth) => Phase | undefined;
}

/** What was sorted of months that are still kept: the pages of a day ask the same of them over and over. */
const remembered = new WeakMap<Kept, Map<string, Sorted>>();
const MOST_REMEMBERED = 200;

/** Which months of a question are read as what. */
export function sortMonths(asked: Asked, kept: Kept, phases: Phases): Sorted {
  const { asOf, period, isByMonth } = asked;
  const question = [asOf, period?.from, period?.to, isByMonth, phases.rule].join();
  const known = remembered.get(kept) ?? new Map<string, Sorted>();
  remembered.set(kept, known);
  const before = known.get(question);
  if (before !== undefined) return before;
  const sorted = sortAnew(asked, kept, phases);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(question, sorted);
  return sorted;
}

function sortAnew({ asOf, period, isByMonth }: Asked, { months, stale }: Kept, { phaseOf }: Phases): Sorted {
  const end = addDays(asOf, 1);
  const to = period !== undefined && period.to < end ? period.to : end;
  const sorted: Record<Phase | 'today', CalendarDay[]> = { LATE: [], EARLY: [], today: [] };
  const counted: CalendarDay[] = [];
  const isAsked = (month: CalendarDay, next: CalendarDay) =>
    month < to && (period === undefined || next > period.from);
  for (const kept of months) {
    const { month, next, asOf: keptAsOf } = kept;
    if (!isAsked(month, next)) continue;
    const isBegun = period === undefined || month >= period.from;
    const isWhole = isBegun && next <= to;
    // Cut by the day alone, a month is as it is on the day.
    if (asOf === keptAsOf && isBegun && (isWhole || to === end)) {
      sorted.today.push(month);
      continue;
    }
    const phase = isWhole ? phaseOf(kept) : undefined;
    (phase === undefined ? counted : sorted[phase]).push(month);
  }
  counted.push(...stale.filter((month) => isAsked(month, addMonths(month, 1))));
  const rest = periodsOf(counted).map((part) => ({
    from: period !== undefined && period.from > part.from ? period.from : part.from,
    to: part.to < to ? part.to : to,
  }));
  const years = isByMonth === true ? [] : wholeYears(sorted.LATE, months, stale);
  const inMonths =
    years.length === 0 ? sorted.LATE : sorted.LATE.filter((month) => !years.includes(yearOf(month)));
  return { ...sorted, LATE: inMonths, years, rest };
}

/** The years that are kept, and of which there is no month but those that are asked for. */
function wholeYears(
  asked: readonly CalendarDay[],
  months: readonly KeptMonth[],
  stale: readonly CalendarDay[],
): CalendarDay[] {
  const wanted = new Set(asked);
  const whole = new Map<CalendarDay, boolean>();
  for (const { month, isInYear } of months) {
    const year = yearOf(month);
    whole.set(year, whole.get(year) !== false && isInYear && wanted.has(month));
  }
  for (const month of stale) whole.set(yearOf(month), false);
  return [...whole].flatMap(([year, isWhole]) => (isWhole ? [year] : []));
}

/** The first day of a day's year. */
export function yearOf(day: CalendarDay): CalendarDay {
  return `${day.slice(0, 4)}-01-01`;
}

/** Months as periods, those that follow on each other as one. */
function periodsOf(months: readonly CalendarDay[]): Period[] {
  const periods: Period[] = [];
  for (const month of months.toSorted()) {
    const last = periods.at(-1);
    const to = addMonths(month, 1);
    if (last?.to === month) periods[periods.length - 1] = { from: last.from, to };
    else periods.push({ from: month, to });
  }
  return periods;
}
