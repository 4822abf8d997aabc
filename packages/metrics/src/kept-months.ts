import { addDays, addMonths, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import type { Values } from './statement.ts';

/**
 * Months of something that are kept in the tables `rollup` and `rollup_month`, so that it costs the same for a million duos as
 * for ten thousand: as they are once everything has happened, and where that is not yet what it is on the programme's day, as
 * they are on that day too, with all months of their year. Quarters, years and four years are kept as the sum of their months:
 * those that are over, as their months are once everything has happened, and of each the months that are kept as of the
 * programme's day.
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
  /** Whether a month is on this day something else than it will be, so that its year is kept as of the day too. */
  readonly differsOn: (month: KeptMonth, day: CalendarDay) => boolean;
}

/** Of how many months a row is, from the first of which on. Each is made of the one before it. */
export const SPANS = [1, 3, 12, 48] as const;
export type Span = (typeof SPANS)[number];

/** Beyond which nothing is recorded: on this day everything has happened. */
export const LAST_DAY: CalendarDay = '9999-12-31';

/**
 * A month that is kept: its first day and that of the next month, from which day on each column no longer changes (null:
 * with the month itself), as of which day it is kept besides, and the widest span in which it is added up.
 */
export interface KeptMonth {
  readonly month: CalendarDay;
  readonly next: CalendarDay;
  readonly settledOn: readonly (CalendarDay | null)[];
  readonly asOf: CalendarDay | null;
  readonly summed: Span;
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

/** A row that is read of each group: of how many months from the first of which on, and as of which day. */
interface KeptRow {
  readonly asOf: CalendarDay;
  readonly span: Span;
  readonly month: CalendarDay;
  readonly phase: Phase;
}

interface Sorted {
  readonly rows: readonly KeptRow[];
  /** What is left to be counted. */
  readonly rest: readonly Period[];
}

/** What months of a source are asked for: by which day, of which period. */
interface Asked {
  readonly asOf: CalendarDay;
  readonly period?: Period | undefined;
  /** The widest span that is not told apart. */
  readonly widest?: Span | undefined;
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
  const { asOf, period, widest } = asked;
  const question = [asOf, period?.from, period?.to, widest, phases.rule].join();
  const known = remembered.get(kept) ?? new Map<string, Sorted>();
  remembered.set(kept, known);
  const before = known.get(question);
  if (before !== undefined) return before;
  const sorted = sortAnew(asked, kept, phases);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(question, sorted);
  return sorted;
}

function sortAnew({ asOf, period, widest }: Asked, kept: Kept, { phaseOf }: Phases): Sorted {
  const { months, stale } = kept;
  const end = addDays(asOf, 1);
  const to = period !== undefined && period.to < end ? period.to : end;
  const sorted: Record<Phase | 'today', CalendarDay[]> = { LATE: [], EARLY: [], today: [] };
  const counted: CalendarDay[] = [];
  const isAsked = (month: CalendarDay, next: CalendarDay) =>
    month < to && (period === undefined || next > period.from);
  for (const one of months) {
    const { month, next, asOf: keptAsOf } = one;
    if (!isAsked(month, next)) continue;
    const isBegun = period === undefined || month >= period.from;
    const isWhole = isBegun && next <= to;
    // Cut by the day alone, a month is as it is on the day.
    if (asOf === keptAsOf && isBegun && (isWhole || to === end)) {
      sorted.today.push(month);
      continue;
    }
    const phase = isWhole ? phaseOf(one) : undefined;
    (phase === undefined ? counted : sorted[phase]).push(month);
  }
  counted.push(...stale.filter((month) => isAsked(month, addMonths(month, 1))));
  const rest = periodsOf(counted).map((part) => ({
    from: period !== undefined && period.from > part.from ? period.from : part.from,
    to: part.to < to ? part.to : to,
  }));
  const rowsOf = (phase: Phase) => {
    const wanted = new Set(sorted[phase]);
    const isAddedUp = ({ month, summed }: KeptMonth, span: Span) => summed >= span && wanted.has(month);
    return inSpans(sorted[phase], kept, widest, isAddedUp).map((row) => ({ ...row, asOf: LAST_DAY, phase }));
  };
  const ofDay = new Set(sorted.today);
  // Among those that are kept as of the day, these are all of their spans.
  const isAllOfDay = ({ month, asOf: keptAsOf }: KeptMonth) => keptAsOf !== asOf || ofDay.has(month);
  const today = inSpans(sorted.today, kept, widest, isAllOfDay);
  return {
    rows: [
      ...rowsOf('LATE'),
      ...rowsOf('EARLY'),
      ...today.map((row) => ({ ...row, asOf, phase: 'LATE' as const })),
    ],
    rest,
  };
}

/** Months as the widest spans that are what their months come to (`isRight` of each month in them), and those that are in none. */
function inSpans(
  asked: readonly CalendarDay[],
  { months, stale }: Kept,
  widest: Span | undefined,
  isRight: (month: KeptMonth, span: Span) => boolean,
): { readonly span: Span; readonly month: CalendarDay }[] {
  const rows: { span: Span; month: CalendarDay }[] = [];
  let left = asked;
  for (const span of SPANS.toReversed()) {
    if (widest !== undefined && span > widest) continue;
    const whole = new Set(left.map((month) => startOfSpan(month, span)));
    if (span > 1) {
      for (const one of months) if (!isRight(one, span)) whole.delete(startOfSpan(one.month, span));
      for (const month of stale) whole.delete(startOfSpan(month, span));
    }
    rows.push(...[...whole].map((month) => ({ span, month })));
    left = left.filter((month) => !whole.has(startOfSpan(month, span)));
  }
  return rows;
}

/** The rows as a table `part` that `rollup` is joined to by `KEPT_KEY`, with whether each is read as EARLY. */
export function partsOf(rows: readonly KeptRow[], values: Values): string {
  const list = (of: (row: KeptRow) => unknown, type: string) => values.bind(rows.map(of), `${type}[]`);
  return `unnest(${list(({ asOf }) => asOf, 'date')}, ${list(({ span }) => span, 'smallint')}, ${list(({ month }) => month, 'date')}, ${list(({ phase }) => phase === 'EARLY', 'boolean')}) as part (as_of, span, month, early)`;
}
export const KEPT_KEY = '(as_of, span, month)';

/** The first day of the span of so many months that a day is in. */
export function startOfSpan(day: CalendarDay, span: Span): CalendarDay {
  const month = monthsUntil(day) - 1;
  const start = month - (month % span);
  return `${String(Math.floor(start / 12)).padStart(4, '0')}-${String((start % 12) + 1).padStart(2, '0')}-01`;
}

/** How many months a day's month is after the year 0. */
export function monthsUntil(day: CalendarDay): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
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
