import { graphql } from '../../gql/gql.ts';
import type { MetricId } from '../../gql/graphql.ts';

export const MONEY = graphql(`
  query MoneyOverview($requests: [FigureRequest!]!, $period: PeriodInput, $largest: Int!) {
    figures(requests: $requests) {
      ...FigureFields
    }
    composition: breakdown(metric: TOTAL_COST, by: COST_CATEGORY, period: $period) {
      key
      label
      result {
        ...FigureFields
      }
    }
    natures: breakdown(metric: TOTAL_COST, by: COST_NATURE, period: $period) {
      key
      label
      result {
        ...FigureFields
      }
    }
    funds: breakdown(metric: FUNDING, by: GRANT_KIND, period: $period) {
      key
      label
      result {
        ...FigureFields
      }
    }
    perDuo: breakdown(metric: COST_PER_DUO, by: BRANCH, period: $period, largest: $largest) {
      key
      label
      result {
        ...FigureFields
      }
    }
  }
`);

/** The figures in their order. */
export const METRICS = [
  'COST_PER_DUO',
  'MARGINAL_COST_PER_DUO',
  'DIRECT_COST_PER_DUO',
  'COST_PER_COMPLETED_DUO',
  'COST_PER_POSITIVE_EXIT',
  'COST_PER_JOB',
  'COST_PER_STABLE_JOB',
  'TOTAL_COST',
  'FUNDING',
] as const;
/** From direct cost to all of it. */
export const STEPS = [
  'DIRECT_COST_PER_DUO',
  'MARGINAL_COST_PER_DUO',
  'COST_PER_DUO',
  'COST_PER_DUO_WITH_IN_KIND',
] as const;
export const ASKED: readonly MetricId[] = [...new Set<MetricId>([...METRICS, ...STEPS])];
