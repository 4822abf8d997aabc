import { defaultKeyHasher } from '@better-auth/api-key';
import { capabilitiesOf } from '@tandem/domain/capabilities';
import { apiKeyInput } from '@tandem/domain/inputs';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { viewerCan, viewerOf, type Context } from '../../graphql/context.ts';
import { parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import type { ApiKeyInput, ApiKeyType, NewApiKeyType } from './api-key.type.ts';

/** By which scanners of source code know our keys. */
const PREFIX = 'tandem_';
/** So much of a key is kept to tell it apart. */
const START = PREFIX.length + 6;

/** One's own keys and, for who manages a partner's members, the partner's. */
function own(context: Context): { condition: string; values: unknown[] } {
  const { userId, partnerId } = viewerOf(context);
  const ofPartner = `metadata::jsonb ->> 'partnerId'`;
  return viewerCan(context, 'MANAGE_OWN_MEMBERS')
    ? {
        condition: `("referenceId" = $1 and ${ofPartner} is null or ${ofPartner} = $2)`,
        values: [userId, partnerId],
      }
    : {
        condition: `"referenceId" = $1 and ${ofPartner} is null and $2::text is null`,
        values: [userId, null],
      };
}

/** Keys that the viewer may take back, the latest first; one of them with `id`. */
export function listKeys(
  context: Context,
  db: Pick<EntityManager, 'query'>,
  id: string | null = null,
): Promise<ApiKeyType[]> {
  const { condition, values } = own(context);
  return db.query(
    `select "id", coalesce("name", '') as name, coalesce("start", '') as start, permissions::jsonb -> 'tandem' as scopes,
       metadata::jsonb ->> 'partnerId' is not null as "ofPartner", "createdAt", "expiresAt", "lastRequest" as "lastUsedAt"
     from identity."apikey" where ${condition} and ($3::text is null or "id" = $3) order by "createdAt" desc`,
    [...values, id],
  );
}

/** Makes a key. What it may is part of what its maker may, and never becomes more. */
export async function createKey(context: Context, raw: ApiKeyInput): Promise<NewApiKeyType> {
  const { name, scopes, days, ofPartner } = parseInput(apiKeyInput, raw);
  const { userId, partnerId, capabilities } = viewerOf(context);
  // A partner's key acts as one of its members.
  const ofMember = new Set(capabilitiesOf('PARTNER_MEMBER'));
  if (scopes.some((scope) => !capabilities.has(scope) || (ofPartner && !ofMember.has(scope))))
    throw new Refused({ code: 'SCOPE_TOO_WIDE', field: 'scopes' });
  if (ofPartner && !viewerCan(context, 'MANAGE_OWN_MEMBERS'))
    throw new Refused({ code: 'CHOICE_INVALID', field: 'ofPartner' });
  const key = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const hash = await defaultKeyHasher(key);
  const id = newId();
  return context.db.transaction(async (tx) => {
    await tx.query(
      `insert into identity."apikey" ("id", "configId", "name", "start", "prefix", "key", "referenceId", "enabled", "rateLimitEnabled",
         "requestCount", "createdAt", "updatedAt", "expiresAt", "permissions", "metadata")
       values ($1, 'default', $2, $3, $4, $5, $6, true, false, 0, now(), now(), now() + make_interval(days => $7), $8, $9)`,
      [
        id,
        name,
        key.slice(0, START),
        PREFIX,
        hash,
        userId,
        days,
        JSON.stringify({ tandem: scopes }),
        JSON.stringify(ofPartner ? { partnerId } : {}),
      ],
    );
    await recordChange(tx, context, {
      action: 'createKey',
      recordKind: 'key',
      recordId: id,
      subjectId: userId,
      after: { name, scopes, days, ofPartner },
    });
    const [apiKey] = await listKeys(context, tx, id);
    if (apiKey === undefined) throw new Error('a key was made and cannot be found');
    return { key, apiKey };
  });
}

/** Takes a key back; false where there was none of one's own. */
export function revokeKey(context: Context, id: string): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const [found] = await listKeys(context, tx, id);
    if (found === undefined) return false;
    await tx.query('delete from identity."apikey" where "id" = $1', [id]);
    await recordChange(tx, context, {
      action: 'revokeKey',
      recordKind: 'key',
      recordId: id,
      subjectId: viewerOf(context).userId,
      before: { name: found.name, scopes: found.scopes },
    });
    return true;
  });
}
