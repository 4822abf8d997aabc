import { graphql } from '../../gql/gql.ts';
import type {
  PersonPrivacyQuery,
  PurposesQuery,
  RetentionQuery,
  ThresholdsQuery,
} from '../../gql/graphql.ts';

export const PURPOSES = graphql(`
  query Purposes {
    purposes {
      id
      key
      version
      latest
      legalBasis
      dataCategories
      recipients
      fromDay
      name {
        fr
        nl
        en
      }
      description {
        fr
        nl
        en
      }
    }
  }
`);
export type Purpose = PurposesQuery['purposes'][number];

export const SAVE_PURPOSE = graphql(`
  mutation SavePurpose($input: PurposeInput!, $basedOn: Int) {
    savePurpose(input: $input, basedOn: $basedOn) {
      ... on Purpose {
        id
      }
      ...RefusalFields
    }
  }
`);

export const RETENTION = graphql(`
  query Retention {
    lastRetentionRun {
      day
      people
      notes
    }
    retentionPreview {
      count
      onHoldCount
      rule {
        id
        kind
        country
        months
        reason
        writtenOn
        writtenBy
      }
      items {
        personId
        duoId
        menteeId
        mentorId
        name
        dueOn
        onHold
      }
    }
  }
`);
export type RulePreview = RetentionQuery['retentionPreview'][number];

export const SAVE_RULE = graphql(`
  mutation SaveRetentionRule($id: ID, $input: RetentionRuleInput!) {
    saveRetentionRule(id: $id, input: $input) {
      ... on RetentionRule {
        id
      }
      ...RefusalFields
    }
  }
`);
export const REMOVE_RULE = graphql(`
  mutation RemoveRetentionRule($id: ID!) {
    removeRetentionRule(id: $id)
  }
`);

export const HOLDS = graphql(`
  query LegalHolds {
    legalHolds {
      id
      personId
      menteeId
      mentorId
      name
      reason
      placedAt
      placedBy
      liftedAt
      liftedBy
    }
  }
`);

export const ERASURES = graphql(`
  query Erasures {
    erasures {
      id
      personId
      menteeId
      mentorId
      at
      by
      reason
      entries
    }
  }
`);

export const THRESHOLDS = graphql(`
  query Thresholds {
    thresholds {
      id
      name
      value
      safeMinimum
      inForce
      reason
      setAt
      setBy
    }
  }
`);
export type Threshold = ThresholdsQuery['thresholds'][number];

export const SET_THRESHOLD = graphql(`
  mutation SetThreshold($name: ThresholdName!, $value: Int!, $reason: String!) {
    setThreshold(name: $name, value: $value, reason: $reason) {
      ... on Threshold {
        id
      }
      ...RefusalFields
    }
  }
`);

export const PERSON_PRIVACY = graphql(`
  query PersonPrivacy($personId: ID!, $manages: Boolean!) {
    personPrivacy(personId: $personId) {
      id
      name
      erasedOn
      menteeId
      mentorId
      viewerCanManage
      consents {
        id
        purpose
        version
        status
        onDay
        recordedAt
        recordedBy
      }
      hold @include(if: $manages) {
        id
        reason
        placedAt
        placedBy
      }
    }
  }
`);
export type PersonPrivacy = NonNullable<PersonPrivacyQuery['personPrivacy']>;

export const RECORD_CONSENT = graphql(`
  mutation RecordConsent($personId: ID!, $input: ConsentInput!) {
    recordConsent(personId: $personId, input: $input) {
      ... on PersonPrivacy {
        id
      }
      ...RefusalFields
    }
  }
`);
export const PLACE_HOLD = graphql(`
  mutation PlaceHold($personId: ID!, $reason: String!) {
    placeHold(personId: $personId, reason: $reason) {
      ... on PersonPrivacy {
        id
      }
      ...RefusalFields
    }
  }
`);
export const LIFT_HOLD = graphql(`
  mutation LiftHold($personId: ID!) {
    liftHold(personId: $personId) {
      ... on PersonPrivacy {
        id
      }
      ...RefusalFields
    }
  }
`);
export const ERASURE_PREVIEW = graphql(`
  query ErasurePreview($personId: ID!) {
    erasurePreview(personId: $personId) {
      ... on ErasureReport {
        personId
        notes
        hours
        mentions
        consents
        entries
        duos
        meetings
        situations
        answers
        attendances
      }
      ...RefusalFields
    }
  }
`);
export const ERASE_PERSON = graphql(`
  mutation ErasePerson($personId: ID!, $reason: String!) {
    erasePerson(personId: $personId, reason: $reason) {
      ... on ErasureReport {
        personId
        entries
      }
      ...RefusalFields
    }
  }
`);
