import { ACCOUNT_LIMITS } from '../http/limits.ts';
import { viewerOf, type Context } from './context.ts';
import { tooManyRequests } from './errors.ts';

/** Counts what the viewer does against how often an account may do it. */
export async function limitAccount(context: Context, what: keyof typeof ACCOUNT_LIMITS): Promise<void> {
  const { userId } = viewerOf(context);
  const wait = await context.limiter.spend(`${what} of ${userId}`, ACCOUNT_LIMITS[what]);
  if (wait !== undefined) throw tooManyRequests(wait);
}
