import type { Database } from '../../database/database.ts';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { readPage, type Connection, type PageArguments } from '../../graphql/connection.ts';
import { viewerCan, type Context, type Scope } from '../../graphql/context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { given } from '../../graphql/given.ts';
import type { SortKey } from '../../graphql/keyset.ts';
import { ensureJoin, readRows, type FieldTree } from '../../graphql/look-ahead.ts';
import { andFind } from '../../graphql/search.ts';
import { SEES_NAMES } from '../people/person.type.ts';
import { TimeEntryEntity } from './time-entry.entity.ts';
import type { TimeEntryFilter } from './time-entry.type.ts';
import { VolunteerEntity } from './volunteer.entity.ts';
import type { VolunteerFilter, VolunteerSort, VolunteerSortField } from './volunteer.type.ts';

const SORTS: Record<keyof typeof VolunteerSortField, SortKey> = {
  NAME: { expression: 'volunteer_person.sort_name', type: 'text' },
  REGISTERED_ON: { expression: 'volunteer.registered_on', type: 'date' },
  PARTNER: { expression: 'folded(volunteer_partner.name)', type: 'text' },
};

const BY_NAME = { field: 'NAME', direction: 'ASC' } as const satisfies VolunteerSort;
const LATEST = { field: 'REGISTERED_ON', direction: 'DESC' } as const satisfies VolunteerSort;

/** A partner sees its own rows only; every read of this feature begins here. */
function scoped<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  { partnerId }: Scope,
): SelectQueryBuilder<T> {
  return partnerId === null
    ? query
    : query.andWhere('volunteer.partner_id = :ownPartner', { ownPartner: partnerId });
}

function volunteers(db: Database, scope: Scope): SelectQueryBuilder<VolunteerEntity> {
  return scoped(db.getRepository(VolunteerEntity).createQueryBuilder('volunteer'), scope);
}

function timeEntries(db: Database, scope: Scope): SelectQueryBuilder<TimeEntryEntity> {
  const query = db
    .getRepository(TimeEntryEntity)
    .createQueryBuilder('entry')
    .innerJoin('volunteer', 'volunteer', 'volunteer.id = entry.volunteer_id');
  return scoped(query.where('entry.removed_at is null'), scope);
}

/** A page of registered employees, by name unless sorted otherwise; the latest registered first for who sees no names. */
export function listVolunteers(
  context: Context,
  filter: VolunteerFilter,
  sort: VolunteerSort | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<VolunteerEntity>> {
  const named = SEES_NAMES.some((capability) => viewerCan(context, capability));
  if (!named && (filter.search?.trim() || sort?.field === 'NAME')) throw forbidden(SEES_NAMES);
  const query = volunteers(context.db, context.scope);
  ensureJoin(query, 'volunteer', 'person');
  ensureJoin(query, 'volunteer', 'partner');
  andFind(query, filter.search, ['volunteer_person.search_name']);
  if (given(filter.id)) query.andWhere('volunteer.id = any (:id)', { id: filter.id });
  if (given(filter.partner))
    query.andWhere('volunteer.partner_id = any (:partner)', { partner: filter.partner });
  if (given(filter.status)) query.andWhere('volunteer.status = any (:status)', { status: filter.status });
  if (given(filter.engagement))
    query.andWhere('volunteer.engagement = any (:engagement)', { engagement: filter.engagement });
  const { field, direction } = sort ?? (named ? BY_NAME : LATEST);
  return readPage(context, query, { key: SORTS[field], direction }, page, fields);
}

export function volunteersById(
  db: Database,
  scope: Scope,
  ids: readonly string[],
  fields: FieldTree,
): Promise<VolunteerEntity[]> {
  return readRows(volunteers(db, scope).andWhere('volunteer.id = any (:ids)', { ids }), fields);
}

/** A page of hours, the latest first. */
export function listTimeEntries(
  context: Context,
  filter: TimeEntryFilter,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<TimeEntryEntity>> {
  const query = timeEntries(context.db, context.scope);
  if (given(filter.status)) query.andWhere('entry.status = any (:status)', { status: filter.status });
  if (given(filter.partner))
    query.andWhere('volunteer.partner_id = any (:partner)', { partner: filter.partner });
  if (given(filter.volunteer))
    query.andWhere('entry.volunteer_id = any (:volunteer)', { volunteer: filter.volunteer });
  return readPage(
    context,
    query,
    { key: { expression: 'entry.worked_on', type: 'date' }, direction: 'DESC' },
    page,
    fields,
  );
}

export async function findTimeEntry(
  db: Database,
  scope: Scope,
  id: string,
  fields: FieldTree,
): Promise<TimeEntryEntity | null> {
  const query = db
    .getRepository(TimeEntryEntity)
    .createQueryBuilder('entry')
    .innerJoin('volunteer', 'volunteer', 'volunteer.id = entry.volunteer_id');
  return (await readRows(scoped(query.where('entry.id = :id', { id }), scope), fields))[0] ?? null;
}

export interface GivenMinutes {
  readonly submitted: number;
  readonly approved: number;
}

export async function minutesOf(
  db: Database,
  volunteerIds: readonly string[],
): Promise<Map<string, GivenMinutes>> {
  const rows: ({ id: string } & GivenMinutes)[] = await db.query(
    `select volunteer_id as id, coalesce(sum(minutes) filter (where status = 'SUBMITTED'), 0)::bigint as submitted,
       coalesce(sum(minutes) filter (where status = 'APPROVED'), 0)::bigint as approved
     from time_entry where removed_at is null and volunteer_id = any ($1) group by volunteer_id`,
    [volunteerIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
