import { graphql } from '../../gql/gql.ts';
import type { AdjustedRatesQuery } from '../../gql/graphql.ts';

export const ADJUSTED = graphql(`
  query AdjustedRates(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $filter: FigureFilterInput
    $by: Dimension!
    $adjustedFor: [Dimension!]!
    $reference: String
  ) {
    all: figure(metric: $metric, asOf: $asOf, period: $period, filter: $filter) {
      ...FigureFields
    }
    standardisedRates(
      metric: $metric
      asOf: $asOf
      period: $period
      filter: $filter
      by: $by
      adjustedFor: $adjustedFor
      collapse: true
      reference: $reference
    ) {
      adjustedFor
      isAdjusted
      collapsed
      standard {
        keys
        share
        size
        groups {
          key
          numerator
          denominator
          wording
          isThin
        }
      }
      groups {
        key
        label
        numerator
        denominator
        crude
        crudeInterval {
          lower
          upper
        }
        standardised
        standardisedInterval {
          lower
          upper
        }
        isReference
        difference
        differenceInterval {
          lower
          upper
        }
      }
    }
  }
`);
export type StandardisedRates = AdjustedRatesQuery['standardisedRates'];
export type AdjustedGroup = StandardisedRates['groups'][number];
