import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { Idempotency } from '../http/idempotency.ts';
import { makeSchema } from '../schema.ts';
import { answersOnce } from './answers-once.ts';
import type { Context } from './context.ts';
import { limitsCost } from './cost.ts';
import { finishesRequest } from './finishes-request.ts';
import { formatError, preparesErrors } from './format-error.ts';
import { guardsIntrospection } from './introspection.ts';
import { LIMITS, limitRule } from './limits.ts';
import { acceptsOnlyPersisted, openPersistedDocuments } from './persisted-documents.ts';

/** The edge of the API: everything that is decided about an operation before a resolver runs is listed here. */
export async function makeGraphQLServer(
  log: Logger,
  idempotency: Idempotency,
  persistedOnly: boolean,
): Promise<ApolloServer<Context>> {
  const server = new ApolloServer<Context>({
    schema: makeSchema(),
    validationRules: [limitRule],
    parseOptions: { maxTokens: LIMITS.tokens },
    persistedQueries: { cache: await openPersistedDocuments() },
    formatError: formatError(log),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      preparesErrors(log),
      finishesRequest,
      guardsIntrospection,
      limitsCost,
      ...(persistedOnly ? [acceptsOnlyPersisted] : []),
      answersOnce(idempotency),
      ApolloServerPluginLandingPageDisabled(),
      // Nothing here is cached by others, and its hook on every field costs a fifth of a list.
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await server.start();
  return server;
}
