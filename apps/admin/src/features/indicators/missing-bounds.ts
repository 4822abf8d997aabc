import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest } from '../../gql/graphql.ts';

const MISSING = graphql(`
  query MissingBounds(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
  ) {
    missingBounds(
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
    ) {
      yes
      no
      unknown
      tooEarly
      worst
      best
      amongKnown
      known
      seen
      caution
      interval {
        lower
        upper
      }
    }
  }
`);

/** Of how many it is known that they count, that they do not, and of how many it is not known; undefined until it is there. */
export function useMissingBounds(request: FigureRequest) {
  return useKeptQuery(MISSING, request, undefined).data?.missingBounds ?? undefined;
}
