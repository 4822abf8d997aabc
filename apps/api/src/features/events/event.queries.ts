import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { ParticipantRole } from '@tandem/domain/vocabulary';
import type { SelectQueryBuilder } from 'typeorm';
import type { Database } from '../../database/database.ts';
import { readPage, type Connection, type PageArguments } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { given } from '../../graphql/given.ts';
import { branchesOf, type SortKey } from '../../graphql/keyset.ts';
import { ensureJoin, readRows, type FieldTree } from '../../graphql/look-ahead.ts';
import { andFind } from '../../graphql/search.ts';
import { AttendanceEntity } from './attendance.entity.ts';
import { EventEntity } from './event.entity.ts';
import type { EventFilter, EventSort, EventSortField } from './event.type.ts';

const SORTS: Record<keyof typeof EventSortField, SortKey> = {
  HELD_ON: { expression: 'event.held_on', type: 'date' },
  TITLE: { expression: 'folded(event.title)', type: 'text' },
  REFERENCE: { expression: 'event.reference', type: 'text' },
  BRANCH: { expression: 'folded(part.name)', type: 'text', ofBranch: true },
};

/** The domain's statusOfEvent as SQL, with the parameter `today`. */
const STATUS = `(case when event.cancelled_at is not null then 'CANCELLED' when event.held_on <= :today then 'HELD' else 'PLANNED' end)`;

/** A page of events, the latest day first unless sorted otherwise. */
export function listEvents(
  context: Context,
  filter: EventFilter,
  sort: EventSort | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<EventEntity>> {
  const query = context.db.getRepository(EventEntity).createQueryBuilder('event');
  andFind(query, filter.search, ['folded(event.title)', 'lower(event.reference)']);
  if (given(filter.kind)) query.andWhere('event.kind = any (:kind)', { kind: filter.kind });
  if (given(filter.branch)) query.andWhere('event.branch_id = any (:branch)', { branch: filter.branch });
  if (given(filter.status))
    query.andWhere(`${STATUS} = any (:status)`, { status: filter.status, today: context.today });
  if (given(filter.held))
    query.andWhere('event.held_on >= :heldFrom and event.held_on < :heldTo', {
      heldFrom: filter.held.from,
      heldTo: filter.held.to,
    });
  const order = { key: SORTS[sort?.field ?? 'HELD_ON'], direction: sort?.direction ?? 'DESC' } as const;
  return readPage(context, query, order, page, fields, { branches: branchesOf(context, filter.branch) });
}

export async function findEvent(db: Database, id: string, fields: FieldTree): Promise<EventEntity | null> {
  const query = db.getRepository(EventEntity).createQueryBuilder('event').where('event.id = :id', { id });
  return (await readRows(query, fields))[0] ?? null;
}

/** Who is on the lists of events, by name. */
export function attendancesOfEvents(
  db: Database,
  ids: readonly string[],
  fields: FieldTree,
): Promise<AttendanceEntity[]> {
  const query = attendances(db).where('attendance.event_id = any (:ids)', { ids });
  query.orderBy(`${ensureJoin(query, 'attendance', 'person')}.sort_name`).addOrderBy('attendance.id');
  return readRows(query, fields);
}

/** On which lists people are as mentees, or as mentors, the latest event first; those of cancelled events are left out. */
export function attendancesOfPeople(
  db: Database,
  role: ParticipantRole,
  personIds: readonly string[],
  fields: FieldTree,
): Promise<AttendanceEntity[]> {
  const query = attendances(db);
  const event = ensureJoin(query, 'attendance', 'event');
  query
    .where('attendance.person_id = any (:personIds) and attendance.role = :role', { personIds, role })
    .andWhere(`${event}.cancelled_at is null`)
    .orderBy(`${event}.held_on`, 'DESC')
    .addOrderBy('attendance.id');
  return readRows(query, fields);
}

function attendances(db: Database): SelectQueryBuilder<AttendanceEntity> {
  return db.getRepository(AttendanceEntity).createQueryBuilder('attendance');
}

export interface AttendanceCounts {
  readonly listed: number;
  readonly attended: number;
  /** On the list of an event that was held, and not known to have come or not. */
  readonly unknown: number;
}

export async function countAttendance(
  db: Database,
  ids: readonly string[],
  today: CalendarDay,
): Promise<Map<string, AttendanceCounts>> {
  const rows: ({ id: string } & AttendanceCounts)[] = await db.query(
    `select event_id as id, count(*) as listed, count(*) filter (where status = 'ATTENDED') as attended,
       count(*) filter (where status = 'REGISTERED' and held_on <= $2) as unknown
     from attendance join event on event.id = event_id where event_id = any ($1) group by event_id`,
    [ids, today],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface RecordOfPerson {
  readonly id: string;
  readonly reference: string;
}

/** The records of people as mentees and as mentors, by keyOfRecord; of those whom the viewer meets. */
export async function recordsOfPeople(
  db: Pick<Database, 'query'>,
  personIds: readonly string[],
): Promise<Map<string, RecordOfPerson>> {
  const rows: (RecordOfPerson & { personId: string; role: ParticipantRole })[] = await db.query(
    `select id, reference, person_id as "personId", 'MENTEE' as role from mentee where person_id = any ($1)
     union all select id, reference, person_id, 'MENTOR' from mentor where person_id = any ($1)`,
    [personIds],
  );
  return new Map(rows.map((row) => [keyOfRecord(row), row]));
}

export function keyOfRecord({
  personId,
  role,
}: {
  readonly personId: string;
  readonly role: ParticipantRole;
}): string {
  return `${personId} ${role}`;
}
