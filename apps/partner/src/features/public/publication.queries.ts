import { graphql } from '../../gql/gql.ts';
import type { PublicationQuery } from '../../gql/graphql.ts';

export const PUBLICATION = graphql(`
  query Publication {
    publication {
      id
      asOf
      publishedAt
      figures {
        result {
          ...FigureFields
          ... on Figure {
            sroiVersion {
              name
              version
              publishedAt
            }
          }
        }
        breakdowns {
          by
          groups {
            key
            label
            result {
              ...FigureFields
            }
          }
        }
      }
    }
  }
`);

export type Publication = NonNullable<PublicationQuery['publication']>;
