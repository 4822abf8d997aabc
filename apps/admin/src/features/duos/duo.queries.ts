import { graphql } from '../../gql/gql.ts';
import type { DuoQuery } from '../../gql/graphql.ts';

export const DUO = graphql(`
  query Duo($id: ID!) {
    duo(id: $id) {
      ...DuoRow
      version
      meetingCount
      meetingMinutes
      viewerCanLogMeeting
      viewerCanRecordOutcome
      viewerCanClose
      viewerCanReopen
      mentee {
        id
        reference
        educationLevel
        monthsOutOfWork
        person {
          id
          name
          email
        }
      }
      mentor {
        id
        reference
        sector
        workStatus
        person {
          id
          name
          email
        }
      }
      meetings {
        id
        version
        heldOn
        minutes
        mode
        note
      }
      outcomes {
        id
        version
        observedOn
        situation
        contractType
        months
        evidence
        positive
        stable
      }
      responses {
        id
        respondent
        answeredOn
        answers {
          question
          score
        }
      }
      earmarks {
        share
        grant {
          id
          reference
          funder {
            id
            name
          }
        }
      }
      history {
        ...AuditEntryFields
      }
    }
  }
`);

export type Duo = NonNullable<DuoQuery['duo']>;

export const LOG_MEETING = graphql(`
  mutation LogMeeting($duoId: ID!, $input: MeetingInput!) {
    logMeeting(duoId: $duoId, input: $input) {
      ... on Meeting {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const UPDATE_MEETING = graphql(`
  mutation UpdateMeeting($id: ID!, $version: Int!, $input: MeetingInput!) {
    updateMeeting(id: $id, version: $version, input: $input) {
      ... on Meeting {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const REMOVE_MEETING = graphql(`
  mutation RemoveMeeting($id: ID!, $version: Int!) {
    removeMeeting(id: $id, version: $version) {
      ... on Meeting {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_MEETING = graphql(`
  mutation RestoreMeeting($id: ID!, $version: Int!) {
    restoreMeeting(id: $id, version: $version) {
      ... on Meeting {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const RECORD_OUTCOME = graphql(`
  mutation RecordOutcome($duoId: ID!, $input: OutcomeInput!) {
    recordOutcome(duoId: $duoId, input: $input) {
      ... on Outcome {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const REMOVE_OUTCOME = graphql(`
  mutation RemoveOutcome($id: ID!, $version: Int!) {
    removeOutcome(id: $id, version: $version) {
      ... on Outcome {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_OUTCOME = graphql(`
  mutation RestoreOutcome($id: ID!, $version: Int!) {
    restoreOutcome(id: $id, version: $version) {
      ... on Outcome {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const CLOSE_DUO = graphql(`
  mutation CloseDuo($id: ID!, $version: Int!, $input: CloseDuoInput!) {
    closeDuo(id: $id, version: $version, input: $input) {
      ... on Duo {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const REOPEN_DUO = graphql(`
  mutation ReopenDuo($id: ID!, $version: Int!) {
    reopenDuo(id: $id, version: $version) {
      ... on Duo {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
