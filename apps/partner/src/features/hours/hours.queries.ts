import { graphql } from '../../gql/gql.ts';

export const HOURS = graphql(`
  query Hours($first: Int, $after: String, $last: Int, $before: String, $filter: TimeEntryFilter) {
    timeEntries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
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
          workedOn
          minutes
          activity
          status
          rejectionReason
          version
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
        version
      }
      ...RefusalFields
    }
  }
`);
export const REMOVE_HOURS = graphql(`
  mutation RemoveHours($id: ID!, $version: Int!) {
    removeHours(id: $id, version: $version) {
      ... on TimeEntry {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_HOURS = graphql(`
  mutation RestoreHours($id: ID!, $version: Int!) {
    restoreHours(id: $id, version: $version) {
      ... on TimeEntry {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const WHO_GIVES_HOURS = graphql(`
  query WhoGivesHours($search: String, $chosen: [ID!]!) {
    chosen: volunteers(first: 1, filter: { id: $chosen }) {
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
    found: volunteers(first: 50, filter: { status: [REGISTERED, ACTIVE], search: $search }) {
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
