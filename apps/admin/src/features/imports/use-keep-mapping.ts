import { useMutation } from '@apollo/client/react';
import type { Refusal } from '@tandem/domain/refusal';
import { undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalOf } from '@tandem/ui/refusal';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { ImportsQuery, SaveImportMappingMutationVariables } from '../../gql/graphql.ts';

const SAVE_MAPPING = graphql(`
  mutation SaveImportMapping(
    $name: String!
    $kind: ImportKind!
    $columns: [ImportColumnInput!]!
    $words: [ImportWordInput!]!
    $replaces: ID
  ) {
    saveImportMapping(name: $name, kind: $kind, columns: $columns, words: $words, replaces: $replaces) {
      ... on ImportMapping {
        id
      }
      ...RefusalFields
    }
  }
`);

type Mapping = Omit<SaveImportMappingMutationVariables, 'replaces'>;
export type KeptMapping = ImportsQuery['importMappings'][number];

/** Keeps a mapping under a name. The former one of this name, where it is meant to be replaced, can be put back. */
export function useKeepMapping() {
  const intl = useIntl();
  const [save, { loading }] = useMutation(SAVE_MAPPING, { refetchQueries: ['Imports'] });
  const keep = async (mapping: Mapping, former: KeptMapping | undefined): Promise<Refusal | undefined> => {
    const { data } = await save({ variables: { ...mapping, replaces: former?.id ?? null } });
    const refusal = refusalOf(data?.saveImportMapping);
    if (refusal !== undefined || former === undefined) return refusal;
    const { id, name, kind } = former;
    const columns = former.columns.map(({ field, header }) => ({ field, header }));
    const words = former.words.map(({ field, word, means }) => ({ field, word, means }));
    undoNotice(intl, intl.formatMessage({ id: 'imports.replaced' }, { name }), () =>
      refusalIn(save({ variables: { name, kind, columns, words, replaces: id } })),
    );
    return undefined;
  };
  return { keep, loading };
}
