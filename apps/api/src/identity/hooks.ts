import type { AuditAction } from '@tandem/domain/audit';
import type { PasskeyOptions } from '@better-auth/passkey';
import { LETTER_LOCALES } from '@tandem/domain/inputs';
import type { GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { recordChangeBy } from '../features/audit/record-change.ts';
import { SIGN_IN_LIMITS, type Limiter } from '../http/limits.ts';
import { currentRequestId } from '../http/request-id.ts';
import type { Letters } from './account-letters.ts';
import { ADDRESS_HEADER } from './address-header.ts';
import { passwordProblem } from './passwords.ts';

/** Where a new password comes in, by the name of its field. */
const NEW_PASSWORDS: Readonly<Record<string, string>> = {
  '/change-password': 'newPassword',
  '/reset-password': 'newPassword',
};

/** Who was disabled gets no session, whatever the way in. */
export function refusesDisabled(db: DataSource) {
  return async ({ userId }: { userId: string }) => {
    const disabled: unknown[] = await db.query(
      'select 1 from membership where user_id = $1 and disabled_at is not null',
      [userId],
    );
    if (disabled.length > 0)
      throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED', message: 'This account is disabled.' });
  };
}

/** A code holds for its half minute and the one before and after it. */
const CODE = { points: 1, seconds: 90, exact: true } as const;

/** A code of an authenticator opens one session (ASVS 5.0, 6.5.1): who has overheard it comes too late. */
export function refusesUsedCode(limiter: Limiter) {
  return async ({ userId }: { userId: string }, ctx?: GenericEndpointContext | null): Promise<void> => {
    if (ctx?.path !== '/two-factor/verify-totp') return;
    const hash = createHash('sha256').update(`${userId} ${ctx.body.code}`).digest('base64url');
    if ((await limiter.spend(`code ${hash}`, CODE)) !== undefined)
      throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'This code was used already.' });
  };
}

/** A passkey stands for both factors, so that its device has to ask who is there: by a code, a finger or a face. */
export const verifiedPasskeys: Pick<
  PasskeyOptions,
  'authenticatorSelection' | 'registration' | 'authentication'
> = {
  authenticatorSelection: { userVerification: 'required' },
  registration: {
    afterVerification: ({ verification }) => refuseUnverified(verification.registrationInfo?.userVerified),
  },
  authentication: {
    afterVerification: ({ verification }) => refuseUnverified(verification.authenticationInfo.userVerified),
  },
};

function refuseUnverified(userVerified: boolean | undefined): void {
  if (userVerified !== true)
    throw new APIError('UNAUTHORIZED', {
      code: 'PASSKEY_UNVERIFIED',
      message: 'The device did not ask who is there.',
    });
}

interface Person {
  readonly id: string;
  readonly name: string;
}

function addressOf(ctx: GenericEndpointContext | null | undefined): string | null {
  return ctx?.headers?.get(ADDRESS_HEADER) ?? null;
}

async function record(
  db: DataSource,
  address: string | null,
  { id, name }: Person,
  action: AuditAction,
  after?: object,
): Promise<void> {
  const actor = {
    userId: id,
    name,
    requestId: currentRequestId(),
    address,
    credential: 'SESSION',
  } as const;
  await recordChangeBy(db.manager, actor, new Date(), {
    action,
    recordKind: 'account',
    recordId: id,
    subjectId: id,
    ...(after && { after }),
  });
}

/** What changes how somebody signs in, by path. */
const CREDENTIAL_PATHS: ReadonlySet<string> = new Set([
  '/change-password',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/passkey/verify-registration',
  '/passkey/delete-passkey',
]);

/** How long after signing in one may change how one signs in, without doing it once more. */
export const FRESH_SECONDS = 15 * 60;

/** Where the library does not ask for that itself. */
const FRESH_PATHS: ReadonlySet<string> = new Set(['/change-email', '/passkey/delete-passkey']);

/** Which ways in there are, and which of them failing is worth knowing. */
function isSignIn(path: string): boolean {
  return path.startsWith('/sign-in/') || path.startsWith('/two-factor/verify-');
}

/** Whose account a sign-in that failed was about: by the address it named, or by the challenge that its password had opened. */
async function triedAs(db: DataSource, ctx: GenericEndpointContext): Promise<Person | undefined> {
  const email: unknown = ctx.body?.email;
  const find = async (column: 'email' | 'id', value: string): Promise<Person | undefined> => {
    const [user]: Person[] = await db.query(`select id, name from identity."user" where ${column} = $1`, [
      value,
    ]);
    return user;
  };
  if (typeof email === 'string') return find('email', email.toLowerCase());
  const cookie = ctx.context.createAuthCookie('two_factor');
  const challenge = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  if (typeof challenge !== 'string') return ctx.context.session?.user;
  const known = await ctx.context.internalAdapter.findVerificationValue(challenge);
  return known === null ? undefined : find('id', known.value);
}

