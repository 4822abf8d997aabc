import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isUnavailable, RETRY_AFTER_SECONDS } from '../database/unavailable.ts';
import { currentRequestId } from '../http/request-id.ts';
import type { Context } from './context.ts';
import { forbidden } from './errors.ts';

/**
 * Strangers are told no names of the schema that they did not say themselves; an answer without a database is a 503; who
 * asked for what it may not have stands in the log, by the id of the account.
 */
export const preparesErrors = (log: Logger): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue: { viewer, requestId } }) => ({
    didEncounterErrors: async ({ errors }) => {
      for (const error of errors) {
        if (error.extensions['code'] === 'FORBIDDEN')
          log.info(
            { requestId, account: viewer?.userId, path: error.path },
            'an account asked for what it may not',
          );
        if (viewer === null) error.message = error.message.replace(SUGGESTION, '');
        if (isUnavailable(unwrapResolverError(error)))
          error.extensions['http'] = {
            status: 503,
            headers: new HeaderMap([['retry-after', String(RETRY_AFTER_SECONDS)]]),
          };
      }
    },
  }),
});

/** How GraphQL's messages end where it knows names like the one that it does not know. */
const SUGGESTION = / Did you mean .*\?$/s;

/** Errors that GraphQL or we made on purpose are shown; any other is logged in full and masked. Each has an id that is in the log. */
export function formatError(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const requestId = currentRequestId();
    const cause = unwrapResolverError(error);
    if (cause instanceof GraphQLError) {
      const { stacktrace: _, code, ...extensions } = formatted.extensions ?? {};
      log.info({ requestId, code }, 'an operation was refused');
      // Apollo Server has no code for a hash that is not the document's; all of ours have one.
      const known = code === 'INTERNAL_SERVER_ERROR' ? 'BAD_REQUEST' : code;
      return { ...formatted, extensions: { ...extensions, code: known, requestId } };
    }
    if (isMalformedValue(cause)) {
      log.info({ requestId, err: cause }, 'an operation was refused');
      return {
        message: 'A value of the request cannot be read: ids are UUIDs, cursors are those of an answer.',
        extensions: { code: 'BAD_USER_INPUT', requestId },
        ...(formatted.path && { path: formatted.path }),
      };
    }
    if (isOutOfReach(cause)) {
      log.warn(
        { requestId, err: cause, path: formatted.path },
        'the database refused what an account may not do',
      );
      return {
        message: forbidden().message,
        extensions: { code: 'FORBIDDEN', requestId },
        ...(formatted.path && { path: formatted.path }),
      };
    }
    if (isUnavailable(cause)) {
      log.error({ requestId, err: cause, path: formatted.path }, 'the database did not answer in time');
      return {
        message: 'The database did not answer in time. Try again in a moment.',
        extensions: { code: 'UNAVAILABLE', requestId },
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

/** The second wall: rows are read before the guards of their fields run, so that it is the first to be met. */
function isOutOfReach(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '42501';
}

function isMalformedValue(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && UNREADABLE.has(cause.code);
}
