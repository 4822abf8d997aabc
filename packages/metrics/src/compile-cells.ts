import { columnOf, conditions, termsOf } from './compile.ts';
import type { Dimension, MetricDefinition } from './definition.ts';
import { aggregate, type FigureQuery } from './figure-query.ts';
import { Values, type Statement } from './statement.ts';

/** One row of the answer: a code or UNKNOWN for each dimension, in their order. */
export interface CountedCell {
  readonly keys: readonly string[];
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * A statement for the counts of a rate in every combination of some dimensions: what standardised rates and weighted
 * comparisons are made of, however many people there are. Refuses (RangeError) what is no rate over rows of one source,
 * dimensions that its rows do not have, and the grant: a duo of several would be counted several times.
 */
export function compileCells(
  metric: MetricDefinition,
  query: Omit<FigureQuery, 'by' | 'across'>,
  dimensions: readonly Dimension[],
): Statement {
  const { numerator, denominator, unit } = metric;
  if (unit !== 'RATE' || denominator === null || denominator.source !== numerator.source)
    throw new RangeError(`${metric.id} is no rate over rows of one source`);
  if (dimensions.length === 0 || dimensions.includes('GRANT'))
    throw new RangeError('rows are divided by dimensions of which each row has one value');
  const { source } = numerator;
  const values = new Values();
  const terms = termsOf(metric, query, values);
  const keys = dimensions.map((dimension) => `coalesce(${columnOf(source, dimension)}::text, 'UNKNOWN')`);
  return {
    text: `select array[${keys.join(', ')}] as keys, ${aggregate(numerator, terms)} as numerator, ${aggregate(denominator, terms)} as denominator
from ${source.relation} where ${conditions(source, query, terms, values)} group by 1 order by 1`,
    values: values.list,
  };
}
