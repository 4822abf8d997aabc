import { graphql } from '../../gql/gql.ts';
import type { PublicationPreviewQuery, PublicationsQuery } from '../../gql/graphql.ts';

export const PUBLICATIONS = graphql(`
  query Publications {
    publications {
      id
      asOf
      publishedAt
      publishedBy
      withdrawnAt
      withdrawnBy
    }
  }
`);
export const PUBLICATION_PREVIEW = graphql(`
  query PublicationPreview {
    publicationPreview {
      asOf
      stands
      figures {
        metric
        name
        unit
        value
        asOf
        reason
        groups
        groupsShown
      }
    }
    publication {
      id
      figures {
        result {
          ...FigureFields
        }
      }
    }
  }
`);
export const PUBLISH_FIGURES = graphql(`
  mutation PublishFigures {
    publishFigures {
      __typename
      ... on PublicationRecord {
        id
      }
      ...RefusalFields
    }
  }
`);
export const WITHDRAW_PUBLICATION = graphql(`
  mutation WithdrawPublication($id: ID!) {
    withdrawPublication(id: $id) {
      __typename
      ... on PublicationRecord {
        id
      }
      ...RefusalFields
    }
  }
`);
export const RESTORE_PUBLICATION = graphql(`
  mutation RestorePublication($id: ID!) {
    restorePublication(id: $id) {
      __typename
      ... on PublicationRecord {
        id
      }
      ...RefusalFields
    }
  }
`);
export type PublicationRow = PublicationsQuery['publications'][number];
export type Preview = PublicationPreviewQuery;
