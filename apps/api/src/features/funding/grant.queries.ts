import { euros } from '@tandem/domain/money';
import type { Context } from '../../graphql/context.ts';
import { readRows, type FieldTree } from '../../graphql/look-ahead.ts';
import { WHOLE_GRANT } from './earmark.loader.ts';
import { GrantEntity } from './grant.entity.ts';
import type { GrantTotalsType } from './grant.type.ts';

/** Grants that were not taken out, narrowed to the viewer's own where it is a partner. */
function seenBy({ db, scope: { partnerId } }: Context, { removed = false } = {}) {
  const query = db.getRepository(GrantEntity).createQueryBuilder('funding_grant');
  if (!removed) query.where('funding_grant.removed_at is null');
  if (partnerId !== null) query.andWhere('funding_grant.partner_id = :partnerId', { partnerId });
  return query;
}

/** All grants by reference, or the `latest` so many by the day on which they begin. */
export function readGrants(context: Context, fields: FieldTree, latest?: number): Promise<GrantEntity[]> {
  const query = seenBy(context);
  if (latest === undefined) return readRows(query.orderBy('funding_grant.reference'), fields);
  return readRows(
    query.orderBy('funding_grant.starts_on', 'DESC').addOrderBy('funding_grant.reference').limit(latest),
    fields,
  );
}

/** How many grants the viewer sees, and what those that count are worth together. */
export async function totalsOfGrants(context: Context): Promise<GrantTotalsType> {
  const totals = await seenBy(context)
    .select('count(*)', 'count')
    .addSelect('coalesce(sum(amount_cents) filter (where counts), 0)::bigint', 'cents')
    .addSelect(
      `coalesce(sum((select sum(instalment.amount_cents) from grant_instalment as instalment
        where instalment.grant_id = funding_grant.id and received_on is not null)) filter (where counts), 0)::bigint`,
      'received',
    )
    .getRawOne<{ count: number; cents: number; received: number }>();
  return {
    count: totals?.count ?? 0,
    amount: euros(totals?.cents ?? 0),
    received: euros(totals?.received ?? 0),
  };
}

/** How many duos the grants that count pay, in part or whole, once for each of its grants. */
export async function duosOfGrants({ db, scope }: Context): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `select count(*) from earmark join funding_grant on funding_grant.id = grant_id
     where counts and removed_at is null and ($1::uuid is null or partner_id = $1)`,
    [scope.partnerId],
  );
  return row?.count ?? 0;
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
