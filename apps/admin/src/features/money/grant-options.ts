import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';

const GRANT_NAMES = graphql(`
  query GrantNames {
    grants {
      id
      reference
      counts
      funder {
        id
        name
      }
    }
  }
`);

/** The grants that count as funds, to choose among; none where they are not asked for. */
export function useGrantOptions(asked = true): readonly { readonly value: string; readonly label: string }[] {
  const { data } = useQuery(GRANT_NAMES, { skip: !asked });
  const counted = data?.grants.filter(({ counts }) => counts) ?? [];
  return counted.map(({ id, reference, funder }) => ({ value: id, label: `${reference} · ${funder.name}` }));
}
