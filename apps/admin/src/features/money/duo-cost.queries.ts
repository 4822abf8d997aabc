import { graphql } from '../../gql/gql.ts';

export const DUO_COST = graphql(`
  query DuoCost($duoId: ID!) {
    duoCost(duoId: $duoId) {
      ruleVersion
      total {
        cents
        currency
      }
      direct {
        cents
        currency
      }
      shared {
        cents
        currency
      }
      indirect {
        cents
        currency
      }
      parts {
        from
        to
        branchId
        branchName
        grantId
        grantReference
        directCents
        sharedCents
        indirectCents
        cents
        groupCents
        weight
      }
    }
  }
`);
