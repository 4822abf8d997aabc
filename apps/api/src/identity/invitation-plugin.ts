import type { Role } from '@tandem/domain/capabilities';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { newId } from '../database/new-id.ts';
import { bindCoordinator } from '../features/accounts/bind-coordinator.ts';
import { recordChangeBy } from '../features/audit/record-change.ts';
import { currentRequestId } from '../http/request-id.ts';
import { ADDRESS_HEADER } from './address-header.ts';
import { passwordProblem } from './passwords.ts';

interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly partner_id: string | null;
  readonly branch_ids: readonly string[];
  readonly locale: string;
}

function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The two endpoints of who was invited: whose place it is, and taking it with a password of one's own. */
export function invitations(db: DataSource) {
  return {
    id: 'invitations',
    endpoints: {
      showInvitation: createAuthEndpoint(
        '/invitation',
        { method: 'GET', query: z.object({ token: z.string() }) },
        async (ctx) => {
          const { email, name, role } = await findOpen(db, ctx.query.token);
          return ctx.json({ email, name, role });
        },
      ),
      acceptInvitation: createAuthEndpoint(
        '/accept-invitation',
        { method: 'POST', body: z.object({ token: z.string(), password: z.string() }) },
        async (ctx) => {
          const { token, password } = ctx.body;
          const open = await findOpen(db, token);
          const problem = passwordProblem(password, [open.name, open.email]);
          if (problem !== undefined) throw new APIError('BAD_REQUEST', { code: problem, message: problem });
          const hashed = await ctx.context.password.hash(password);
          const userId = await openAccount(db, token, hashed, ctx.headers?.get(ADDRESS_HEADER) ?? null);
          const user = await ctx.context.internalAdapter.findUserById(userId);
          if (user === null) throw invalid();
          const session = await ctx.context.internalAdapter.createSession(userId);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ role: open.role });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

function invalid(): APIError {
  return new APIError('BAD_REQUEST', {
    code: 'INVITATION_INVALID',
    message: 'The invitation was used, withdrawn, or has expired.',
  });
}

const OPEN = `token_hash = $1 and accepted_at is null and revoked_at is null and expires_at > now()`;

async function findOpen(db: Pick<DataSource, 'query'>, token: string): Promise<Invitation> {
  const [invitation]: Invitation[] = await db.query(`select * from invitation where ${OPEN}`, [
    tokenHash(token),
  ]);
  if (invitation === undefined) throw invalid();
  return invitation;
}

/** The account, its password and its role, all or nothing. Returns its id. */
function openAccount(db: DataSource, token: string, hashed: string, address: string | null): Promise<string> {
  return db.transaction(async (tx) => {
    const [[taken]]: [Invitation[], number] = await tx.query(
      `update invitation set accepted_at = now() where ${OPEN} returning *`,
      [tokenHash(token)],
    );
    if (taken === undefined) throw invalid();
    const { id, email, name, role, partner_id: partnerId, branch_ids: branchIds, locale } = taken;
    const userId = newId();
    await tx
      .query(
        `insert into identity."user" ("id", "name", "email", "emailVerified", "locale") values ($1, $2, $3, true, $4)`,
        [userId, name, email, locale],
      )
      .catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === '23505') throw invalid();
        throw error;
      });
    await tx.query(
      `insert into identity."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt") values ($1, $2, 'credential', $2, $3, now())`,
      [newId(), userId, hashed],
    );
    await tx.query('insert into membership (user_id, role, partner_id) values ($1, $2, $3)', [
      userId,
      role,
      partnerId,
    ]);
    if (role === 'COORDINATOR') {
      await tx.query('insert into membership_branch (user_id, branch_id) select $1, unnest($2::uuid[])', [
        userId,
        branchIds,
      ]);
      await bindCoordinator(tx, userId, branchIds);
    }
    await recordChangeBy(
      tx,
      { userId, name, requestId: currentRequestId(), address, credential: 'SESSION' },
      new Date(),
      {
        action: 'acceptInvitation',
        recordKind: 'invitation',
        recordId: id,
        subjectId: userId,
        after: { role },
      },
    );
    return userId;
  });
}
