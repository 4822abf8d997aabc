import { addDays, addMonths, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';

/**
 * Months of something that are kept in the tables `rollup` and `rollup_month`, so that it costs the same for a million duos as
 * for ten thousand: as they are once everything has happened, and where that is not yet what it is on the programme's day, as
 * they are on that day too.
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
  /** Whether a month is on this day something else than it will be, so that it is kept as of the day too. */
  readonly differsOn: (month: KeptMonth, day: CalendarDay) => boolean;
}

/** Beyond which nothing is recorded: on this day everything has happened. */
export const LAST_DAY: CalendarDay = '9999-12-31';

/**
 * A month that is kept: its first day and that of the next month, from which day on each column no longer changes (null:
 * with the month itself), and as of which day it is kept besides.
 */
export interface KeptMonth {
  readonly month: CalendarDay;
  readonly next: CalendarDay;
  readonly settledOn: readonly (CalendarDay | null)[];
  readonly asOf: CalendarDay | null;
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
  /** Months as they are on the day that is asked about. */
  readonly today: readonly CalendarDay[];
  /** What is left to be counted. */
  readonly rest: readonly Period[];
}

/** Which months of a question are read as what; `phaseOf` says it of a whole one, or undefined where it must be counted. */
export function sortMonths(
  { asOf, period }: { readonly asOf: CalendarDay; readonly period?: Period | undefined },
  { months, stale }: Kept,
  phaseOf: (month: KeptMonth) => Phase | undefined,
): Sorted {
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
  return { ...sorted, rest };
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
