import { capabilitiesOf, type Role } from '@tandem/domain/capabilities';
import { defaultKeyHasher } from '@better-auth/api-key';
import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import type { IncomingHttpHeaders } from 'node:http';
import type { DataSource } from 'typeorm';
import { Unavailable } from '../database/unavailable.ts';
import type { Viewer } from '../graphql/context.ts';
import type { Identity } from './auth.ts';

interface Membership {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly partnerId: string | null;
  readonly coordinatorId: string | null;
  readonly branchIds: readonly string[] | null;
  readonly hasSecondFactor: boolean;
}

/** How long somebody is remembered: a revoked key or session, or a changed role, counts within this time. */
const REMEMBERED_MILLISECONDS = 1000;
/** So many credentials are remembered at once. */
const REMEMBERED = 1000;

export type ViewerLookup = (headers: IncomingHttpHeaders) => Promise<Viewer | null>;

/**
 * Says who asks, and remembers it for a moment: a page asks several things at once, and looking a credential up takes
 * as long as a list. Nobody is not remembered.
 */
export function makeViewerLookup(
  identity: Identity,
  db: DataSource,
  { secondFactor }: { readonly secondFactor: boolean },
): ViewerLookup {
  const remembered = new Map<string, { readonly until: number; readonly viewer: Promise<Viewer | null> }>();
  return async (headers) => {
    const credential = `${String(headers['x-api-key'] ?? '')}\n${headers.cookie ?? ''}`;
    const known = remembered.get(credential);
    if (known !== undefined && known.until > performance.now()) return known.viewer;
    if (remembered.size >= REMEMBERED) remembered.clear();
    const viewer = viewerOfRequest(headers, identity, db, secondFactor);
    remembered.set(credential, { until: performance.now() + REMEMBERED_MILLISECONDS, viewer });
    const found = await viewer.catch((error: unknown) => {
      remembered.delete(credential);
      throw error;
    });
    if (found === null) remembered.delete(credential);
    return found;
  };
}

/** Roles that may do nothing before they have a second factor. */
const SECOND_FACTOR_ROLES: ReadonlySet<Role> = new Set(['ADMINISTRATOR', 'FINANCE']);

/**
 * Who asks: by the API key in the header `x-api-key`, else by the session's cookie. Null for nobody, for an unknown
 * or expired key or session, and for an account that is disabled or has no role.
 */
async function viewerOfRequest(
  headers: IncomingHttpHeaders,
  identity: Identity,
  db: DataSource,
  secondFactor: boolean,
): Promise<Viewer | null> {
  const credential = await credentialOf(headers, identity, db);
  if (credential === null) return null;
  const [membership]: Membership[] = await db.query(
    `select "user".id as "userId", "user".name, "user".email, membership.role, membership.partner_id as "partnerId", coordinator.id as "coordinatorId",
       coalesce("user"."twoFactorEnabled", false) as "hasSecondFactor",
       case when membership.role = 'COORDINATOR' then array(select branch_id from membership_branch where membership_branch.user_id = membership.user_id) end as "branchIds"
     from identity."user" join membership on membership.user_id = "user".id left join coordinator on coordinator.user_id = "user".id
     where "user".id = $1 and (membership.disabled_at is null or $2)`,
    [credential.userId, credential.partnerId !== null],
  );
  if (membership === undefined) return null;
  const { hasSecondFactor, ...account } = membership;
  // A partner's key stays with the partner, whoever made it and whether or not they are still there.
  if (credential.partnerId !== null && credential.partnerId !== account.partnerId) return null;
  const role = credential.partnerId === null ? account.role : 'PARTNER_MEMBER';
  const secondFactorDue = secondFactor && SECOND_FACTOR_ROLES.has(role) && !hasSecondFactor;
  const allowed = secondFactorDue ? [] : capabilitiesOf(role);
  const { scopes } = credential;
  return {
    ...account,
    role,
    secondFactorDue,
    keyId: credential.keyId,
    capabilities: new Set(scopes === null ? allowed : allowed.filter((one) => scopes.includes(one))),
  };
}

interface Credential {
  readonly userId: string;
  /** Null for a session. */
  readonly keyId: string | null;
  /** What a key may be used for; null for everything that its owner may do. */
  readonly scopes: readonly string[] | null;
  /** The partner whose key it is; null for a session and for a personal key. */
  readonly partnerId: string | null;
}

async function credentialOf(
  headers: IncomingHttpHeaders,
  { auth }: Identity,
  db: DataSource,
): Promise<Credential | null> {
  const key = headers['x-api-key'];
  if (typeof key === 'string' && key !== '') return useKey(db, key);
  if (headers.cookie === undefined) return null;
  const session = await auth.api.getSession({ headers: fromNodeHeaders(headers) }).catch((error: unknown) => {
    // The library does not tell a database that is away from any other fault of its own.
    throw isAPIError(error) && error.statusCode >= 500 ? new Unavailable('sessions cannot be read') : error;
  });
  return session && { userId: session.user.id, keyId: null, scopes: null, partnerId: null };
}

/** Looked up here and not by the library, to which a key that cannot be read is one that does not hold. */
async function useKey(db: DataSource, key: string): Promise<Credential | null> {
  const [rows]: [Credential[], number] = await db.query(
    `update identity."apikey" set "lastRequest" = now()
     where "key" = $1 and "enabled" and ("expiresAt" is null or "expiresAt" > now())
     returning "referenceId" as "userId", "id" as "keyId", permissions::jsonb -> 'tandem' as scopes, metadata::jsonb ->> 'partnerId' as "partnerId"`,
    [await defaultKeyHasher(key)],
  );
  return rows[0] ?? null;
}
