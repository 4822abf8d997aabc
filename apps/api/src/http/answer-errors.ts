import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { isUnavailable, RETRY_AFTER_SECONDS } from '../database/unavailable.ts';
import { currentRequestId } from './request-id.ts';
import { TooManyRequests } from './request-limits.ts';

const CODES: Readonly<Record<number, string>> = {
  403: 'CROSS_ORIGIN',
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'UNAVAILABLE',
};

/** Errors outside GraphQL (a body that is no JSON, or too large) as JSON with a reason; everything else is masked. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: { status?: number; limit?: number }, _request, response, _next) => {
    const requestId = currentRequestId();
    const status = statusOf(error);
    if (status >= 500) log.error({ requestId, err: error }, 'a request failed');
    else log.info({ requestId, status }, 'a request was refused');
    const wait = error instanceof TooManyRequests ? error.wait : RETRY_AFTER_SECONDS;
    if (status === 429 || status === 503) response.setHeader('retry-after', wait);
    const reasons: Record<number, string> = {
      403: 'The request comes from another site.',
      404: 'There is nothing at this address.',
      413: `The body is larger than ${(error.limit ?? 0) / 1024} kB.`,
      429: `Too much was asked in a short time. Try again in ${wait} seconds.`,
      500: 'Something went wrong on our side.',
      503: 'The database did not answer in time. Try again in a moment.',
    };
    response.status(status).json({
      errors: [
        {
          message: reasons[status] ?? 'The body is not JSON.',
          extensions: { code: CODES[status] ?? 'BAD_REQUEST', requestId },
        },
      ],
    });
  };
}

function statusOf(error: { status?: number }): number {
  if (isUnavailable(error)) return 503;
  return error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
}
