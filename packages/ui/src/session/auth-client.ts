import { createAuthClient } from 'better-auth/client';
import { z } from 'zod';

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

/** What the button of the single sign-on says; null where there is none. */
export async function singleSignOnName(): Promise<string | null> {
  const response = await fetch('/sign-in-options');
  if (!response.ok) return null;
  return ((await response.json()) as { singleSignOn: string | null }).singleSignOn;
}

/** Whether passkeys work here: browsers bind them to the name of a site, and an address in numbers is none. */
export function passkeysWork(): boolean {
  const { hostname } = globalThis.location;
  return 'PublicKeyCredential' in globalThis && !/^[\d.]+$|^\[/.test(hostname);
}

/** Why something about accounts was not done; its words stand under `signIn.problem.<it>`. */
export type AuthProblem =
  | 'wrong'
  | 'wrongCode'
  | 'wrongPassword'
  | 'many'
  | 'unreachable'
  | 'disabled'
  | 'used'
  | 'noAccount'
  | 'signInFirst'
  | 'notFresh'
  | 'unverified'
  | 'tooShort'
  | 'tooLong'
  | 'guessable'
  | 'notDone';

const PROBLEMS: Readonly<Record<string, AuthProblem>> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong',
  INVALID_PASSWORD: 'wrongPassword',
  INVALID_CODE: 'wrongCode',
  INVALID_BACKUP_CODE: 'wrongCode',
  INVALID_TWO_FACTOR_COOKIE: 'used',
  ACCOUNT_DISABLED: 'disabled',
  INVITATION_INVALID: 'used',
  INVALID_TOKEN: 'used',
  SESSION_NOT_FRESH: 'notFresh',
  PASSKEY_UNVERIFIED: 'unverified',
  PASSWORD_TOO_SHORT: 'tooShort',
  PASSWORD_TOO_LONG: 'tooLong',
  PASSWORD_GUESSABLE: 'guessable',
  TOO_MANY_REQUESTS: 'many',
};

interface AuthError {
  readonly status: number;
  readonly code?: string | undefined;
}

export function problemOf({ status, code }: AuthError): AuthProblem {
  if (status === 429) return 'many';
  return PROBLEMS[code ?? ''] ?? (status >= 500 || status === 0 ? 'unreachable' : 'notDone');
}

/** Asks below /auth for something to be done. Returns why it was not. */
export async function askAuth(
  path: string,
  body?: Record<string, unknown>,
): Promise<AuthProblem | undefined> {
  return (await readAuth(z.unknown(), path, body)).problem;
}

/** Asks below /auth. Returns the answer, or why there is none. */
export async function readAuth<Answer>(
  schema: z.ZodType<Answer>,
  path: string,
  body?: Record<string, unknown>,
): Promise<{ readonly answer: Answer; readonly problem?: undefined } | { readonly problem: AuthProblem }> {
  try {
    const { data, error } = await authClient.$fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { body }),
    });
    if (error !== null) return { problem: problemOf(error) };
    const read = schema.safeParse(data);
    return read.success ? { answer: read.data } : { problem: 'notDone' };
  } catch {
    return { problem: 'unreachable' };
  }
}
