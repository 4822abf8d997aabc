import { graphql } from '../../gql/gql.ts';
import type { IndicatorQuery } from '../../gql/graphql.ts';

export const INDICATOR = graphql(`
  query Indicator {
    metrics {
      id
      group
      unit
      name
      says
      dimensions
      records
      standings
      cohortDay
      ratedBy
      criterion {
        name
        is
        list
      }
      version
      numerator
      denominator
      formerVersions {
        version
        numerator
        denominator
        replaced
        replacedOn
        sameValue
        criterion {
          name
          is
          list
        }
      }
      parameters {
        anchor
        windowMonths
        population
        evidence
      }
    }
  }
`);
export const FIGURE = graphql(`
  query Figure(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
    $withStatements: Boolean = false
  ) {
    figure(
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
    ) {
      ...FigureFields
      ... on Figure {
        sroiVersion {
          id
          name
          version
          publishedAt
        }
        statement @include(if: $withStatements) {
          text
          values
        }
        factsStatement @include(if: $withStatements) {
          text
          values
        }
      }
    }
  }
`);
export type Metric = IndicatorQuery['metrics'][number];
