import { authClient } from './auth-client.ts';

/** Begins anew as whoever is signed in now: nothing that was read or typed before is theirs. */
export function startAfresh(): void {
  sessionStorage.clear();
  globalThis.location.reload();
}

/** Ends the session and forgets everything that was read or typed in it. */
export async function signOut(): Promise<void> {
  await authClient.signOut();
  startAfresh();
}
