import type { FigureQuery } from '@tandem/metrics/figure-query';
import { grossMap, presentValueOf } from '@tandem/metrics/sroi/value-map';
import type { Context } from '../../graphql/context.ts';
import { currentVersion, valueMapOf } from '../sroi/value-map.loader.ts';
import type { FigureAnswer, MetricDefinitionType } from './metric.type.ts';

/**
 * The social return of the programme's model, by the version that figures come from: present value of the value map over all cost, both
 * as of the day and of the period. Quantities that are typed are as they are typed.
 */
export async function sroiFigure(
  context: Context,
  definition: MetricDefinitionType,
  { asOf, period }: Pick<FigureQuery, 'asOf' | 'period'>,
): Promise<FigureAnswer> {
  const read = await currentVersion(context, { asOf, period });
  if (read === undefined || read.investment <= 0) return { definition };
  const map = valueMapOf(read);
  const value = presentValueOf(definition.id === 'SROI_GROSS' ? grossMap(map) : map);
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
    sroiVersion: read.version,
  };
}
