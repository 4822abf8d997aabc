import type { Role } from '@tandem/domain/capabilities';
import type { EntityManager } from 'typeorm';
import { viewerCan, type Context } from '../../graphql/context.ts';
import type { AccountType, InvitationType, SessionType } from './account.type.ts';

type Rows = Pick<EntityManager, 'query'>;

const BRANCHES = (ids: string) =>
  `(select coalesce(json_agg(json_build_object('id', branch.id, 'name', branch.name, 'country', branch.country) order by branch.name), '[]') from branch where branch.id = any (${ids}))`;

/** Whose accounts are listed: staff's look goes everywhere, a partner's ends at its own members. */
function narrowed(context: Context, table: string, values: unknown[]): string {
  const { partnerId } = context.scope;
  if (partnerId === null) return 'true';
  values.push(partnerId);
  return `${table}.partner_id = $${values.length}`;
}

type AccountRow = Omit<AccountType, 'partner' | 'sessions' | 'viewerCanManage'> & {
  readonly partnerId: string | null;
};

/** Accounts by name; one of them with `id`. */
export function listAccounts(context: Context, db: Rows, id: string | null = null): Promise<AccountRow[]> {
  const values: unknown[] = [];
  const where = [narrowed(context, 'membership', values)];
  if (id !== null) {
    values.push(id);
    where.push(`membership.user_id = $${values.length}`);
  }
  return db.query(
    `select "user".id, membership.version, "user".name, "user".email, membership.role, membership.partner_id as "partnerId",
       membership.disabled_at is not null as disabled, coalesce("user"."twoFactorEnabled", false) as "hasSecondFactor", "user"."createdAt",
       ${context.scope.partnerId === null ? BRANCHES('array(select branch_id from membership_branch where user_id = membership.user_id)') : `'[]'::json`} as branches
     from membership join identity."user" on "user".id = membership.user_id where ${where.join(' and ')} order by lower("user".name), "user".id`,
    values,
  );
}

export async function sessionsOf(
  db: Rows,
  userIds: readonly string[],
): Promise<(SessionType & { userId: string })[]> {
  return db.query(
    `select "id", "userId", "createdAt", "updatedAt" as "lastSeenAt", "ipAddress" as address, "userAgent"
     from identity."session" where "userId" = any ($1) and "expiresAt" > now() order by "updatedAt" desc`,
    [userIds],
  );
}

type InvitationRow = Omit<InvitationType, 'partner'> & { readonly partnerId: string | null };

/** Invitations that wait, the latest first; one of them with `id`. */
export function listInvitations(
  context: Context,
  db: Rows,
  id: string | null = null,
): Promise<InvitationRow[]> {
  const values: unknown[] = [];
  const where = [narrowed(context, 'invitation', values), 'accepted_at is null and revoked_at is null'];
  if (id !== null) {
    values.push(id);
    where.push(`invitation.id = $${values.length}`);
  }
  return db.query(
    `select id, name, email, role, partner_id as "partnerId", created_at as "createdAt", expires_at as "expiresAt",
       expires_at <= now() as expired, ${BRANCHES('branch_ids')} as branches
     from invitation where ${where.join(' and ')} order by created_at desc`,
    values,
  );
}

export function managerOf(context: Context): { userId: string; partnerId: string | null } {
  return {
    userId: context.viewer?.userId ?? '',
    partnerId: viewerCan(context, 'MANAGE_ACCOUNTS') ? null : context.scope.partnerId,
  };
}

export interface Membership {
  readonly role: Role;
  readonly partnerId: string | null;
  readonly branchIds: readonly string[];
  readonly disabled: boolean;
}
