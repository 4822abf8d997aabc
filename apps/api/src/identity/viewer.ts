import { capabilitiesOf, type Role } from '@tandem/domain/capabilities';
import { fromNodeHeaders } from 'better-auth/node';
import type { IncomingHttpHeaders } from 'node:http';
import type { DataSource } from 'typeorm';
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
export function makeViewerLookup(identity: Identity, db: DataSource): ViewerLookup {
  const remembered = new Map<string, { readonly until: number; readonly viewer: Promise<Viewer | null> }>();
  return async (headers) => {
    const credential = `${String(headers['x-api-key'] ?? '')}\n${headers.cookie ?? ''}`;
    const known = remembered.get(credential);
    if (known !== undefined && known.until > performance.now()) return known.viewer;
    if (remembered.size >= REMEMBERED) remembered.clear();
    const viewer = viewerOfRequest(headers, identity, db);
    remembered.set(credential, { until: performance.now() + REMEMBERED_MILLISECONDS, viewer });
    const found = await viewer.catch((error: unknown) => {
      remembered.delete(credential);
      throw error;
    });
    if (found === null) remembered.delete(credential);
    return found;
  };
}

/**
 * Who asks: by the API key in the header `x-api-key`, else by the session's cookie. Null for nobody, for an unknown
 * or expired key or session, and for an account without a role.
 */
async function viewerOfRequest(
  headers: IncomingHttpHeaders,
  identity: Identity,
  db: DataSource,
): Promise<Viewer | null> {
  const userId = await userOf(headers, identity);
  if (userId === null) return null;
  const [membership]: Membership[] = await db.query(
    `select "user".id as "userId", "user".name, "user".email, membership.role, membership.partner_id as "partnerId", coordinator.id as "coordinatorId",
       case when membership.role = 'COORDINATOR' then array(select branch_id from membership_branch where membership_branch.user_id = membership.user_id) end as "branchIds"
     from identity."user" join membership on membership.user_id = "user".id left join coordinator on coordinator.user_id = "user".id
     where "user".id = $1`,
    [userId],
  );
  return membership === undefined
    ? null
    : { ...membership, capabilities: new Set(capabilitiesOf(membership.role)) };
}

async function userOf(headers: IncomingHttpHeaders, { auth }: Identity): Promise<string | null> {
  const key = headers['x-api-key'];
  if (typeof key === 'string' && key !== '') {
    const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } });
    return valid && found !== null ? found.referenceId : null;
  }
  if (headers.cookie === undefined) return null;
  return (await auth.api.getSession({ headers: fromNodeHeaders(headers) }))?.user.id ?? null;
}
