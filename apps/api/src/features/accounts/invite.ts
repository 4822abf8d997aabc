import { decidePosition, type Position } from '@tandem/domain/account';
import { capabilitiesOf, isPartnerRole } from '@tandem/domain/capabilities';
import { invitationInput } from '@tandem/domain/inputs';
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { limitAccount } from '../../graphql/limit-account.ts';
import type { Locale } from '../../graphql/locale.ts';
import { decided, parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { managerOf } from './account.queries.ts';
import type { InvitationInput } from './account.type.ts';
import { named } from './named-position.ts';

/** How long the link of an invitation holds. */
const DAYS = 7;

interface Sent {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: InvitationInput['role'];
  readonly locale: Locale;
}

/** Makes a place for somebody and sends the letter. Returns its id. */
export async function inviteAccount(context: Context, raw: InvitationInput): Promise<string> {
  const { email, name, locale, ...wanted } = parseInput(invitationInput, raw);
  const position = decided(decidePosition(managerOf(context), wanted));
  await limitAccount(context, 'letters');
  const { token, hash } = newToken();
  const id = newId();
  await context.db.transaction(async (tx) => {
    // Of an account elsewhere a partner learns nothing: who accepts with its address is refused then.
    const taken: unknown[] = await tx.query(
      `select 1 from identity."user" left join membership on user_id = "user".id
       where email = $1 and ($2::uuid is null or partner_id = $2)`,
      [email, context.scope.partnerId],
    );
    if (taken.length > 0) throw new Refused({ code: 'ACCOUNT_EXISTS', field: 'email' });
    const [{ known }]: [{ known: number }] = await tx.query(
      'select count(*)::int as known from branch where id = any ($1::uuid[])',
      [position.branchIds],
    );
    if (known < new Set(position.branchIds).size)
      throw new Refused({ code: 'REFERENCE_UNKNOWN', field: 'branchIds' });
    await tx
      .query(
        `insert into invitation (id, email, name, role, partner_id, branch_ids, locale, token_hash, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), now() + make_interval(days => ${DAYS}))`,
        [
          id,
          email,
          name,
          position.role,
          position.partnerId,
          position.branchIds,
          locale,
          hash,
          viewerOf(context).userId,
        ],
      )
      .catch(refuseByDatabase);
    await recordChange(tx, context, {
      action: 'inviteAccount',
      recordKind: 'invitation',
      recordId: id,
      subjectId: id,
      after: { email, name, ...(await named(tx, position)) },
    });
  });
  await send(context, { id, email, name, locale, role: position.role }, token);
  return id;
}

/** Sends the letter of an invitation again, with a new link; the former holds no more. It is then the sender's. Returns its id. */
export async function resendInvitation(context: Context, id: string): Promise<string> {
  await limitAccount(context, 'letters');
  const { token, hash } = newToken();
  const invitation = await context.db.transaction(async (tx) => {
    const [rows]: [Sent[], number] = await tx.query(
      `update invitation set token_hash = $2, invited_by = $4, expires_at = now() + make_interval(days => ${DAYS})
       where id = $1 and accepted_at is null and revoked_at is null and ($3::uuid is null or partner_id = $3)
       returning id, email, name, role, locale`,
      [id, hash, context.scope.partnerId, viewerOf(context).userId],
    );
    const [found] = rows;
    if (found === undefined) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    await recordChange(tx, context, {
      action: 'inviteAccount',
      recordKind: 'invitation',
      recordId: id,
      subjectId: id,
      after: { email: found.email, name: found.name, again: true },
    });
    return found;
  });
  await send(context, invitation, token);
  return id;
}

/** Takes an invitation back: its link holds no more. */
export function revokeInvitation(context: Context, id: string): Promise<true> {
  return context.db.transaction(async (tx) => {
    const [, count]: [unknown[], number] = await tx.query(
      `update invitation set revoked_at = now()
       where id = $1 and accepted_at is null and revoked_at is null and ($2::uuid is null or partner_id = $2)`,
      [id, context.scope.partnerId],
    );
    if (count === 0) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    await recordChange(tx, context, {
      action: 'revokeInvitation',
      recordKind: 'invitation',
      recordId: id,
      subjectId: id,
    });
    return true as const;
  });
}

/** Takes back the open invitations of somebody that they could not send as what they act as now; all of them for null. */
export async function revokeInvitationsOf(
  tx: EntityManager,
  context: Context,
  userId: string,
  position: Position | null,
): Promise<void> {
  const capabilities = position === null ? [] : capabilitiesOf(position.role);
  if (capabilities.includes('MANAGE_ACCOUNTS')) return;
  const kept = capabilities.includes('MANAGE_OWN_MEMBERS') ? (position?.partnerId ?? null) : null;
  const [revoked]: [{ id: string }[], number] = await tx.query(
    `update invitation set revoked_at = now()
     where invited_by = $1 and accepted_at is null and revoked_at is null and ($2::uuid is null or partner_id is distinct from $2)
     returning id`,
    [userId, kept],
  );
  for (const { id } of revoked)
    await recordChange(tx, context, {
      action: 'revokeInvitation',
      recordKind: 'invitation',
      recordId: id,
      subjectId: id,
    });
}

function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: createHash('sha256').update(token).digest() };
}

async function send(context: Context, { email, name, locale, role }: Sent, token: string): Promise<void> {
  const portal = isPartnerRole(role) ? 'partner' : 'admin';
  const link = `${context.publicUrl}/${portal}/?invitation=${token}`;
  await context
    .sendLetter(email, locale, {
      kind: 'INVITATION',
      to: name,
      from: viewerOf(context).name,
      link,
      days: DAYS,
    })
    .catch(() => {
      throw new Refused({ code: 'LETTER_NOT_SENT', field: 'email' });
    });
}

function refuseByDatabase(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (constraint === 'invitation_open') throw new Refused({ code: 'INVITATION_OPEN', field: 'email' });
  if (code === '23503') throw new Refused({ code: 'REFERENCE_UNKNOWN', field: 'partnerId' });
  throw error;
}
