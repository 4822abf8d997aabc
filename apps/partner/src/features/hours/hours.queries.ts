import { graphql } from '../../gql/gql.ts';

export const HOURS = graphql(`
  query Hours($first: Int, $after: String, $last: Int, $before: String, $filter: TimeEntryFilter) {
    timeEntries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          id
          workedOn
          minutes
          activity
          status
          rejectionReason
          viewerCanRemove
          volunteer {
            id
            person {
              id
              name
            }
          }
        }
      }
    }
  }
`);
export const LOG_HOURS = graphql(`
  mutation LogHours($input: TimeEntryInput!) {
    logHours(input: $input) {
      ... on TimeEntry {
        id
      }
      ...RefusalFields
    }
  }
`);
export const REMOVE_HOURS = graphql(`
  mutation RemoveHours($id: ID!) {
    removeHours(id: $id) {
      ... on TimeEntry {
        id
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_HOURS = graphql(`
  mutation RestoreHours($id: ID!) {
    restoreHours(id: $id) {
      ... on TimeEntry {
        id
      }
      ...RefusalFields
    }
  }
`);
export const WHO_GIVES_HOURS = graphql(`
  query WhoGivesHours {
    volunteers(first: 200, filter: { status: [REGISTERED, ACTIVE] }) {
      edges {
        node {
          id
          viewerCanLogHours
          person {
            id
            name
          }
        }
      }
    }
  }
`);
