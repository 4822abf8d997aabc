import { graphql } from '../../gql/gql.ts';
import type { ProxiesQuery, SroiQuery } from '../../gql/graphql.ts';

export const SROI = graphql(`
  query Sroi {
    sroiModel {
      id
      name
      viewerCanEdit
      current {
        ...SroiVersionFields
      }
      draft {
        ...SroiVersionFields
      }
      versions {
        ...SroiVersionNameFields
      }
    }
    metrics {
      id
      name
      unit
    }
  }
  fragment SroiVersionNameFields on SroiVersionName {
    id
    name
    status
    version
    publishedAt
    publishedBy
  }
  fragment SroiVersionFields on SroiVersion {
    id
    name
    note
    status
    version
    publishedAt
    publishedBy
    publishedAsOf
    publishedInvestment {
      cents
    }
    publishedResult {
      grossRatio
      netRatio
    }
    asOf
    investment {
      cents
    }
    discountSchedule {
      fromYear
      rate
    }
    discountConvention
    horizonYears
    seed
    draws
    viewerCanEdit
    scenarios {
      name
      changes {
        row
        parameter
        value
      }
    }
    rows {
      id
      key
      stakeholder
      outcome
      quantityMetric
      quantity
      publishedQuantity
      proxy {
        cents
        currency
      }
      proxyYear
      proxyCountry
      proxyUnit
      proxySource
      proxySourceCents
      priceIndex {
        name
        from
        to
        year
      }
      deadweight
      displacement
      attribution
      leakage
      substitution
      dropOff
      durationYears
      firstYear
      evidenceGrade
      note
      assumptions {
        number
        value
        grade
        source
      }
      ranges {
        parameter
        distribution
        low
        high
      }
    }
  }
`);
export type SroiModel = NonNullable<SroiQuery['sroiModel']>;
export type Version = NonNullable<SroiModel['current']>;
export type Row = Version['rows'][number];

export const SROI_VERSION = graphql(`
  query SroiVersion($id: ID!) {
    sroiVersion(id: $id) {
      ...SroiVersionFields
    }
  }
`);
export const SROI_COMPARISON = graphql(`
  query SroiComparison($first: ID!, $second: ID!) {
    sroiModel {
      id
      versions {
        ...SroiVersionNameFields
      }
    }
    sroiComparison(first: $first, second: $second) {
      first {
        ...SroiVersionNameFields
      }
      second {
        ...SroiVersionNameFields
      }
      firstRatio
      secondRatio
      differences {
        kind
        row
        outcome
        effect
        parameters {
          parameter
          before
          after
        }
      }
    }
  }
`);
export const SAVE_VERSION = graphql(`
  mutation SaveSroiVersion($id: ID!, $version: Int!, $input: SroiVersionInput!) {
    saveSroiVersion(id: $id, version: $version, input: $input) {
      ... on SroiVersion {
        ...SroiVersionFields
      }
      ...RefusalFields
    }
  }
`);
export const START_VERSION = graphql(`
  mutation StartSroiVersion($from: ID!, $name: String!) {
    startSroiVersion(from: $from, name: $name) {
      ... on SroiVersion {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const PUBLISH_VERSION = graphql(`
  mutation PublishSroiVersion($id: ID!, $version: Int!) {
    publishSroiVersion(id: $id, version: $version) {
      ... on SroiVersion {
        ...SroiVersionFields
      }
      ...RefusalFields
    }
  }
`);
export const DISCARD_VERSION = graphql(`
  mutation DiscardSroiVersion($id: ID!, $version: Int!) {
    discardSroiVersion(id: $id, version: $version) {
      ... on SroiVersion {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_VERSION = graphql(`
  mutation RestoreSroiVersion($id: ID!, $version: Int!) {
    restoreSroiVersion(id: $id, version: $version) {
      ... on SroiVersion {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const PROXIES = graphql(`
  query Proxies {
    proxies {
      ...ProxyFields
    }
  }
  fragment ProxyFields on Proxy {
    id
    version
    name
    cents
    currency
    priceYear
    country
    unit
    source
    note
  }
`);
export type Proxy = ProxiesQuery['proxies'][number];
export const SAVE_PROXY = graphql(`
  mutation SaveProxy($saved: RecordVersionInput, $input: ProxyInput!) {
    saveProxy(saved: $saved, input: $input) {
      ... on Proxy {
        ...ProxyFields
      }
      ...RefusalFields
    }
  }
`);
export const REMOVE_PROXY = graphql(`
  mutation RemoveProxy($id: ID!, $version: Int!) {
    removeProxy(id: $id, version: $version) {
      ... on Proxy {
        ...ProxyFields
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_PROXY = graphql(`
  mutation RestoreProxy($id: ID!, $version: Int!) {
    restoreProxy(id: $id, version: $version) {
      ... on Proxy {
        ...ProxyFields
      }
      ...RefusalFields
    }
  }
`);
