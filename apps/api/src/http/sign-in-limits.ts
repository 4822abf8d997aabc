import type { RequestHandler } from 'express';
import { SIGN_IN_LIMITS, type Limiter } from './limits.ts';
import { networkOf } from './network.ts';

/** Where somebody could try passwords, codes, tokens or addresses. */
const GUESSING =
  /^\/(sign-in\/|two-factor\/verify-|request-password-reset|reset-password|accept-invitation|invitation|magic-link\/)/;

/** How often an address may ask below /auth. How often an account may be tried is decided where its name is known. */
export function signInLimits(limiter: Limiter): RequestHandler {
  return async (request, response, next) => {
    const guessing = GUESSING.test(request.path);
    const wait = await limiter.spend(
      `${guessing ? 'sign-in' : 'auth'} ${networkOf(request)}`,
      guessing ? SIGN_IN_LIMITS.address : SIGN_IN_LIMITS.other,
    );
    if (wait === undefined) next();
    else
      response
        .status(429)
        .set('retry-after', String(wait))
        .json({ code: 'TOO_MANY_REQUESTS', message: `Too many attempts. Try again in ${wait} seconds.` });
  };
}
