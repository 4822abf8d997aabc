import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';

/**
 * A query whose former answer stays in sight, marked as pending, while the next one is on its way; a query that fails
 * shows its error and nothing else. `shownFor` is what the caller says of the question (a page, a step), given back with
 * the answer that belongs to it. Nothing is asked where it is skipped.
 */
export function useKeptQuery<Data, Variables extends OperationVariables, Of>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  of: Of,
  { skip = false }: { readonly skip?: boolean } = {},
) {
  const { data, error, refetch } = useQuery<Data>(document, { variables, skip });
  const [kept, setKept] = useState<{ readonly data: Data; readonly shownFor: Of }>();
  if (data !== undefined && data !== kept?.data) setKept({ data, shownFor: of });
  const answer = data === undefined ? (error === undefined ? kept : undefined) : { data, shownFor: of };
  return {
    data: answer?.data,
    shownFor: answer?.shownFor ?? of,
    pending: data === undefined && answer !== undefined,
    error: data === undefined ? error : undefined,
    retry: refetch,
  };
}
