import { graphql } from '../../gql/gql.ts';
import type { PublishedRatesQuery } from '../../gql/graphql.ts';

export const PUBLISHED_RATES = graphql(`
  query PublishedRates {
    publishedRates {
      ...PublishedRateFields
    }
  }
  fragment PublishedRateFields on PublishedRate {
    id
    version
    metric
    label
    labelFr
    labelNl
    labelEn
    rate
    people
    population
    populationFr
    populationNl
    populationEn
    source
    sourceLanguage
    sourceFr
    sourceNl
    sourceEn
    link
    country
    region
    regionFr
    regionNl
    regionEn
    windowMonths
    year
  }
`);
export type PublishedRate = PublishedRatesQuery['publishedRates'][number];

export const SAVE_PUBLISHED_RATE = graphql(`
  mutation SavePublishedRate($id: ID, $version: Int, $input: PublishedRateInput!) {
    savePublishedRate(id: $id, version: $version, input: $input) {
      ... on PublishedRate {
        ...PublishedRateFields
      }
      ...RefusalFields
    }
  }
`);
export const REMOVE_PUBLISHED_RATE = graphql(`
  mutation RemovePublishedRate($id: ID!, $version: Int!) {
    removePublishedRate(id: $id, version: $version) {
      ... on PublishedRate {
        ...PublishedRateFields
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_PUBLISHED_RATE = graphql(`
  mutation RestorePublishedRate($id: ID!, $version: Int!) {
    restorePublishedRate(id: $id, version: $version) {
      ... on PublishedRate {
        ...PublishedRateFields
      }
      ...RefusalFields
    }
  }
`);
