import { addDays } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import type { FigureParametersInput, FigureRequest } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import type { IndicatorSearch } from './indicators.routes.ts';

/** Before anything that a programme can know of. */
const BEGINNING = '1900-01-01';

/**
 * The period of an address, whose last day is meant to be in it: from `from` up to and with `to`, open at either end.
 * Undefined for all time.
 */
function periodOf({ from, to, asOf }: IndicatorSearch, today: string): Period | undefined {
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? BEGINNING, to: addDays(to ?? asOf ?? today, 1) };
}

/** Whether the period of an address ends before it begins. */
export function endsBeforeItBegins({ from, to }: IndicatorSearch): boolean {
  return from !== undefined && to !== undefined && to < from;
}

/** A figure that the value map makes is of all time. */
export function takesPeriod({ dimensions }: Metric): boolean {
  return dimensions.length > 0;
}

/** The figure that an address asks for. */
export function requestOf(metric: Metric, search: IndicatorSearch, today: string): FigureRequest {
  const period = periodOf(search, today);
  const { asOf, branch, anchor, windowMonths, population, evidence } = search;
  const parameters: FigureParametersInput = {
    ...(anchor && { anchor }),
    ...(windowMonths && { windowMonths }),
    ...(population && { population }),
    ...(evidence && { evidence }),
  };
  return {
    metric: metric.id,
    ...(asOf && { asOf }),
    ...(period && takesPeriod(metric) && { period }),
    ...(branch && { filter: { branch } }),
    ...(Object.keys(parameters).length > 0 && { parameters }),
  };
}
