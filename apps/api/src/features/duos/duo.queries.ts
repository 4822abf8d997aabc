import type { Database } from '../../database/database.ts';
import { given } from '../../graphql/given.ts';
import type { CalendarDay } from '@tandem/domain/calendar-day';
import { ATTENTIONS, DUO_STATUSES, type Attention, type DuoStatus } from '@tandem/domain/vocabulary';
import type { SelectQueryBuilder } from 'typeorm';
import { readPage, type Connection, type PageArguments } from '../../graphql/connection.ts';
import { viewerCan, viewerOf, type Context } from '../../graphql/context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { branchesOf, type SortKey } from '../../graphql/keyset.ts';
import { readRows, type FieldTree } from '../../graphql/look-ahead.ts';
import { findListed } from '../../graphql/search.ts';
import { ATTENTION_SQL, CLOSED_ON } from './attention.sql.ts';
import { DuoEntity } from './duo.entity.ts';
import type { DuoFilter, DuoSort, DuoSortField } from './duo.type.ts';

const LISTING = { table: 'duo_listing', id: 'duo_id' } as const;
const SORTS: Record<keyof typeof DuoSortField, SortKey & { readonly named?: true }> = {
  REFERENCE: { expression: 'duo.reference', type: 'text' },
  STARTED_ON: { expression: 'duo.started_on', type: 'date' },
  PLANNED_END_ON: { expression: 'duo.planned_end_on', type: 'date' },
  CLOSED_ON: { expression: CLOSED_ON, type: 'date' },
  MENTEE: { expression: 'sorted.mentee_name', type: 'text', beside: LISTING, named: true },
  MENTOR: { expression: 'sorted.mentor_name', type: 'text', beside: LISTING, named: true },
  BRANCH: { expression: 'folded(part.name)', type: 'text', ofBranch: true },
  LAST_MEETING_ON: { expression: 'duo.last_meeting_on', type: 'date' },
};

/** The duos that the filter keeps, before searching, sorting and paging; every list, count and export of duos begins here. */
function filteredDuos(context: Context, filter: Omit<DuoFilter, 'search'>): SelectQueryBuilder<DuoEntity> {
  const query = context.db.getRepository(DuoEntity).createQueryBuilder('duo');
  if (given(filter.branch)) query.andWhere('duo.branch_id = any (:branch)', { branch: filter.branch });
  if (given(filter.coordinator))
    query.andWhere('duo.coordinator_id = any (:coordinator)', { coordinator: filter.coordinator });
  if (given(filter.mine)) {
    const { coordinatorId } = viewerOf(context);
    // Nobody's duos are not those of a viewer who follows none.
    if (coordinatorId === null) query.andWhere(filter.mine ? 'false' : 'true');
    else
      query.andWhere(`duo.coordinator_id ${filter.mine ? '=' : 'is distinct from'} cast(:mine as uuid)`, {
        mine: coordinatorId,
      });
  }
  if (given(filter.status)) query.andWhere(isOneOf(filter.status));
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
    query.andWhere(`${CLOSED_ON} >= :closedFrom and ${CLOSED_ON} < :closedTo`, {
      closedFrom: filter.closed.from,
      closedTo: filter.closed.to,
    });
  return query;
}

const HAS_STATUS: Readonly<Record<DuoStatus, string>> = {
  ACTIVE: 'duo.closed_on is null',
  CLOSED: 'duo.closed_on is not null',
};

/** Of all statuses it keeps everything, of none nothing. */
function isOneOf(statuses: readonly DuoStatus[]): string {
  const conditions = DUO_STATUSES.filter((status) => statuses.includes(status)).map(
    (status) => HAS_STATUS[status],
  );
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
}

/** A page of duos, the latest started first unless sorted otherwise. Names are searched and sorted by for who sees them. */
export async function listDuos(
  context: Context,
  filter: DuoFilter,
  sort: DuoSort | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<DuoEntity>> {
  const key = SORTS[sort?.field ?? 'STARTED_ON'];
  const byName = Boolean(filter.search?.trim()) || key.named;
  if (byName && !viewerCan(context, 'SEE_PEOPLE')) throw forbidden(['SEE_PEOPLE']);
  const query = filteredDuos(context, filter);
  const branches = branchesOf(context, filter.branch);
  const found = await findListed(context.db, 'duo', filter.search, branches);
  const order = { key, direction: sort?.direction ?? 'DESC' } as const;
  return readPage(context, query, order, page, fields, { found, branches });
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
