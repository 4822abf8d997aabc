import { graphql } from '../../gql/gql.ts';

export const LEDGER = graphql(`
  query Ledger($year: Int!) {
    ledger {
      closedBefore
      version
      viewerCanManage
      months(year: $year) {
        month
        lines
        corrections
        closed
        over
        total {
          cents
          currency
        }
      }
      events {
        id
        action
        month
        at
        madeBy
        reason
      }
    }
  }
`);
export const CLOSED_BEFORE = graphql(`
  query ClosedBefore {
    ledger {
      closedBefore
    }
  }
`);
export const CLOSE_MONTH = graphql(`
  mutation CloseMonth($month: CalendarDay!, $version: Int!) {
    closeMonth(month: $month, version: $version) {
      ... on Ledger {
        closedBefore
        version
      }
      ...RefusalFields
    }
  }
`);
export const CLOSING = graphql(`
  query Closing($month: CalendarDay!) {
    ledger {
      closedBefore
      version
      closing(month: $month) {
        months
        lines
        total {
          cents
          currency
        }
      }
    }
  }
`);
export const REOPEN_MONTH = graphql(`
  mutation ReopenMonth($month: CalendarDay!, $version: Int!, $reason: String!) {
    reopenMonth(month: $month, version: $version, reason: $reason) {
      ... on Ledger {
        closedBefore
        version
      }
      ...RefusalFields
    }
  }
`);
export const BOOK_COST = graphql(`
  mutation BookCost($input: CostInput!) {
    bookCost(input: $input) {
      ... on Cost {
        id
      }
      ...RefusalFields
    }
  }
`);
export const CORRECT_COST = graphql(`
  mutation CorrectCost($id: ID!, $input: CostCorrectionInput!) {
    correctCost(id: $id, input: $input) {
      ... on Cost {
        id
        bookedOn
      }
      ...RefusalFields
    }
  }
`);
export const REVERSE_COST = graphql(`
  mutation ReverseCost($id: ID!, $reason: String!) {
    reverseCost(id: $id, reason: $reason) {
      ... on Cost {
        id
        bookedOn
      }
      ...RefusalFields
    }
  }
`);
export const COSTS = graphql(`
  query Costs(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: CostFilter
    $sort: CostSort
  ) {
    costs(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      totalCount
      hasMoreThanTotal
      total {
        cents
        currency
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          id
          bookedOn
          documentOn
          category
          nature
          entry
          reference
          reason
          correction
          viewerCanCorrect
          enteredBy
          amount {
            cents
            currency
          }
          branch {
            id
            name
          }
          grant {
            id
            reference
          }
        }
      }
    }
  }
`);
export const LINE_ALLOCATION = graphql(`
  query LineAllocation($id: ID!, $period: PeriodInput!) {
    lineAllocation(id: $id, period: $period) {
      ruleVersion
      span
      from
      byRule
      amount {
        cents
        currency
      }
      parts {
        branchId
        branchName
        grantId
        grantReference
        cents
      }
    }
  }
`);
/** Read again after every change of the books. */
export const LEDGER_AFTERWARDS = { refetchQueries: ['Ledger', 'Costs'] };
