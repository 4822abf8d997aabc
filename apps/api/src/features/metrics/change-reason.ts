import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import type { MetricDefinition, Population } from '@tandem/metrics/definition';
import type { FigureChange, FigureChangeReason, RecordOfChange } from '@tandem/metrics/figure-change';
import type { Values } from '@tandem/metrics/statement';

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
  /** By which records its counting changes from day to day. */
  readonly changedBy: RecordOfChange | undefined;
}

/** An expression for one of FIGURE_CHANGE_REASONS. */
type Reason = string;

/**
 * SQL for why a figure looks at a record or counts it at one moment and not at the other, over rows with what the record
 * did (`change`), the day that places it (`cohort_on`) and how it stood where it was not looked at (`apart`). Of the day
 * and the version only one may differ (see `atMoment`).
 */
export function reasonBetween(before: Moment, after: Moment, values: Values): Reason {
  const isSameVersion = before.version === after.version;
  // Values of the criterion are not looked at: what they are is asked of a page of records, and not of all of them.
  const counting: FigureChangeReason = isSameVersion ? (after.changedBy ?? 'CRITERION') : 'DEFINITION';
  const absence = (absent: Moment) => whyAbsent(absent, isSameVersion, values);
  return `case change when 'ENTERED' then ${absence(before)} when 'LEFT' then ${absence(after)} else '${counting}' end`;
}

/** Why a record is not looked at. */
function whyAbsent(absent: Moment, isSameVersion: boolean, values: Values): Reason {
  const day = (bound: CalendarDay) => values.bind(bound, 'date');
  if (absent.stock) return `case when cohort_on > ${day(lastDayOf(absent))} then 'NEW' else 'CLOSED' end`;
  const { period, population } = absent;
  const outside =
    period === undefined
      ? ''
      : ` when cohort_on < ${day(period.from)} or cohort_on >= ${day(period.to)} then 'PERIOD'`;
  const within = !isSameVersion
    ? `'DEFINITION'`
    : population === 'CLOSED'
      ? `'CLOSED'`
      : `case when apart = 'NOT_YET' then 'WINDOW_OVER' else 'KNOWN' end`;
  return `case when cohort_on > ${day(absent.asOf)} then 'NEW'${outside} else ${within} end`;
}

/** The last day of a moment: of its period, where that ends before the as-of day. */
function lastDayOf({ asOf, period }: Moment): CalendarDay {
  return period !== undefined && period.to <= asOf ? addDays(period.to, -1) : asOf;
}
