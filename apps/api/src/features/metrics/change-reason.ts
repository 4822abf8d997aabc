import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import type { MetricDefinition, Population } from '@tandem/metrics/definition';
import type { FigureStanding } from './records-of-figure.type.ts';

export const FIGURE_CHANGES = [
  'ENTERED',
  'LEFT',
  'NOW_COUNTED',
  'NO_LONGER_COUNTED',
  'COUNTS_MORE',
  'COUNTS_LESS',
] as const;
export type FigureChange = (typeof FIGURE_CHANGES)[number];

export const FIGURE_CHANGE_REASONS = [
  'NEW',
  'PERIOD',
  'WINDOW_OVER',
  'CLOSED',
  'KNOWN',
  'CRITERION',
  'DEFINITION',
] as const;
export type FigureChangeReason = (typeof FIGURE_CHANGE_REASONS)[number];

/** What records may do below a figure: of a sum each counts for more or less, else it counts or it does not. */
export function changesOf({ numerator, stock }: MetricDefinition): readonly FigureChange[] {
  return numerator.sum === undefined || stock === true
    ? ['ENTERED', 'LEFT', 'NOW_COUNTED', 'NO_LONGER_COUNTED']
    : ['ENTERED', 'LEFT', 'COUNTS_MORE', 'COUNTS_LESS'];
}

/** As what a figure is asked for at a moment. */
export interface Moment {
  readonly asOf: CalendarDay;
  readonly period: Period | undefined;
  /** Null where the figure knows no populations. */
  readonly population: Population | null;
  /** Whether it says how many there are on the last day. */
  readonly stock: boolean;
  /** The version of its definition; null where it has none. */
  readonly version: number | null;
}

/**
 * Says of what a record did, the day that places it, and how it stood where it was not looked at, why a figure looks at it
 * or counts it at one moment and not at the other. Of the day and the version only one may differ (see `atMoment`).
 */
export function reasonsBetween(
  before: Moment,
  after: Moment,
): (change: FigureChange, day: CalendarDay, apart: FigureStanding | null) => FigureChangeReason {
  return (change, day, apart) => {
    if (change !== 'ENTERED' && change !== 'LEFT')
      return before.version === after.version ? 'CRITERION' : 'DEFINITION';
    const absent = change === 'ENTERED' ? before : after;
    if (absent.stock) return day > lastDayOf(absent) ? 'NEW' : 'CLOSED';
    if (day > absent.asOf) return 'NEW';
    if (absent.period !== undefined && (day < absent.period.from || day >= absent.period.to)) return 'PERIOD';
    if (before.version !== after.version) return 'DEFINITION';
    if (absent.population === 'CLOSED') return 'CLOSED';
    return apart === 'NOT_YET' ? 'WINDOW_OVER' : 'KNOWN';
  };
}

/** The last day of a moment: of its period, where that ends before the as-of day. */
function lastDayOf({ asOf, period }: Moment): CalendarDay {
  return period !== undefined && period.to <= asOf ? addDays(period.to, -1) : asOf;
}
