import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';

const BRANCHES = graphql(`
  query Branches {
    branches {
      id
      name
    }
  }
`);
const COORDINATORS = graphql(`
  query Coordinators {
    coordinators {
      id
      name
      branch {
        id
      }
    }
  }
`);

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The programme's branches, to choose among. */
export function useBranchOptions(): readonly Option[] {
  const { data } = useQuery(BRANCHES);
  return data?.branches.map(({ id, name }) => ({ value: id, label: name })) ?? [];
}

/** The programme's coordinators, to choose among. */
export function useCoordinatorOptions(): readonly (Option & { readonly branchId: string })[] {
  const { data } = useQuery(COORDINATORS);
  return (
    data?.coordinators.map(({ id, name, branch }) => ({ value: id, label: name, branchId: branch.id })) ?? []
  );
}
