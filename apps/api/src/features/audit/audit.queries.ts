import { readPage, type Connection, type PageArguments } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { given } from '../../graphql/given.ts';
import type { FieldTree } from '../../graphql/look-ahead.ts';
import { andFind } from '../../graphql/search.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';
import type { AuditFilter } from './audit-entry.type.ts';

/** A record and, of a mentee or mentor, the person: what is done to either is looked for under both. */
const OF_RECORD = `array(select cast(:record as uuid) union select person_id from mentee where id = :record
  union select person_id from mentor where id = :record)`;

/** A page of the trail, the latest first. */
export function listEntries(
  context: Context,
  filter: AuditFilter,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<AuditEntryEntity>> {
  const query = context.db.getRepository(AuditEntryEntity).createQueryBuilder('entry').where('true');
  andFind(query, filter.search, ['folded(entry.actor_name)', 'entry.address', 'lower(entry.request_id)']);
  if (given(filter.actor)) query.andWhere('entry.actor_user_id = any (:actor)', { actor: filter.actor });
  if (given(filter.action)) query.andWhere('entry.action = any (:action)', { action: filter.action });
  if (given(filter.record))
    query.andWhere(`(entry.record_id = any (${OF_RECORD}) or entry.subject_id = any (${OF_RECORD}))`, {
      record: filter.record,
    });
  if (given(filter.period))
    query.andWhere(
      `entry.at >= cast(:from as date) at time zone 'UTC' and entry.at < cast(:to as date) at time zone 'UTC'`,
      {
        ...filter.period,
      },
    );
  const order = { key: { expression: 'entry.at', type: 'timestamptz' }, direction: 'DESC' } as const;
  return readPage(context, query, order, page, fields);
}
