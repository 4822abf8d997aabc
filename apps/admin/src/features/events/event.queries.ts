import { graphql } from '../../gql/gql.ts';
import type { EventQuery } from '../../gql/graphql.ts';

export const EVENT = graphql(`
  query Event($id: ID!, $people: Boolean!) {
    event(id: $id) {
      ...EventRow
      version
      viewerCanChange
      viewerCanRestore
      attendances @include(if: $people) {
        id
        role
        status
        participantId
        reference
        person {
          id
          name
        }
      }
    }
  }
`);

export type Event = NonNullable<EventQuery['event']>;

export const PLAN_EVENT = graphql(`
  mutation PlanEvent($input: EventInput!) {
    planEvent(input: $input) {
      ... on Event {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const CHANGE_EVENT = graphql(`
  mutation ChangeEvent($id: ID!, $version: Int!, $input: EventInput!) {
    changeEvent(id: $id, version: $version, input: $input) {
      ... on Event {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const CANCEL_EVENT = graphql(`
  mutation CancelEvent($id: ID!, $version: Int!) {
    cancelEvent(id: $id, version: $version) {
      ... on Event {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_EVENT = graphql(`
  mutation RestoreEvent($id: ID!, $version: Int!) {
    restoreEvent(id: $id, version: $version) {
      ... on Event {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const RECORD_ATTENDANCE = graphql(`
  mutation RecordAttendance($id: ID!, $version: Int!, $entries: [AttendanceInput!]!) {
    recordAttendance(eventId: $id, version: $version, entries: $entries) {
      ... on Event {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
