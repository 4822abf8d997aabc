import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { pageArguments, type PagePlace } from './Pager.tsx';
import type { Connection } from './RecordList.tsx';

type PageVariable = 'first' | 'after' | 'last' | 'before';

interface Options<Data, Variables, List> {
  readonly place: PagePlace;
  /** What the list asks for beside its page: filter, sort. */
  readonly variables: Omit<Variables, PageVariable>;
  /** Where the list is in the answer; nothing where there is none for this viewer. */
  readonly pick: (data: Data) => List | null | undefined;
}

/** A page of a list, and any other page of the same list: what RecordList needs of the API. While the next page is on its way the one before stays. */
export function useConnection<Data, Variables extends OperationVariables, List extends Connection<unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  { place, variables, pick }: Options<Data, Variables, List>,
) {
  const client = useApolloClient();
  // The page's arguments and the list's own make up the document's variables; types cannot say so.
  const withPage = (page: object) => ({ ...page, ...variables }) as unknown as Variables;
  const { data, previousData, error } = useQuery<Data>(document, {
    variables: withPage(pageArguments(place)),
  });
  const shown = data ?? previousData;
  return {
    connection: (shown && pick(shown)) ?? undefined,
    error,
    readPage: async (page: { first: number; after: string | null }): Promise<List> => {
      const answer = await client.query<Data>({
        query: document,
        variables: withPage(page),
        fetchPolicy: 'no-cache',
      });
      const connection = answer.data && pick(answer.data);
      if (connection == null) throw new Error('the list could not be read');
      return connection;
    },
  };
}
