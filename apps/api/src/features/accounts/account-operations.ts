import { decideOnOther, decidePosition, type Position } from '@tandem/domain/account';
import { positionInput } from '@tandem/domain/inputs';
import type { AuditAction } from '@tandem/domain/audit';
import type { EntityManager } from 'typeorm';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { managerOf, type Membership } from './account.queries.ts';
import type { PositionInput } from './account.type.ts';
import { bindCoordinator } from './bind-coordinator.ts';
import { named } from './named-position.ts';
import { revokeInvitationsOf } from './invite.ts';

/** The account, locked; of another partner there is none. */
async function lockAccount(
  tx: EntityManager,
  context: Context,
  userId: string,
): Promise<Membership & { version: number }> {
  const { partnerId } = context.scope;
  const [found]: (Omit<Membership, 'branchIds'> & { version: number })[] = await tx.query(
    `select role, partner_id as "partnerId", disabled_at is not null as disabled, version from membership
     where user_id = $1 and ($2::uuid is null or partner_id = $2) for update`,
    [userId, partnerId],
  );
  if (found === undefined) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  const branches: { branch_id: string }[] =
    partnerId === null
      ? await tx.query('select branch_id from membership_branch where user_id = $1 order by branch_id', [
          userId,
        ])
      : [];
  return { ...found, branchIds: branches.map(({ branch_id: id }) => id) };
}

/** Changes an account that is not one's own, with its entry in the trail. Returns its id. */
function change(
  context: Context,
  userId: string,
  action: AuditAction,
  work: (tx: EntityManager, before: Membership) => Promise<object>,
  /** The version that it is based on, where another change could be overwritten. */
  seen?: number,
): Promise<string> {
  decided(decideOnOther(managerOf(context), userId));
  return context.db.transaction(async (tx) => {
    const { version, ...before } = await lockAccount(tx, context, userId);
    if (seen !== undefined) refuseStale('account', { id: userId, version }, seen);
    const after = await work(tx, before);
    await tx.query('update membership set version = version + 1 where user_id = $1', [userId]);
    await recordChange(tx, context, {
      action,
      recordKind: 'account',
      recordId: userId,
      subjectId: userId,
      before: await named(tx, before),
      after: await named(tx, after),
    });
    return userId;
  });
}

function endSessionsOf(tx: EntityManager, userId: string): Promise<unknown> {
  return tx.query('delete from identity."session" where "userId" = $1', [userId]);
}

/** Keeps an account out from this moment, and ends its sessions. Its own keys stop with it, and so do its invitations. */
export function disableAccount(context: Context, userId: string): Promise<string> {
  return change(context, userId, 'disableAccount', async (tx) => {
    await tx.query('update membership set disabled_at = coalesce(disabled_at, now()) where user_id = $1', [
      userId,
    ]);
    await endSessionsOf(tx, userId);
    await revokeInvitationsOf(tx, context, userId, null);
    return { disabled: true };
  });
}

export function enableAccount(context: Context, userId: string): Promise<string> {
  return change(context, userId, 'enableAccount', async (tx) => {
    await tx.query('update membership set disabled_at = null where user_id = $1', [userId]);
    return { disabled: false };
  });
}

export function endSessions(context: Context, userId: string): Promise<string> {
  return change(context, userId, 'endSessions', async (tx) => {
    await endSessionsOf(tx, userId);
    return {};
  });
}

/** Takes second factor and passkeys away, for somebody who has lost them; whoever must have one sets it up anew. */
export function resetSecondFactor(context: Context, userId: string): Promise<string> {
  return change(context, userId, 'resetSecondFactor', async (tx) => {
    await tx.query('delete from identity."twoFactor" where "userId" = $1', [userId]);
    await tx.query('delete from identity."passkey" where "userId" = $1', [userId]);
    await tx.query('update identity."user" set "twoFactorEnabled" = false where id = $1', [userId]);
    await endSessionsOf(tx, userId);
    return {};
  });
}

/** Gives an account another role, partner or branches; what it could not invite to any more is taken back. */
export function changeAccount(
  context: Context,
  userId: string,
  seen: number,
  raw: PositionInput,
): Promise<string> {
  const position: Position = decided(decidePosition(managerOf(context), parseInput(positionInput, raw)));
  return change(
    context,
    userId,
    'changeAccount',
    async (tx) => {
      await tx
        .query('update membership set role = $2, partner_id = $3 where user_id = $1', [
          userId,
          position.role,
          position.partnerId,
        ])
        .catch(refuseUnknown('partnerId'));
      await tx.query('delete from membership_branch where user_id = $1', [userId]);
      await tx
        .query('insert into membership_branch (user_id, branch_id) select $1, unnest($2::uuid[])', [
          userId,
          position.branchIds,
        ])
        .catch(refuseUnknown('branchIds'));
      if (position.role === 'COORDINATOR') await bindCoordinator(tx, userId, position.branchIds);
      await revokeInvitationsOf(tx, context, userId, position);
      return position;
    },
    seen,
  );
}

/** A partner or branch that there is not. */
function refuseUnknown(field: string) {
  return (error: unknown): never => {
    if (error instanceof Error && 'code' in error && error.code === '23503')
      throw new Refused({ code: 'REFERENCE_UNKNOWN', field });
    throw error;
  };
}
