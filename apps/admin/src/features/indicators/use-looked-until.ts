import { useCan } from '@tandem/ui/viewer';
import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest, MetricId } from '../../gql/graphql.ts';

const LOOKED_UNTIL = graphql(`
  query LookedUntil(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $months: Int!
  ) {
    timeToExit(
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      months: $months
    ) {
      curves {
        key
        lookedUntil
      }
    }
  }
`);

/** The rate of exits that an indicator counts by. */
const EXIT_RATE_OF: Readonly<Partial<Record<MetricId, MetricId>>> = {
  POSITIVE_EXIT_RATE: 'POSITIVE_EXIT_RATE',
  EMPLOYMENT_RATE: 'EMPLOYMENT_RATE',
  STABLE_EMPLOYMENT_RATE: 'STABLE_EMPLOYMENT_RATE',
  COST_PER_POSITIVE_EXIT: 'POSITIVE_EXIT_RATE',
  COST_PER_JOB: 'EMPLOYMENT_RATE',
  COST_PER_STABLE_JOB: 'STABLE_EMPLOYMENT_RATE',
};

/**
 * The last month at whose end somebody still looked for those without the exit that is asked about; null where nobody did, and
 * undefined where that is not asked, or not known yet.
 */
export function useLookedUntil(
  { metric, asOf, period, filter, parameters }: FigureRequest,
  months: number,
): number | null | undefined {
  const can = useCan();
  const rate = EXIT_RATE_OF[metric];
  const { anchor, evidence } = parameters ?? {};
  const isReversed = period != null && period.from >= period.to;
  const { data } = useQuery(LOOKED_UNTIL, {
    // Of the windows themselves and of the population it does not depend.
    variables: {
      metric: rate ?? metric,
      asOf: asOf ?? null,
      period: period ?? null,
      filter: filter ?? null,
      parameters: { ...(anchor && { anchor }), ...(evidence && { evidence }) },
      months,
    },
    skip: rate === undefined || isReversed || !can('SEE_ANALYSES'),
  });
  const curve = data?.timeToExit.curves[0];
  return curve && (curve.lookedUntil ?? null);
}
