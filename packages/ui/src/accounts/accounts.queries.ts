import { graphql } from '../gql/gql.ts';

export const ACCOUNTS = graphql(`
  query Accounts {
    accounts {
      ...AccountFields
    }
  }
  fragment AccountFields on Account {
    id
    name
    email
    role
    partner {
      id
      name
    }
    branches {
      id
      name
    }
    disabled
    hasSecondFactor
    createdAt
    viewerCanManage
    version
  }
`);
export const ACCOUNTS_SIGNED_IN = graphql(`
  query AccountsSignedIn {
    accounts {
      ...AccountFields
      ...AccountSessions
    }
  }
  fragment AccountSessions on Account {
    id
    sessions {
      id
      createdAt
      lastSeenAt
      address
      userAgent
    }
  }
`);
export const INVITATIONS = graphql(`
  query Invitations {
    invitations {
      id
      name
      email
      role
      partner {
        id
        name
      }
      branches {
        id
        name
      }
      createdAt
      expiresAt
      expired
    }
  }
`);
