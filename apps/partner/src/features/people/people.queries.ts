import { graphql } from '../../gql/gql.ts';

export const VOLUNTEERS = graphql(`
  query Volunteers(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: VolunteerFilter
    $sort: VolunteerSort
  ) {
    volunteers(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      totalCount
      hasMoreThanTotal
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          id
          version
          engagement
          status
          consent
          registeredOn
          plannedHours
          submittedMinutes
          approvedMinutes
          viewerCanWithdraw
          viewerCanLogHours
          branch {
            id
            name
          }
          person {
            id
            name
            email
          }
        }
      }
    }
  }
`);

export const BRANCHES = graphql(`
  query Branches {
    branches {
      id
      name
    }
  }
`);

export const REGISTER = graphql(`
  mutation RegisterVolunteers($rows: [VolunteerInput!]!, $dryRun: Boolean!) {
    registerVolunteers(rows: $rows, dryRun: $dryRun) {
      registered {
        id
      }
      rows {
        index
        refusals {
          ...RefusalFields
        }
        existing {
          id
          status
          person {
            id
            name
          }
        }
      }
    }
  }
`);

export const WITHDRAW = graphql(`
  mutation WithdrawVolunteer($id: ID!, $version: Int!) {
    withdrawVolunteer(id: $id, version: $version) {
      ... on Volunteer {
        id
        version
        status
      }
      ...RefusalFields
    }
  }
`);
export const REINSTATE = graphql(`
  mutation ReinstateVolunteer($id: ID!, $version: Int!) {
    reinstateVolunteer(id: $id, version: $version) {
      ... on Volunteer {
        id
        version
        status
      }
      ...RefusalFields
    }
  }
`);
