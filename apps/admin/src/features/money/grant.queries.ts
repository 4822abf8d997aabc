import { graphql } from '../../gql/gql.ts';

export const GRANT = graphql(`
  query Grant($id: ID!) {
    grant(id: $id) {
      id
      reference
      kind
      status
      counts
      purpose
      startsOn
      endsOn
      version
      duoCount
      duosBegunBefore
      duosBeyondPeriod
      duosWithoutCost
      share
      viewerCanManage
      amount {
        cents
        currency
      }
      received {
        cents
        currency
      }
      funder {
        id
        name
      }
      branch {
        id
        name
      }
      cost {
        from
        to
        ruleVersion
        rule {
          basis
          span
          spread
        }
        cost {
          cents
          currency
        }
      }
      ...GrantTerms
    }
  }
`);
export const CREATE_GRANT = graphql(`
  mutation CreateGrant($input: GrantInput!) {
    createGrant(input: $input) {
      ... on Grant {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const CHANGE_GRANT = graphql(`
  mutation ChangeGrant($id: ID!, $version: Int!, $input: GrantInput!) {
    changeGrant(id: $id, version: $version, input: $input) {
      ... on Grant {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const REMOVE_GRANT = graphql(`
  mutation RemoveGrant($id: ID!, $version: Int!) {
    removeGrant(id: $id, version: $version) {
      ... on Grant {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_GRANT = graphql(`
  mutation RestoreGrant($id: ID!, $version: Int!) {
    restoreGrant(id: $id, version: $version) {
      ... on Grant {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
export const GRANT_DUOS = graphql(`
  query GrantDuos(
    $grantId: ID!
    $filter: GrantDuoFilter
    $first: Int!
    $skip: Int!
    $seesMoney: Boolean!
    $seesDuos: Boolean!
  ) {
    grantDuos(grantId: $grantId, filter: $filter, first: $first, skip: $skip) {
      totalCount
      duos {
        id
        reference
        startedOn
        closedOn
        closureReason @include(if: $seesDuos)
        beginsBefore
        goesOnAfter
        own
        taken
        cost @include(if: $seesMoney) {
          cents
          currency
        }
        branch {
          id
          name
        }
      }
    }
  }
`);
/** Apart from the list, which is long: it is asked for each share that is typed. */
export const EARMARK_PREVIEW = graphql(`
  query EarmarkPreview($grantId: ID!, $earmarks: [EarmarkInput!]!) {
    earmarkPreview(grantId: $grantId, earmarks: $earmarks) {
      duoId
      refusal {
        code
        params
      }
    }
  }
`);
export const EARMARK_DUOS = graphql(`
  mutation EarmarkDuos($grantId: ID!, $earmarks: [EarmarkInput!]!) {
    earmarkDuos(grantId: $grantId, earmarks: $earmarks) {
      ... on EarmarkChange {
        duoIds
        grant {
          id
          duoCount
          share
        }
      }
      ...RefusalFields
    }
  }
`);
export const REMOVE_EARMARKS = graphql(`
  mutation RemoveEarmarks($grantId: ID!, $duoIds: [ID!]!) {
    removeEarmarks(grantId: $grantId, duoIds: $duoIds) {
      ... on EarmarkChange {
        duoIds
        grant {
          id
          duoCount
          share
        }
      }
      ...RefusalFields
    }
  }
`);
/** Read again after every change of a grant. */
export const GRANT_AFTERWARDS = {
  refetchQueries: ['Grant', 'Grants', 'GrantDuos', 'GrantDues', 'GrantNames'],
};
