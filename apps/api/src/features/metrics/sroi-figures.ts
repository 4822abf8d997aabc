import type { FigureQuery } from '@tandem/metrics/compile';
import { gross, presentValueOf } from '@tandem/metrics/sroi';
import type { Context } from '../../graphql/context.ts';
import { valueMapOf } from '../sroi/value-map.loader.ts';
import type { FigureAnswer, MetricDefinitionType } from './metric.type.ts';

/**
 * The social return of the programme's model: present value of the value map over all cost, both as of the day and of the
 * period. Quantities that are typed are as they are typed.
 */
export async function sroiFigure(
  context: Context,
  definition: MetricDefinitionType,
  { asOf, period }: Pick<FigureQuery, 'asOf' | 'period'>,
): Promise<FigureAnswer> {
  const map = await valueMapOf(context, { asOf, period });
  if (map === undefined || map.investment <= 0) return { definition };
  const rows = map.rows.map((row) => ({ ...row, quantity: row.quantityOnDay, proxy: row.proxyCents }));
  const value = presentValueOf(definition.id === 'SROI_GROSS' ? rows.map(gross) : rows, {
    rate: map.model.discountRate,
    convention: map.model.discountConvention,
  });
  return {
    value: value / map.investment,
    numerator: value,
    denominator: map.investment,
    unit: 'RATIO',
    interval: null,
    notYetObservable: null,
    unknown: null,
    asOf,
    parameters: null,
    definition,
  };
}
