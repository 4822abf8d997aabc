import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';

const CITED_VERSION = graphql(`
  query CitedVersion {
    publication {
      id
      figures {
        result {
          ... on Figure {
            sroiVersion {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** The version of the value map whose social return everybody is told; undefined where none is. */
export function useCitedVersion(): { readonly id: string; readonly name: string } | undefined {
  const { data } = useQuery(CITED_VERSION, { fetchPolicy: 'cache-and-network' });
  for (const { result } of data?.publication?.figures ?? [])
    if (result.__typename === 'Figure' && result.sroiVersion != null) return result.sroiVersion;
  return undefined;
}
