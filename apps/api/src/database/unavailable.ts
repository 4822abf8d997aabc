/** After so long it is worth asking again. */
export const RETRY_AFTER_SECONDS = 5;

/**
 * PostgreSQL's words for "not now": a statement, a lock or an idle transaction took longer than it may, it takes no more
 * connections, it is starting or ending. (https://www.postgresql.org/docs/current/errcodes-appendix.html)
 */
const CODES: ReadonlySet<unknown> = new Set([
  '25P03', // idle_in_transaction_session_timeout
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57014', // query_canceled: the statement timeout
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
  'ECONNREFUSED',
  'ECONNRESET',
]);

/** What pg says without a code, in its pool and client. */
const MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable/;

/** Said in place of an error that hides its cause. */
export class Unavailable extends Error {}

/** Whether the database was too slow or too busy, or is not there: the same request may succeed later. */
export function isUnavailable(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if (cause instanceof Unavailable) return true;
  return ('code' in cause && CODES.has(cause.code)) || MESSAGES.test(cause.message);
}
