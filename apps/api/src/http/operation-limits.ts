import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Viewer } from '../graphql/context.ts';
import { GRAPHQL_LIMITS, type Limit, type Limiter } from './limits.ts';
import { networkOf } from './network.ts';

/** Counts what an operation costs against the credential, the account and the address that asks. */
export function spendsOf(limiter: Limiter, request: Request, viewer: Viewer | null) {
  return async (points: number): Promise<number | undefined> => {
    const limits: [string, Limit, number][] =
      viewer === null
        ? [[`stranger ${networkOf(request)}`, GRAPHQL_LIMITS.stranger, 1]]
        : [
            [`credential ${credentialOf(request)}`, GRAPHQL_LIMITS.credential, points],
            [`account ${viewer.userId}`, GRAPHQL_LIMITS.account, points],
            [`address ${networkOf(request)}`, GRAPHQL_LIMITS.address, points],
          ];
    const waits = await Promise.all(limits.map((limit) => limiter.spend(...limit)));
    return waits.reduce(
      (longest, wait) => (wait === undefined ? longest : Math.max(wait, longest ?? 0)),
      undefined,
    );
  };
}

/** A name for the credential that cannot be used as one. */
function credentialOf({ headers }: Request): string {
  return createHash('sha256')
    .update(`${String(headers['x-api-key'] ?? '')}\n${headers.cookie ?? ''}`)
    .digest('base64url');
}
