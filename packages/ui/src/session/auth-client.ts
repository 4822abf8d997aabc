import { createAuthClient } from 'better-auth/client';

export const authClient = createAuthClient({ baseURL: globalThis.location.origin, basePath: '/auth' });

export interface SampleAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** The accounts that the sample programme offers; none elsewhere. */
export async function sampleAccounts(): Promise<readonly SampleAccount[]> {
  const response = await fetch('/sample-accounts');
  if (!response.ok) return [];
  return (await response.json()) as SampleAccount[];
}
