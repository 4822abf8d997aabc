import { graphql } from '../../gql/gql.ts';
import type { FigureRequest, ImpactQuery } from '../../gql/graphql.ts';

export type Impact = ImpactQuery;

/** Figures over the duos that the grants pay. */
export const OF_GRANTS = [
  'DUOS_STARTED',
  'POSITIVE_EXIT_RATE',
  'EMPLOYMENT_RATE',
  'STABLE_EMPLOYMENT_RATE',
  'COMPLETION_RATE',
  'MEETING_REGULARITY_RATE',
  'SATISFACTION_RATE',
  'AUTONOMY_RATE',
  'NETWORK_RATE',
  'USEFULNESS_RATE',
  'COACHING_RATE',
  'MENTEE_RESPONSE_RATE',
  'MENTOR_RESPONSE_RATE',
  'MENTORING_HOURS',
] as const;
export function requestsFor(grant: string | undefined): FigureRequest[] {
  const filter = grant === undefined ? undefined : { filter: { grant: [grant] } };
  return OF_GRANTS.map((metric) => ({ metric, ...filter }));
}

/** Of a funder with more grants than these, the latest are shown first. */
const LATEST_GRANTS = 20;
/** Which grants a page is about: one, or the latest of all. */
export function grantsAsked(grant: string | undefined) {
  return { latest: LATEST_GRANTS, grant: grant ?? '', ofGrant: grant !== undefined };
}

export const IMPACT = graphql(`
  query Impact($requests: [FigureRequest!]!, $latest: Int!, $grant: ID!, $ofGrant: Boolean!) {
    grantTotals {
      count
      amount {
        cents
        currency
      }
      received {
        cents
        currency
      }
    }
    grants(latest: $latest) @skip(if: $ofGrant) {
      ...GrantRow
    }
    grant(id: $grant) @include(if: $ofGrant) {
      ...GrantRow
    }
    figures(requests: $requests) {
      ...FigureFields
    }
    sroiGross: figure(metric: SROI_GROSS) {
      ...FigureFields
      ... on Figure {
        sroiVersion {
          name
          version
          publishedAt
        }
      }
    }
    sroiNet: figure(metric: SROI_NET) {
      ...FigureFields
      ... on Figure {
        sroiVersion {
          name
          version
          publishedAt
        }
      }
    }
    funding: figure(metric: FUNDING) {
      ...FigureFields
    }
    funds: breakdown(metric: FUNDING, by: GRANT_KIND) {
      key
      label
      result {
        ...FigureFields
      }
    }
  }
`);

export const ALL_GRANTS = graphql(`
  query AllGrants {
    grants {
      ...GrantRow
    }
  }
  fragment GrantRow on Grant {
    id
    reference
    kind
    status
    counts
    startsOn
    endsOn
    duoCount
    share
    amount {
      cents
      currency
    }
    received {
      cents
      currency
    }
    cost {
      asOf
      share
      cost {
        cents
        currency
      }
    }
  }
`);

/** The social return, as cost, has a question of its own, so that none grows beyond what the server answers at once. */
export const SROI = graphql(`
  query Sroi {
    metrics {
      id
      name
    }
    sroiModel {
      id
      current {
        id
        name
        version
        status
        publishedAt
        publishedBy
        asOf
        investment {
          cents
        }
        result {
          grossRatio
          netRatio
        }
        discountSchedule {
          fromYear
          rate
        }
        discountConvention
        horizonYears
        seed
        draws
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
          proxy {
            cents
          }
          priceIndex {
            name
            from
            to
            year
          }
          countedProxy {
            cents
          }
          proxyYear
          proxyCountry
          proxyUnit
          proxySource
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
    }
  }
`);
