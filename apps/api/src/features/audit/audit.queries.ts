import type { Database } from '../../database/database.ts';
import { readPage, type Connection, type PageArguments } from '../../graphql/connection.ts';
import { given } from '../../graphql/given.ts';
import type { FieldTree } from '../../graphql/look-ahead.ts';
import { andFind } from '../../graphql/search.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';
import type { AuditFilter } from './audit-entry.type.ts';

/** A page of the trail, the latest first. */
export function listEntries(
  db: Database,
  filter: AuditFilter,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<AuditEntryEntity>> {
  const query = db.getRepository(AuditEntryEntity).createQueryBuilder('entry').where('true');
  andFind(query, filter.search, ['folded(entry.actor_name)', 'entry.address', 'lower(entry.request_id)']);
  if (given(filter.actor)) query.andWhere('entry.actor_user_id = any (:actor)', { actor: filter.actor });
  if (given(filter.action)) query.andWhere('entry.action = any (:action)', { action: filter.action });
  if (given(filter.record))
    query.andWhere('(entry.record_id = :record or entry.subject_id = :record)', { record: filter.record });
  if (given(filter.period))
    query.andWhere(
      `entry.at >= cast(:from as date) at time zone 'UTC' and entry.at < cast(:to as date) at time zone 'UTC'`,
      {
        ...filter.period,
      },
    );
  const order = { key: { expression: 'entry.at', type: 'timestamptz' }, direction: 'DESC' } as const;
  return readPage(query, order, page, fields);
}
