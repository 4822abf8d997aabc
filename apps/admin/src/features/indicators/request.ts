import type { FigureParametersInput, FigureRequest, MetricId } from '../../gql/graphql.ts';
import type { IndicatorSearch } from './indicators.routes.ts';

/** The figure that an address asks for. */
export function requestOf(metric: MetricId, search: IndicatorSearch): FigureRequest {
  const { asOf, from, to, branch, anchor, windowMonths, population, evidence } = search;
  const parameters: FigureParametersInput = {
    ...(anchor && { anchor }),
    ...(windowMonths && { windowMonths }),
    ...(population && { population }),
    ...(evidence && { evidence }),
  };
  return {
    metric,
    ...(asOf && { asOf }),
    ...(from && to && from < to && { period: { from, to } }),
    ...(branch && { filter: { branch } }),
    ...(Object.keys(parameters).length > 0 && { parameters }),
  };
}
