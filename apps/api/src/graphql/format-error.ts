import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { newId } from '../database/new-id.ts';
import type { Context } from './context.ts';

/** Gives every error of an operation the id of its request, which is in the answer's headers and in the log. */
export const namesRequest: ApolloServerPlugin<Context> = {
  requestDidStart: async ({ contextValue: { requestId } }) => ({
    didEncounterErrors: async ({ errors }) => {
      for (const error of errors) error.extensions['requestId'] = requestId;
    },
  }),
};

/** Errors that GraphQL or we made on purpose are shown; any other is logged in full and masked. Each has an id that is in the log. */
export function formatError(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const named = formatted.extensions?.['requestId'];
    const requestId = typeof named === 'string' ? named : newId();
    const cause = unwrapResolverError(error);
    if (cause instanceof GraphQLError) {
      log.info({ requestId, message: formatted.message }, 'an operation was refused');
      const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions: { ...extensions, requestId } };
    }
    if (isMalformedValue(cause)) {
      log.info({ requestId, err: cause }, 'an operation was refused');
      return {
        message: 'A value of the request cannot be read: ids are UUIDs, cursors are those of an answer.',
        extensions: { code: 'BAD_USER_INPUT', requestId },
        ...(formatted.path && { path: formatted.path }),
      };
    }
    log.error({ requestId, err: cause, path: formatted.path }, 'an operation failed');
    return {
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      ...(formatted.path && { path: formatted.path }),
    };
  };
}

/** PostgreSQL could not read a text as what its column holds. Days, numbers and codes are checked before; ids and the values in cursors are not. */
const UNREADABLE: ReadonlySet<unknown> = new Set(['22P02', '22007', '22008', '22003']);

function isMalformedValue(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && UNREADABLE.has(cause.code);
}
