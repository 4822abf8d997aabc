import { graphql } from '../../gql/gql.ts';

export const ALLOCATION = graphql(`
  query Allocation($period: PeriodInput!) {
    allocation(period: $period) {
      rule {
        id
        version
        basis
        span
        spread
        reason
        madeAt
        madeBy
        branchShares {
          branchId
          share
        }
      }
      ledger {
        cents
        currency
      }
      groups {
        branchId
        branchName
        grantId
        grantReference
        startedDuos
        activeDuoMonths
        cost {
          cents
          currency
        }
        byRule {
          cents
          currency
        }
        marginal {
          cents
          currency
        }
      }
    }
    allocationRules {
      id
      version
      basis
      span
      spread
      reason
      madeAt
      madeBy
      branchShares {
        branchId
        share
      }
    }
  }
`);
export const TRACE = graphql(`
  query AllocationTrace(
    $period: PeriodInput!
    $branchId: ID
    $grantId: ID
    $noGrant: Boolean!
    $nature: CostNature
    $about: Boolean!
  ) {
    allocationTrace(
      period: $period
      branchId: $branchId
      grantId: $grantId
      noGrant: $noGrant
      nature: $nature
      about: $about
    ) {
      lineCount
      total {
        cents
        currency
      }
      lines {
        id
        bookedOn
        reference
        category
        nature
        branchName
        lineCents
        cents
        byRule
      }
    }
  }
`);
export const ALLOCATED_DUOS = graphql(`
  query AllocatedDuos($period: PeriodInput!, $branchId: ID, $grantId: ID, $noGrant: Boolean!) {
    allocatedDuos(period: $period, branchId: $branchId, grantId: $grantId, noGrant: $noGrant) {
      duoCount
      total {
        cents
        currency
      }
      withoutDuo {
        cents
        currency
      }
      duos {
        id
        reference
        directCents
        sharedCents
        indirectCents
        cents
      }
    }
  }
`);
export const SAVE_RULE = graphql(`
  mutation SaveAllocationRule($version: Int!, $input: AllocationRuleInput!) {
    saveAllocationRule(version: $version, input: $input) {
      ... on AllocationRule {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