/** Writes sign-ins, failures and changes of credentials into the trail. */
export const auditHooks = {
  signedIn:
    (db: DataSource) =>
    async (session: { userId: string }, ctx?: GenericEndpointContext | null): Promise<void> => {
      const [user]: (Person & { twoFactorEnabled: boolean })[] = await db.query(
        `select id, name, "twoFactorEnabled" from identity."user" where id = $1`,
        [session.userId],
      );
      // The library makes a session before it asks for the second factor, and takes it away again.
      if (user === undefined || (ctx?.path === '/sign-in/email' && user.twoFactorEnabled)) return;
      // Changing the second factor renews the session.
      if (ctx?.path.startsWith('/two-factor/') && ctx.context.session !== null) return;
      await record(db, addressOf(ctx), user, 'signIn', { by: ctx?.path ?? null });
    },

  /** A new address is told to the former one. */
  addressChanged:
    ({ db, letters }: { db: DataSource; letters: Letters }) =>
    async (user: { email: string }, ctx?: GenericEndpointContext | null): Promise<void> => {
      const former = ctx?.context.session?.user;
      if (ctx?.path !== '/verify-email' || former === undefined || former.email === user.email) return;
      await record(db, addressOf(ctx), former, 'changeCredentials', { by: ctx.path, email: user.email });
      letters.credentialsChanged(former);
    },

  passwordReset:
    ({ db, letters }: { db: DataSource; letters: Letters }) =>
    async ({ user }: { user: Person & { email: string } }, request?: Request): Promise<void> => {
      const address = request?.headers.get(ADDRESS_HEADER) ?? null;
      await record(db, address, user, 'changeCredentials', { by: '/reset-password' });
      letters.credentialsChanged(user);
    },

  after: ({ db, letters, log }: { db: DataSource; letters: Letters; log: Logger }) =>
    createAuthMiddleware(async (ctx) => {
      const { returned, session } = ctx.context;
      if (isAPIError(returned)) {
        if (!isSignIn(ctx.path)) return;
        log.info(
          { requestId: currentRequestId(), address: addressOf(ctx), path: ctx.path },
          'a sign-in failed',
        );
        const user = await triedAs(db, ctx);
        if (user !== undefined) await record(db, addressOf(ctx), user, 'signInFailed', { by: ctx.path });
        return;
      }
      const user = session?.user;
      if (user === undefined) return;
      const enrolled = ctx.path === '/two-factor/verify-totp' && user['twoFactorEnabled'] !== true;
      if (CREDENTIAL_PATHS.has(ctx.path) || enrolled) {
        await record(db, addressOf(ctx), user, 'changeCredentials', { by: ctx.path });
        letters.credentialsChanged(user);
      }
    }),
};

/** RFC 5321, 4.5.3.1.3. */
const LONGEST_ADDRESS = 254;

function refusal(status: 'BAD_REQUEST' | 'FORBIDDEN', code: string, message: string): APIError {
  return new APIError(status, { code, message });
}

/** A name stands in the trail and in letters: it is given by who invites, and not by oneself. */
function isLanguageAlone(body: Record<string, unknown>): boolean {
  const { locale, ...others } = body;
  return Object.keys(others).length === 0 && LETTER_LOCALES.some((known) => known === locale);
}

interface KnownUser {
  readonly name: string;
  readonly email: string;
}

/** Whose password it is: of who is signed in, or of whom the letter went to. */
async function ownerOf(
  ctx: GenericEndpointContext,
  session: { readonly user: KnownUser } | null,
): Promise<KnownUser | null> {
  if (ctx.path !== '/reset-password') return session?.user ?? null;
  const token = String(ctx.body?.token ?? ctx.query?.['token'] ?? '');
  const known = await ctx.context.internalAdapter.findVerificationValue(`reset-password:${token}`);
  return known === null ? null : ctx.context.internalAdapter.findUserById(known.value);
}

function portalOf(callback: unknown): 'admin' | 'partner' {
  return typeof callback === 'string' && callback.startsWith('/partner/') ? 'partner' : 'admin';
}

/**
 * Before anything is done: counts how often an account is tried, whoever tries it, refuses a new password that could be
 * guessed, and writes down who leaves while it is still known.
 */
export const before = ({ db, limiter }: { db: DataSource; limiter: Limiter }) =>
  createAuthMiddleware(async (ctx) => {
    if (ctx.body?.trustDevice !== undefined && ctx.body.trustDevice !== false)
      throw refusal('BAD_REQUEST', 'TRUST_DEVICE', 'No device is let in without the second factor.');
    if (ctx.path === '/update-user' && !isLanguageAlone(ctx.body))
      throw refusal('BAD_REQUEST', 'LANGUAGE_ONLY', 'Only the language of letters can be changed here.');
    const email: unknown = ctx.body?.email;
    if (typeof email === 'string') {
      if (email.length > LONGEST_ADDRESS)
        throw refusal('BAD_REQUEST', 'INVALID_EMAIL', 'This is no e-mail address.');
      const wait = await limiter.spend(`sign-in as ${email.toLowerCase()}`, SIGN_IN_LIMITS.account);
      if (wait !== undefined)
        throw new APIError(
          'TOO_MANY_REQUESTS',
          { code: 'TOO_MANY_REQUESTS', message: `Too many attempts. Try again in ${wait} seconds.` },
          { 'retry-after': String(wait) },
        );
    }
    if (ctx.path === '/verify-email' && (await getSessionFromCtx(ctx).catch(() => null)) === null)
      // The library would sign in whoever opens the link, second factor or not.
      throw ctx.redirect(`/${portalOf(ctx.query?.['callbackURL'])}/?problem=signInFirst`);
    const password: unknown = ctx.body?.[NEW_PASSWORDS[ctx.path] ?? ''];
    const fresh = FRESH_PATHS.has(ctx.path);
    if (typeof password !== 'string' && ctx.path !== '/sign-out' && !fresh) return;
    const session = await getSessionFromCtx(ctx).catch(() => null);
    if (fresh && session !== null && Date.now() - session.session.createdAt.getTime() > FRESH_SECONDS * 1000)
      throw refusal('FORBIDDEN', 'SESSION_NOT_FRESH', 'Sign in again to change this.');
    if (typeof password === 'string') {
      const owner = await ownerOf(ctx, session);
      const problem = passwordProblem(password, owner === null ? [] : [owner.name, owner.email]);
      if (problem !== undefined) throw new APIError('BAD_REQUEST', { code: problem, message: problem });
    } else if (session !== null && ctx.path === '/sign-out')
      await record(db, addressOf(ctx), session.user, 'signOut');
  });
