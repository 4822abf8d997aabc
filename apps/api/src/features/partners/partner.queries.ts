import type { Database } from '../../database/database.ts';
import { readPage, type Connection, type PageArguments } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { given } from '../../graphql/given.ts';
import type { FieldTree } from '../../graphql/look-ahead.ts';
import { andFind } from '../../graphql/search.ts';
import { PartnerEntity } from './partner.entity.ts';
import type { PartnerFilter, PartnerMemberType } from './partner.type.ts';

/** A page of partners by name. */
export function listPartners(
  context: Context,
  filter: PartnerFilter,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<PartnerEntity>> {
  const query = context.db.getRepository(PartnerEntity).createQueryBuilder('partner');
  andFind(query, filter.search, ['folded(partner.name)']);
  if (given(filter.kind)) query.andWhere('partner.kind = any (:kind)', { kind: filter.kind });
  return readPage(
    context,
    query,
    { key: { expression: 'folded(partner.name)', type: 'text' }, direction: 'ASC' },
    page,
    fields,
  );
}

export interface Involvement {
  readonly grants: number;
  readonly volunteers: number;
  readonly approvedMinutes: number;
}

/** What partners give, each counted apart before it is put together. */
export async function involvements(db: Database, ids: readonly string[]): Promise<Map<string, Involvement>> {
  const rows: ({ id: string } & Involvement)[] = await db.query(
    `select partner.id,
       (select count(*) from funding_grant where partner_id = partner.id and removed_at is null) as grants,
       (select count(*) from volunteer where partner_id = partner.id) as volunteers,
       (select coalesce(sum(minutes), 0)::bigint from time_entry join volunteer on volunteer.id = volunteer_id
         where volunteer.partner_id = partner.id and time_entry.status = 'APPROVED' and removed_at is null) as "approvedMinutes"
     from partner where partner.id = any ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export type MemberRow = PartnerMemberType & { readonly partnerId: string };

export function membersOf(db: Database, partnerIds: readonly string[]): Promise<MemberRow[]> {
  return db.query(
    `select membership.partner_id as "partnerId", "user".id as "userId", "user".name, "user".email, membership.role
     from membership join identity."user" on "user".id = membership.user_id where membership.partner_id = any ($1) order by "user".name`,
    [partnerIds],
  );
}
