import type { Database } from '../../database/database.ts';
import { given } from '../../graphql/given.ts';
import type { CalendarDay } from '@tandem/domain/calendar-day';
import { ATTENTIONS, type Attention } from '@tandem/domain/vocabulary';
import type { SelectQueryBuilder } from 'typeorm';
import { readPage, type Connection, type PageArguments, type SortKey } from '../../graphql/connection.ts';
import { viewerCan, viewerOf, type Context } from '../../graphql/context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { ensureJoin, readRows, type FieldTree } from '../../graphql/look-ahead.ts';
import { andFind } from '../../graphql/search.ts';
import { ATTENTION_SQL } from './attention.sql.ts';
import { DuoEntity } from './duo.entity.ts';
import type { DuoFilter, DuoSort, DuoSortField } from './duo.type.ts';

const LAST_MEETING = `coalesce((select max(held_on) from meeting where meeting.duo_id = duo.id and removed_at is null), '-infinity')`;

const SORTS: Record<keyof typeof DuoSortField, SortKey & { person?: 'mentor' | 'mentee'; branch?: true }> = {
  REFERENCE: { expression: 'duo.reference', type: 'text' },
  STARTED_ON: { expression: 'duo.started_on', type: 'date' },
  PLANNED_END_ON: { expression: 'duo.planned_end_on', type: 'date' },
  CLOSED_ON: { expression: `coalesce(duo.closed_on, 'infinity')`, type: 'date' },
  MENTEE: {
    expression: 'duo_mentee_person.sort_name',
    type: 'text',
    person: 'mentee',
  },
  MENTOR: {
    expression: 'duo_mentor_person.sort_name',
    type: 'text',
    person: 'mentor',
  },
  BRANCH: { expression: 'folded(duo_branch.name)', type: 'text', branch: true },
  LAST_MEETING_ON: { expression: LAST_MEETING, type: 'date' },
};

/** The duos that the filter keeps, before sorting and paging; every list, count and export of duos begins here. */
function filteredDuos(context: Context, filter: DuoFilter): SelectQueryBuilder<DuoEntity> {
  const query = context.db.getRepository(DuoEntity).createQueryBuilder('duo');
  if (filter.search?.trim()) {
    for (const side of ['mentor', 'mentee']) ensureJoin(query, ensureJoin(query, 'duo', side), 'person');
    andFind(query, filter.search, [
      'lower(duo.reference)',
      'duo_mentor_person.search_name',
      'duo_mentee_person.search_name',
    ]);
  }
  if (given(filter.branch)) query.andWhere('duo.branch_id = any (:branch)', { branch: filter.branch });
  if (given(filter.coordinator))
    query.andWhere('duo.coordinator_id = any (:coordinator)', { coordinator: filter.coordinator });
  if (given(filter.mine))
    // Nobody's duos are not those of a viewer who follows none.
    query.andWhere('coalesce(duo.coordinator_id = cast(:mine as uuid), false) = :isMine', {
      mine: viewerOf(context).coordinatorId,
      isMine: filter.mine,
    });
  if (given(filter.status)) {
    query.andWhere(`(case when duo.closed_on is null then 'ACTIVE' else 'CLOSED' end) = any (:status)`, {
      status: filter.status,
    });
  }
  if (given(filter.attention)) query.andWhere(ATTENTION_SQL[filter.attention], { today: context.today });
  if (given(filter.grant)) {
    query.andWhere(
      'exists (select 1 from earmark where earmark.duo_id = duo.id and earmark.grant_id = any (:grant))',
      { grant: filter.grant },
    );
  }
  if (given(filter.started))
    query.andWhere('duo.started_on >= :startedFrom and duo.started_on < :startedTo', {
      startedFrom: filter.started.from,
      startedTo: filter.started.to,
    });
  if (given(filter.closed))
    query.andWhere('duo.closed_on >= :closedFrom and duo.closed_on < :closedTo', {
      closedFrom: filter.closed.from,
      closedTo: filter.closed.to,
    });
  return query;
}

/** A page of duos, the latest started first unless sorted otherwise. Names are searched and sorted by for who sees them. */
export function listDuos(
  context: Context,
  filter: DuoFilter,
  sort: DuoSort | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<DuoEntity>> {
  const key = SORTS[sort?.field ?? 'STARTED_ON'];
  const byName = Boolean(filter.search?.trim()) || key.person !== undefined;
  if (byName && !viewerCan(context, 'SEE_PEOPLE')) throw forbidden(['SEE_PEOPLE']);
  const query = filteredDuos(context, filter);
  if (key.person !== undefined) ensureJoin(query, ensureJoin(query, 'duo', key.person), 'person');
  if (key.branch) ensureJoin(query, 'duo', 'branch');
  return readPage(context, query, { key, direction: sort?.direction ?? 'DESC' }, page, fields);
}

export async function findDuo(db: Database, id: string, fields: FieldTree): Promise<DuoEntity | null> {
  return (await duosById(db, [id], fields))[0] ?? null;
}

function duosById(db: Database, ids: readonly string[], fields: FieldTree): Promise<DuoEntity[]> {
  return readRows(
    db.getRepository(DuoEntity).createQueryBuilder('duo').where('duo.id = any (:ids)', { ids }),
    fields,
  );
}

/** The duos of mentors or of mentees, the latest started first. */
export function duosOfPeople(
  db: Database,
  side: 'mentorId' | 'menteeId',
  ids: readonly string[],
  fields: FieldTree,
): Promise<DuoEntity[]> {
  const query = db
    .getRepository(DuoEntity)
    .createQueryBuilder('duo')
    .where(`duo.${side} = any (:ids)`, { ids })
    .orderBy('duo.started_on', 'DESC');
  return readRows(query, fields);
}

export interface MeetingSummary {
  readonly count: number;
  readonly minutes: number;
  readonly lastOn: CalendarDay | null;
}

export async function meetingSummaries(
  db: Pick<Database, 'query'>,
  ids: readonly string[],
): Promise<Map<string, MeetingSummary>> {
  const rows: ({ duoId: string } & MeetingSummary)[] = await db.query(
    `select duo_id as "duoId", count(*) as count, sum(minutes) as minutes, max(held_on) as "lastOn"
     from meeting where duo_id = any ($1) and removed_at is null group by duo_id`,
    [ids],
  );
  return new Map(rows.map((row) => [row.duoId, row]));
}

export async function attentionsOf(
  db: Database,
  ids: readonly string[],
  today: CalendarDay,
): Promise<Map<string, Attention[]>> {
  const query = db
    .getRepository(DuoEntity)
    .createQueryBuilder('duo')
    .where('duo.id = any (:ids)', { ids, today })
    .select('duo.id', 'id');
  for (const code of ATTENTIONS) query.addSelect(ATTENTION_SQL[code], code);
  const rows = await query.getRawMany<{ id: string } & Record<Attention, boolean>>();
  return new Map(rows.map((row) => [row.id, ATTENTIONS.filter((code) => row[code])]));
}
