import { ACCOUNT_LIMITS } from '../http/limits.ts';
import { viewerOf, type Context } from './context.ts';
import { tooManyRequests } from './errors.ts';

type Limited = keyof typeof ACCOUNT_LIMITS;

/** Counts what the viewer does against how often an account may do it. Returns how many seconds to wait where that is reached. */
export function waitOfAccount(context: Context, what: Limited): Promise<number | undefined> {
  const { userId } = viewerOf(context);
  return context.limiter.spend(`${what} of ${userId}`, ACCOUNT_LIMITS[what]);
}

/** The same for an operation, which is refused there. */
export async function limitAccount(context: Context, what: Limited): Promise<void> {
  const wait = await waitOfAccount(context, what);
  if (wait !== undefined) throw tooManyRequests(wait);
}
