import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  HttpLink,
  InMemoryCache,
  ServerError,
} from '@apollo/client';
import type { DocumentNode } from 'graphql';
import { SetContextLink } from '@apollo/client/link/context';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { ErrorLink } from '@apollo/client/link/error';
import { languageOf, storedLocale } from '../i18n/locale.ts';
import { idempotencyLink } from './idempotency-link.ts';

/** Told to whoever listens when the server no longer knows the session. */
export const sessionEnded = new EventTarget();

/** The client of a portal: it asks in the reader's language, since the server words some of its answers. */
export function makeClient(): ApolloClient {
  const language = new SetContextLink(({ headers }) => ({
    headers: { ...headers, 'accept-language': languageOf(storedLocale()) },
  }));
  // The server has the portals' documents: their hashes are all that is sent.
  const persisted = new PersistedQueryLink({ generateHash: hashOf, retry: () => false });
  const errors = new ErrorLink(({ error }) => {
    if (isUnauthenticated(error)) sessionEnded.dispatchEvent(new Event('ended'));
  });
  return new ApolloClient({
    link: ApolloLink.from([
      errors,
      language,
      persisted,
      idempotencyLink,
      new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
    ]),
    cache: new InMemoryCache({
      possibleTypes: { FigureResult: ['Figure', 'Withheld', 'NoData'] },
      typePolicies: {
        // One indicator has many figures, and its definition's words change with the language: neither is an entity.
        MetricDefinition: { keyFields: false },
        Today: { merge: true },
        Viewer: { keyFields: [] },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}

/** The hash that the build gave a document. */
export function hashOf(document: DocumentNode): string {
  const { hash } = (document as { __meta__?: { hash?: string } }).__meta__ ?? {};
  if (hash === undefined) throw new Error('a document that the build has not seen');
  return hash;
}

function isUnauthenticated(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error))
    return error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
  return ServerError.is(error) && error.statusCode === 401;
}

/** The id under which an error stands in the server's log. */
export function requestIdOf(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const id = error.errors[0]?.extensions?.['requestId'];
  return typeof id === 'string' ? id : undefined;
}

/**
 * Why nothing is told where the server works as it should: what was asked for is made ahead of its questions and is not there
 * yet (BEING_PREPARED), or cannot be made (CANNOT_BE_PREPARED), or is not for the viewer (FORBIDDEN). Undefined of any other error.
 */
export function refusalOf(error: unknown): 'BEING_PREPARED' | 'CANNOT_BE_PREPARED' | 'FORBIDDEN' | undefined {
  return (['BEING_PREPARED', 'CANNOT_BE_PREPARED', 'FORBIDDEN'] as const).find((code) =>
    hasCode(error, code),
  );
}

/** Whether what was sent again had been done the first time, and its answer is gone. */
export function isAnswerLost(error: unknown): boolean {
  return hasCode(error, 'IDEMPOTENCY_ANSWER_LOST');
}

/** Whether an error has this code, as an answer with status 200 or with another one. */
function hasCode(error: unknown, code: string): boolean {
  return (
    (CombinedGraphQLErrors.is(error) &&
      error.errors.some(({ extensions }) => extensions?.['code'] === code)) ||
    (ServerError.is(error) && error.bodyText.includes(`"${code}"`))
  );
}

/** Whether the page is of an earlier build than the server, which no longer knows its documents. */
export function isOutdated(error: unknown): boolean {
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.['code'] === 'PERSISTED_QUERY_NOT_FOUND')
  );
}
