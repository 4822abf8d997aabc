import { graphql } from '../../gql/gql.ts';
import type { ComparisonGroupsQuery, WeightedQuery } from '../../gql/graphql.ts';

export const COMPARISON_GROUPS = graphql(`
  query ComparisonGroups {
    comparisonGroups {
      ...ComparisonGroupFields
    }
  }
  fragment ComparisonGroupFields on ComparisonGroup {
    id
    version
    name
    source
    people
    firstStart
    lastStart
    observedUntil
    restorableUntil
  }
`);
export type ComparisonGroup = ComparisonGroupsQuery['comparisonGroups'][number];

/** What a file of a comparison group may hold. */
export const COMPARISON_FIELDS = graphql(`
  query ComparisonFields {
    comparisonFields {
      name
      required
      headers
      choices {
        code
        label
        words
      }
    }
  }
`);

export const REMOVED_GROUPS = graphql(`
  query RemovedComparisonGroups {
    removedComparisonGroups {
      ...ComparisonGroupFields
    }
  }
`);

export const DESCRIBE_GROUP = graphql(`
  mutation DescribeComparisonGroup($id: ID!, $version: Int!, $input: ComparisonGroupInput!) {
    describeComparisonGroup(id: $id, version: $version, input: $input) {
      ... on ComparisonGroup {
        ...ComparisonGroupFields
      }
      ...RefusalFields
    }
  }
`);
export const REMOVE_GROUP = graphql(`
  mutation RemoveComparisonGroup($id: ID!, $version: Int!) {
    removeComparisonGroup(id: $id, version: $version) {
      ... on ComparisonGroup {
        ...ComparisonGroupFields
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_GROUP = graphql(`
  mutation RestoreComparisonGroup($id: ID!, $version: Int!) {
    restoreComparisonGroup(id: $id, version: $version) {
      ... on ComparisonGroup {
        ...ComparisonGroupFields
      }
      ...RefusalFields
    }
  }
`);

export const WEIGHTED = graphql(`
  query Weighted(
    $groupId: ID!
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $covariates: [Dimension!]!
    $estimand: Estimand!
  ) {
    compareWeighted(
      groupId: $groupId
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      covariates: $covariates
      estimand: $estimand
    ) {
      __typename
      ... on WeightedEffect {
        treated
        comparison
        leftOut
        leftOutTreated
        unknownTreated
        followedTooShort
        estimand
        effectiveTreated
        effectiveComparison
        largestWeightShare
        unweighted {
          ...WeightedRatesFields
        }
        weighted {
          ...WeightedRatesFields
        }
        bounds {
          best {
            ...WeightedRatesFields
          }
          verdict
          caution
        }
        verdict
        isBalanced
        balance {
          covariate
          value
          treated
          comparison
          weightedTreated
          weightedComparison
          before
          after
        }
        covariates
        combinations {
          keys
          isCompared
          treated {
            ...WeightedCombinationSideFields
          }
          comparison {
            ...WeightedCombinationSideFields
          }
        }
      }
      ... on NoWeightedEffect {
        reason
        treated
        comparison
        oneSided {
          covariate
          value
          treated
          comparison
        }
        helpsWithout
      }
    }
  }
  fragment WeightedRatesFields on WeightedRates {
    treated
    comparison
    difference
    interval {
      lower
      upper
    }
  }
  fragment WeightedCombinationSideFields on WeightedCombinationSide {
    people
    counted
    unknown
    weight
  }
`);
type Answer = NonNullable<WeightedQuery['compareWeighted']>;
export type Effect = Extract<Answer, { readonly __typename: 'WeightedEffect' }>;
export type Rates = Effect['weighted'];
export type NoEffect = Extract<Answer, { readonly __typename: 'NoWeightedEffect' }>;
