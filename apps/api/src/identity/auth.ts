import { apiKey } from '@better-auth/api-key';
import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { Pool } from 'pg';
import type { Logger } from 'pino';

export interface IdentityOptions {
  readonly databaseUrl: string;
  readonly secret: string;
  /** Where people reach the platform. */
  readonly publicUrl: string;
  readonly log: Logger;
}

/** The header in which the server tells who asks, for the limits of sign-in. */
export const ADDRESS_HEADER = 'x-tandem-address';

/** Accounts, sessions and API keys, by better-auth in a schema of its own. Nobody signs up alone: staff make accounts. */
export function makeIdentity({ databaseUrl, secret, publicUrl, log }: IdentityOptions) {
  const pool = new Pool({
    connectionString: databaseUrl,
    options: '-c search_path=identity',
    max: 4,
    connectionTimeoutMillis: 5000,
  });
  // Connections that are let go may still be cut by a database that ends at the same moment.
  let ending = false;
  pool.on('error', (error) => {
    if (!ending) log.error({ err: error }, 'an identity connection broke');
  });
  const auth = betterAuth({
    database: pool,
    secret,
    baseURL: publicUrl,
    basePath: '/auth',
    telemetry: { enabled: false },
    // A wrong password or key is no error of ours; the library would print it.
    logger: { level: 'error', log: (level, message) => log.debug({ level }, message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      // argon2id with the library's defaults: 19 MiB, 2 passes, the first recommendation of OWASP.
      password: {
        hash: (password) => hash(password),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 60, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'tandem',
      useSecureCookies: publicUrl.startsWith('https:'),
      // Set by our own server: what a client sends about itself is not believed.
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    plugins: [
      apiKey({ apiKeyHeaders: 'x-api-key', defaultPrefix: 'tandem_', rateLimit: { enabled: false } }),
    ],
  });
  const close = () => {
    ending = true;
    return pool.end();
  };
  return { auth, close };
}

export type Identity = ReturnType<typeof makeIdentity>;
