import type { FigureParametersInput, FigureRequest } from '../../gql/graphql.ts';
import { periodOf } from './cohort-search.ts';
import { filtersOf } from './dimensions.ts';
import type { Metric } from './indicator.queries.ts';
import type { IndicatorSearch } from './indicators.routes.ts';

/** A figure that the value map makes is of all time. */
export function takesPeriod({ dimensions }: Pick<Metric, 'dimensions'>): boolean {
  return dimensions.length > 0;
}

/** The figure that an address asks for. */
export function requestOf(metric: Metric, search: IndicatorSearch, today: string): FigureRequest {
  const period = periodOf(search, today);
  const { asOf, branch, anchor, windowMonths, population, evidence, version } = search;
  const parameters: FigureParametersInput = {
    ...(anchor && { anchor }),
    ...(windowMonths && { windowMonths }),
    ...(population && { population }),
    ...(evidence && { evidence }),
  };
  const filter = { ...filtersOf(search), ...(branch && { branch }) };
  return {
    metric: metric.id,
    ...(asOf && { asOf }),
    ...(period && takesPeriod(metric) && { period }),
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(version && { version }),
  };
}
