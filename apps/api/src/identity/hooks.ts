import type { AuditAction } from '@tandem/domain/vocabulary';
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
      await letters.credentialsChanged(former);
    },

  passwordReset:
    ({ db, letters }: { db: DataSource; letters: Letters }) =>
    async ({ user }: { user: Person & { email: string } }, request?: Request): Promise<void> => {
      const address = request?.headers.get(ADDRESS_HEADER) ?? null;
      await record(db, address, user, 'changeCredentials', { by: '/reset-password' });
      await letters.credentialsChanged(user);
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
        const email: unknown = ctx.body?.email;
        if (typeof email !== 'string') return;
        const [user]: Person[] = await db.query('select id, name from identity."user" where email = $1', [
          email.toLowerCase(),
        ]);
        if (user !== undefined) await record(db, addressOf(ctx), user, 'signInFailed', { by: ctx.path });
        return;
      }
      const user = session?.user;
      if (user === undefined) return;
      const enrolled = ctx.path === '/two-factor/verify-totp' && user['twoFactorEnabled'] !== true;
      if (CREDENTIAL_PATHS.has(ctx.path) || enrolled) {
        await record(db, addressOf(ctx), user, 'changeCredentials', { by: ctx.path });
        await letters.credentialsChanged(user);
      }
    }),
};

function portalOf(callback: unknown): 'admin' | 'partner' {
  return typeof callback === 'string' && callback.startsWith('/partner/') ? 'partner' : 'admin';
}

/**
 * Before anything is done: counts how often an account is tried, whoever tries it, refuses a new password that could be
 * guessed, and writes down who leaves while it is still known.
 */
export const before = ({ db, limiter }: { db: DataSource; limiter: Limiter }) =>
  createAuthMiddleware(async (ctx) => {
    const email: unknown = ctx.body?.email;
    if (typeof email === 'string') {
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
      throw new APIError('FORBIDDEN', {
        code: 'SESSION_NOT_FRESH',
        message: 'Sign in again to change this.',
      });
    if (typeof password === 'string') {
      const known = session === null ? [] : [session.user.name, session.user.email];
      const problem = passwordProblem(password, known);
      if (problem !== undefined) throw new APIError('BAD_REQUEST', { code: problem, message: problem });
    } else if (session !== null && ctx.path === '/sign-out')
      await record(db, addressOf(ctx), session.user, 'signOut');
  });
