import { apiKey } from '@better-auth/api-key';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { DATABASE_LIMITS, type DatabaseLimits } from '../database/data-source.ts';
import { newId } from '../database/new-id.ts';
import { makeLimiter } from '../http/limits.ts';
import { logged, type Mailer } from '../mail/mailer.ts';
import { makeLetters } from './account-letters.ts';
import { ADDRESS_HEADER } from './address-header.ts';
import {
  auditHooks,
  before,
  FRESH_SECONDS,
  refusesDisabled,
  refusesUsedCode,
  verifiedPasskeys,
} from './hooks.ts';
import { invitations } from './invitation-plugin.ts';
import { PASSWORD_LENGTH, passwordHashing } from './passwords.ts';

/** An OpenID Connect provider whose people sign in here with the accounts they have there. */
export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
}

export interface IdentityOptions {
  readonly db: DataSource;
  readonly databaseUrl: string;
  readonly secret: string;
  /** Where people reach the platform. */
  readonly publicUrl: string;
  readonly mailer: Mailer;
  readonly oidc?: OidcOptions | undefined;
  readonly limits?: Partial<DatabaseLimits> | undefined;
  readonly log: Logger;
}

/** Under which the single sign-on is known to the library; it is part of the address the provider sends people back to. */
export const OIDC_PROVIDER = 'sso';

const RESET_SECONDS = 60 * 60;
/** As long as ASVS 5.0, 6.5.5, lets something hold that is sent another way. */
const SIGN_IN_LINK_SECONDS = 10 * 60;
const VERIFY_SECONDS = 24 * 60 * 60;

/**
 * Accounts, sessions, second factors and API keys, by better-auth in a schema of its own. Nobody signs up alone: staff
 * and partner administrators invite, and every other way in leads only to accounts that there are.
 */
export function makeIdentity(options: IdentityOptions) {
  const { db, databaseUrl, secret, publicUrl, oidc, log } = options;
  const { connectMilliseconds, statementMilliseconds, idleMilliseconds } = {
    ...DATABASE_LIMITS,
    ...options.limits,
  };
  const mailer = logged(options.mailer, log);
  const pool = new Pool({
    connectionString: databaseUrl,
    options: '-c search_path=identity',
    max: 4,
    connectionTimeoutMillis: connectMilliseconds,
    statement_timeout: statementMilliseconds,
    idle_in_transaction_session_timeout: idleMilliseconds,
  });
  // Connections that are let go may still be cut by a database that ends at the same moment.
  let ending = false;
  pool.on('error', (error) => {
    if (!ending) log.error({ err: error }, 'an identity connection broke');
  });
  const secure = publicUrl.startsWith('https:');
  const letters = makeLetters({ db, mailer });
  const limiter = makeLimiter(db);
  const auth = betterAuth({
    appName: 'Tandem',
    database: pool,
    secret,
    baseURL: publicUrl,
    basePath: '/auth',
    // The same machine, by its number.
    trustedOrigins: [publicUrl.replace('//localhost:', '//127.0.0.1:')],
    telemetry: { enabled: false },
    // A wrong password or key is no error of ours; the library would print it.
    logger: { log: (level, message) => log.debug({ level }, message) },
    user: {
      additionalFields: { locale: { type: 'string', required: false } },
      changeEmail: { enabled: true },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_LENGTH.minimum,
      maxPasswordLength: PASSWORD_LENGTH.maximum,
      password: passwordHashing,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }) =>
        letters.send(user, { kind: 'RESET', link: url, minutes: RESET_SECONDS / 60 }),
      onPasswordReset: auditHooks.passwordReset({ db, letters }),
    },
    emailVerification: {
      expiresIn: VERIFY_SECONDS,
      sendVerificationEmail: async ({ user, url }) =>
        letters.send(user, { kind: 'VERIFY', link: url, minutes: VERIFY_SECONDS / 60 }),
    },
    account: { accountLinking: { enabled: true, trustedProviders: [] }, encryptOAuthTokens: true },
    // Whoever reads the database finds no link that could be followed.
    verification: { storeIdentifier: 'hashed' },
    // Twelve hours without use end a session; seven days end any (migrations/1700000000010-accounts.ts).
    session: {
      expiresIn: 12 * 60 * 60,
      updateAge: 60 * 60,
      freshAge: FRESH_SECONDS,
      cookieCache: { enabled: false },
    },
    advanced: {
      // Over https, a cookie that no other host or path can set; a browser refuses the prefix without encryption.
      cookiePrefix: secure ? '__Host-tandem' : 'tandem',
      useSecureCookies: false,
      defaultCookieAttributes: { secure, path: '/', sameSite: 'lax', httpOnly: true },
      // Set by our own server: what a client sends about itself is not believed.
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: newId },
    },
    // The server's own limits stand before all of this (http/limits.ts).
    rateLimit: { enabled: false },
    hooks: { before: before({ db, limiter }), after: auditHooks.after({ db, letters, log }) },
    databaseHooks: {
      user: { update: { after: auditHooks.addressChanged({ db, letters }) } },
      session: {
        create: {
          before: async (session, ctx) => {
            await refusesDisabled(db)(session);
            await refusesUsedCode(limiter)(session, ctx);
          },
          after: auditHooks.signedIn(db),
        },
      },
    },
    plugins: [
      twoFactor({ issuer: 'Tandem', accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 } }),
      passkey({
        rpName: 'Tandem',
        rpID: new URL(publicUrl).hostname,
        origin: new URL(publicUrl).origin,
        ...verifiedPasskeys,
      }),
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: SIGN_IN_LINK_SECONDS,
        sendMagicLink: async ({ email, url }) => letters.signInLink(email, url, SIGN_IN_LINK_SECONDS / 60),
      }),
      genericOAuth({
        config:
          oidc === undefined
            ? []
            : [
                {
                  providerId: OIDC_PROVIDER,
                  name: oidc.name,
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  disableSignUp: true,
                },
              ],
      }),
      apiKey({
        apiKeyHeaders: 'x-api-key',
        defaultPrefix: 'tandem_',
        rateLimit: { enabled: false },
        enableMetadata: true,
      }),
      invitations(db),
    ],
  });
  const close = async () => {
    ending = true;
    await letters.sent();
    await pool.end();
  };
  return { auth, mailer, close };
}

export type Identity = ReturnType<typeof makeIdentity>;
