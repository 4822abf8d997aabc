import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useKeptQuery } from '../session/use-kept-query.ts';
import { pageArguments, type PagePlace } from './Pager.tsx';
import type { Connection, PageAsked } from './RecordList.tsx';

type PageVariable = 'first' | 'after' | 'last' | 'before';

interface Options<Data, Variables, List> {
  readonly place: PagePlace;
  /** What the list asks for beside its page: filter, sort. */
  readonly variables: Omit<Variables, PageVariable>;
  /** Where the list is in the answer; nothing where there is none for this viewer. */
  readonly pick: (data: Data) => List | null | undefined;
}

/** A page of a list, and any other page of the same list: what RecordList needs of the API. */
export function useConnection<Data, Variables extends OperationVariables, List extends Connection<unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  { place, variables, pick }: Options<Data, Variables, List>,
) {
  const client = useApolloClient();
  // The page's arguments and the list's own make up the document's variables; types cannot say so.
  const withPage = (page: object) => ({ ...page, ...variables }) as unknown as Variables;
  const { data, shownFor, pending, error } = useKeptQuery(document, withPage(pageArguments(place)), place);
  return {
    connection: (data && pick(data)) ?? undefined,
    place: shownFor,
    pending,
    error,
    readPage: async (page: PageAsked): Promise<List> => {
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
