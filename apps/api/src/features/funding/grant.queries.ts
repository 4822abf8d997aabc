import type { Context } from '../../graphql/context.ts';
import { readRows, type FieldTree } from '../../graphql/look-ahead.ts';
import { WHOLE_GRANT } from './earmark.loader.ts';
import { GrantEntity } from './grant.entity.ts';

/** Grants that were not taken out, narrowed to the viewer's own where it is a partner. */
function seenBy({ db, scope: { partnerId } }: Context, { removed = false } = {}) {
  const query = db.getRepository(GrantEntity).createQueryBuilder('funding_grant');
  if (!removed) query.where('funding_grant.removed_at is null');
  if (partnerId !== null) query.andWhere('funding_grant.partner_id = :partnerId', { partnerId });
  return query;
}

export function readGrants(context: Context, fields: FieldTree): Promise<GrantEntity[]> {
  return readRows(seenBy(context).orderBy('funding_grant.reference'), fields);
}

export async function findGrant(
  context: Context,
  id: string,
  fields: FieldTree,
  options: { readonly removed?: boolean } = {},
): Promise<GrantEntity | null> {
  const query = seenBy(context, options).andWhere('funding_grant.id = :id', { id });
  return (await readRows(query, fields))[0] ?? null;
}

/** A grant with everything that its type may be asked for. */
export function wholeGrantOf(context: Context, id: string): Promise<GrantEntity | null> {
  return findGrant(context, id, WHOLE_GRANT);
}
