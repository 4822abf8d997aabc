import type { FigureParametersInput, FigureRequest } from '../../gql/graphql.ts';
import { periodOf, type CohortSearch } from './cohort-search.ts';
import { filtersOf, type FilterSearch } from './dimensions.ts';
import type { Metric } from './indicator.queries.ts';
import type { IndicatorSearch } from './indicators.routes.ts';

/** A figure that the value map makes is of all time. */
export function takesPeriod({ dimensions }: Pick<Metric, 'dimensions'>): boolean {
  return dimensions.length > 0;
}

/** What of an address is about a figure; not every page asks for all of it. */
type Asked = CohortSearch &
  FilterSearch &
  Partial<Pick<IndicatorSearch, 'anchor' | 'windowMonths' | 'population' | 'evidence' | 'version'>>;

/** The figure that an address asks for. */
export function requestOf(
  metric: Pick<Metric, 'id' | 'dimensions'>,
  search: Asked,
  today: string,
): FigureRequest {
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
