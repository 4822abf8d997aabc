import type { Request } from 'express';
import type { Viewer } from '../graphql/context.ts';
import type { ViewerLookup } from '../identity/viewer.ts';
import { REQUEST_LIMITS, type Limiter } from './limits.ts';
import { networkOf } from './network.ts';

/** A limit that was reached before anything was done; answered as 429. */
export class TooManyRequests extends Error {
  readonly status = 429;
  constructor(readonly wait: number) {
    super('too many requests');
  }
}

/**
 * Counts requests when it is known who asks. An address that came with too many credentials that are none is refused
 * before the next one is looked up: looking up is what they cost.
 */
export function limitsRequests(limiter: Limiter, viewerOf: ViewerLookup) {
  return async (request: Request): Promise<Viewer | null> => {
    const stranger = `requests of ${networkOf(request)}`;
    refuse(limiter.waitOf(stranger, REQUEST_LIMITS.stranger));
    const viewer = await viewerOf(request.headers);
    refuse(
      await (viewer === null
        ? limiter.spend(stranger, REQUEST_LIMITS.stranger)
        : limiter.spend(`requests as ${viewer.userId}`, REQUEST_LIMITS.account)),
    );
    return viewer;
  };
}

function refuse(wait: number | undefined): void {
  if (wait !== undefined) throw new TooManyRequests(wait);
}
