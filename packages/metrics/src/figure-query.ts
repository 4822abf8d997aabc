import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import {
  TREND_STEPS,
  type Dimension,
  type Measure,
  type MetricDefinition,
  type Parameters,
  type Terms,
  type TrendStep,
} from './definition.ts';

/** What is asked of a metric. A filter keeps rows of which the dimension has one of the values. */
export interface FigureQuery {
  readonly asOf: CalendarDay;
  readonly period?: Period | undefined;
  readonly parameters?: Partial<Parameters> | undefined;
  readonly filter?: Readonly<Partial<Record<Dimension, readonly string[]>>> | undefined;
  /** Only rows of duos that this partner pays for through these grants. Sources that know no payers are not narrowed. */
  readonly scope?: { readonly partnerId: string; readonly grantIds: readonly string[] } | undefined;
  /** One dimension or step, or two dimensions, by which rows are grouped. */
  readonly by?: Dimension | TrendStep | undefined;
  readonly across?: Dimension | undefined;
  /** Only so many groups: those of which the figure counts the most. */
  readonly largest?: number | undefined;
}

/** The measures of a metric, by the names under which a statement answers with them. */
export const MEASURES = [
  'numerator',
  'denominator',
  'squares',
  'subjects',
  'notYetObservable',
  'unknown',
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** The measures that a metric has, each with its name. */
export function measuresOf(metric: MetricDefinition): { name: MeasureName; measure: Measure }[] {
  return MEASURES.flatMap((name) => {
    const measure = metric[name];
    return measure ? [{ name, measure }] : [];
  });
}

/** Whether rows are grouped by time. */
export function isStep(by: Dimension | TrendStep | undefined): by is TrendStep {
  return TREND_STEPS.some((step) => step === by);
}

/** The aggregate of a measure, in SQL. */
export function aggregate({ condition, distinct, sum }: Measure, terms: Terms): string {
  const which = condition(terms);
  const filter = which === 'true' ? '' : ` filter (where ${which})`;
  if (sum !== undefined) return `coalesce(sum(${sum(terms)})${filter}, 0)`;
  return `count(${distinct === undefined ? '*' : `distinct ${distinct(terms)}`})${filter}`;
}

/** What one row contributes to a measure that adds up, in SQL. Refuses (RangeError) one that counts different values. */
export function contribution({ condition, distinct, sum }: Measure, terms: Terms): string {
  if (distinct !== undefined) throw new RangeError('different values do not add up');
  const which = condition(terms);
  if (sum === undefined) return which === 'true' ? '1' : `case when ${which} then 1 else 0 end`;
  return which === 'true' ? sum(terms) : `case when ${which} then ${sum(terms)} end`;
}
