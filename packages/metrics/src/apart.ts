import { parametersOf, type Dimension, type MetricDefinition } from './definition.ts';
import type { FigureQuery } from './figure-query.ts';

/** A figure, and what is asked of it. */
interface Asked {
  readonly metric: MetricDefinition;
  readonly query: FigureQuery;
}

/**
 * Whether two figures are out of different rows by what they ask: over periods apart, or of values of one dimension apart. A
 * row lies on one day and in one group, by what the records say today, as of whatever day is asked; but several grants may
 * pay it. Rows that are placed by another day may be in both periods, and different rows are of different people or answers
 * only where none has two (Source.records).
 */
export function areApart(one: Asked, other: Asked): boolean {
  if (one.metric.denominator?.source.records === 'GROUPED' || rowsOf(one) !== rowsOf(other)) return false;
  const [a, b] = [one.query.period, other.query.period];
  if (a !== undefined && b !== undefined && (a.to <= b.from || b.to <= a.from)) return true;
  return Object.entries(one.query.filter ?? {}).some(([dimension, mine]) => {
    const theirs = other.query.filter?.[dimension as Dimension];
    return dimension !== 'GRANT' && theirs !== undefined && mine.every((value) => !theirs.includes(value));
  });
}

/** Which rows a figure is out of, and the day that places them. */
function rowsOf({ metric, query }: Asked): string {
  const terms = { ...parametersOf(metric, query.parameters), asOf: '' };
  return [metric.numerator, metric.denominator]
    .map((measure) => measure && `${measure.source.relation} ${measure.source.cohortDay(terms)}`)
    .join(' | ');
}
