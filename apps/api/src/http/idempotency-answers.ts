import { RETRY_AFTER_SECONDS } from '../database/unavailable.ts';
import { currentRequestId } from './request-id.ts';

/** An answer as both doors can send it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

interface KeyRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfter?: number;
}

/** What a request with a key is told that is neither done nor given the first answer. */
export const REFUSALS = {
  KEY_INVALID: {
    status: 400,
    code: 'IDEMPOTENCY_KEY_INVALID',
    message: 'Idempotency-Key is 1 to 255 characters of ASCII without spaces, or a quoted string of them.',
  },
  KEY_REUSED: {
    status: 422,
    code: 'IDEMPOTENCY_KEY_REUSED',
    message: 'This Idempotency-Key was sent with another request. Each submission needs a key of its own.',
  },
  IN_FLIGHT: {
    status: 409,
    code: 'IDEMPOTENCY_IN_FLIGHT',
    message: 'The first request with this Idempotency-Key is not answered yet. Ask again in a moment.',
    retryAfter: 1,
  },
  ANSWER_LOST: {
    status: 409,
    code: 'IDEMPOTENCY_ANSWER_LOST',
    message:
      'What this Idempotency-Key stands for was done and is not done again, but its answer is gone. Read the records anew.',
  },
  UNAVAILABLE: {
    status: 503,
    code: 'UNAVAILABLE',
    message: 'The database did not answer in time. Try again in a moment.',
    retryAfter: RETRY_AFTER_SECONDS,
  },
} as const satisfies Readonly<Record<string, KeyRefusal>>;

export function refusalAnswer({ status, code, message, retryAfter }: KeyRefusal): Answer {
  return {
    status,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    body: { errors: [{ message, extensions: { code, requestId: currentRequestId() } }] },
  };
}

/** A word as most clients send it, or the quoted string of the draft standard (draft-ietf-httpapi-idempotency-key-header). */
const BARE = /^[!#-[\]-~]{1,255}$/;
const QUOTED = /^"([ !#-[\]-~]{1,255})"$/;

/** The key of a header; undefined where it is none. */
export function readKey(header: string): string | undefined {
  return BARE.test(header) ? header : QUOTED.exec(header)?.[1];
}

/** Codes of answers that say "not now", whatever their status. */
const PASSING: ReadonlySet<unknown> = new Set(['INTERNAL_SERVER_ERROR', 'UNAVAILABLE', 'TOO_MANY_REQUESTS']);

/** Whether the same request may be answered otherwise the next time, through no doing of its own. */
export function isPassing({ status, body }: Pick<Answer, 'status' | 'body'>): boolean {
  if (status === 429 || status >= 500) return true;
  const { errors } = body as { errors?: readonly { extensions?: { code?: unknown } }[] };
  return errors?.some(({ extensions }) => PASSING.has(extensions?.code)) ?? false;
}
