import { passkeyClient } from '@better-auth/passkey/client';
import { createAuthClient } from 'better-auth/client';
import { problemOf, type AuthProblem } from './auth-client.ts';

/** Passkeys, apart from the rest: only who uses one loads this. */
const client = createAuthClient({
  baseURL: globalThis.location.origin,
  basePath: '/auth',
  plugins: [passkeyClient()],
});

/** Signs in with a passkey of this device. Cancelling is no problem. */
export async function signInWithPasskey(): Promise<AuthProblem | 'cancelled' | undefined> {
  return outcome(await client.signIn.passkey());
}

export async function addPasskey(name: string): Promise<AuthProblem | 'cancelled' | undefined> {
  return outcome(await client.passkey.addPasskey({ name }));
}

function outcome(result: { error?: { status?: number; code?: string } | null } | undefined) {
  const error = result?.error;
  if (error == null) return undefined;
  const cancelled = error.code === 'AUTH_CANCELLED' || error.code?.startsWith('ERROR_') === true;
  return cancelled ? 'cancelled' : problemOf({ status: error.status ?? 0, code: error.code });
}
