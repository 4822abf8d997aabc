import type { Database } from '../../database/database.ts';
import { given } from '../../graphql/given.ts';
import type { MenteeStage, MentorStage } from '@tandem/domain/vocabulary';
import { readPage, type Connection, type PageArguments } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { branchesOf, type Order, type SortKey } from '../../graphql/keyset.ts';
import { readRows, type FieldTree } from '../../graphql/look-ahead.ts';
import { findListed } from '../../graphql/search.ts';
import { MenteeEntity } from './mentee.entity.ts';
import type { MenteeFilter, MenteeSort } from './mentee.type.ts';
import { MentorEntity } from './mentor.entity.ts';
import type { MentorFilter, MentorSort } from './mentor.type.ts';

/** The latest step as an SQL expression over the fact's columns. */
const MENTEE_STAGE = `case when fact.matched_on is not null then 'MATCHED' when fact.intake_on is not null then 'INTAKE'
  when fact.registered_on is not null then 'REGISTERED' else 'INFO_SESSION' end`;
const MENTOR_STAGE = `case when fact.first_duo_on is not null then 'MATCHED' when fact.trained_on is not null then 'TRAINED'
  when fact.interview_on is not null then 'INTERVIEW' else 'INFO_SESSION' end`;
const MENTOR_AVAILABLE = `(fact.trained_on is not null
  and not exists (select 1 from duo where duo.mentor_id = mentor.id and duo.closed_on is null)
  and exists (select 1 from person where person.id = mentor.person_id and person.erased_on is null))`;

/** As the indexes of facts have it; who was at none comes last. */
const INFO_SESSION_ON = `(case when sorted.info_session_on is null then 'infinity' else sorted.info_session_on end)`;
function sortKeys(kind: 'mentee' | 'mentor') {
  const beside = (table: 'listing' | 'fact') => ({ table: `${kind}_${table}`, id: `${kind}_id` });
  return {
    NAME: { expression: 'sorted.name', type: 'text', beside: beside('listing') },
    REFERENCE: { expression: `${kind}.reference`, type: 'text' },
    BRANCH: { expression: 'folded(part.name)', type: 'text', ofBranch: true },
    INFO_SESSION: {
      expression: INFO_SESSION_ON,
      type: 'date',
      beside: beside('fact'),
    },
  } as const satisfies Record<string, SortKey>;
}
const MENTEE_SORTS = sortKeys('mentee');
const MENTOR_SORTS = sortKeys('mentor');

export async function listMentees(
  context: Context,
  filter: MenteeFilter,
  sort: MenteeSort | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<MenteeEntity>> {
  const query = context.db.getRepository(MenteeEntity).createQueryBuilder('mentee');
  const branches = branchesOf(context, filter.branch);
  const found = await findListed(context.db, 'mentee', filter.search, branches);
  if (given(filter.stage) || given(filter.gender))
    query.innerJoin('mentee_fact', 'fact', 'fact.mentee_id = mentee.id');
  if (given(filter.branch)) query.andWhere('mentee.branch_id = any (:branch)', { branch: filter.branch });
  if (given(filter.stage)) query.andWhere(`${MENTEE_STAGE} = any (:stage)`, { stage: filter.stage });
  if (given(filter.gender)) query.andWhere('fact.gender = any (:gender)', { gender: filter.gender });
  if (given(filter.educationLevel))
    query.andWhere('mentee.education_level = any (:education)', { education: filter.educationLevel });
  return readPage(context, query, orderOf(MENTEE_SORTS, sort), page, fields, { found, branches });
}

export async function listMentors(
  context: Context,
  filter: MentorFilter,
  sort: MentorSort | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<MentorEntity>> {
  const query = context.db.getRepository(MentorEntity).createQueryBuilder('mentor');
  const branches = branchesOf(context, filter.branch);
  const found = await findListed(context.db, 'mentor', filter.search, branches);
  if (given(filter.stage) || given(filter.gender) || given(filter.available))
    query.innerJoin('mentor_fact', 'fact', 'fact.mentor_id = mentor.id');
  if (given(filter.branch)) query.andWhere('mentor.branch_id = any (:branch)', { branch: filter.branch });
  if (given(filter.stage)) query.andWhere(`${MENTOR_STAGE} = any (:stage)`, { stage: filter.stage });
  if (given(filter.gender)) query.andWhere('fact.gender = any (:gender)', { gender: filter.gender });
  if (given(filter.sector)) query.andWhere('mentor.sector = any (:sector)', { sector: filter.sector });
  if (given(filter.available))
    query.andWhere(`${MENTOR_AVAILABLE} = :available`, { available: filter.available });
  return readPage(context, query, orderOf(MENTOR_SORTS, sort), page, fields, { found, branches });
}

export async function findMentee(db: Database, id: string, fields: FieldTree): Promise<MenteeEntity | null> {
  const query = db.getRepository(MenteeEntity).createQueryBuilder('mentee').where('mentee.id = :id', { id });
  return (await readRows(query, fields))[0] ?? null;
}

export async function findMentor(db: Database, id: string, fields: FieldTree): Promise<MentorEntity | null> {
  const query = db.getRepository(MentorEntity).createQueryBuilder('mentor').where('mentor.id = :id', { id });
  return (await readRows(query, fields))[0] ?? null;
}

export interface StageRow {
  readonly personId: string;
  readonly stage: string;
  readonly reachedOn: string;
}

export function stagesOf(
  db: Database,
  journey: 'MENTEE' | 'MENTOR',
  personIds: readonly string[],
): Promise<StageRow[]> {
  return db.query(
    `select person_id as "personId", stage, reached_on as "reachedOn" from stage_change
     where journey = $1 and person_id = any ($2) order by person_id, reached_on`,
    [journey, personIds],
  );
}

export async function menteeStages(db: Database, ids: readonly string[]): Promise<Map<string, MenteeStage>> {
  const rows: { id: string; stage: MenteeStage }[] = await db.query(
    `select mentee_id as id, ${MENTEE_STAGE} as stage from mentee_fact as fact where mentee_id = any ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.stage]));
}

export interface MentorStanding {
  readonly stage: MentorStage;
  readonly available: boolean;
}

export async function mentorStandings(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, MentorStanding>> {
  const rows: ({ id: string } & MentorStanding)[] = await db.query(
    `select mentor.id, ${MENTOR_STAGE} as stage, ${MENTOR_AVAILABLE} as available
     from mentor join mentor_fact as fact on fact.mentor_id = mentor.id where mentor.id = any ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function orderOf<K extends string>(
  keys: Record<K | 'NAME', SortKey>,
  sort: { field: K; direction: 'ASC' | 'DESC' } | undefined,
): Order {
  return { key: keys[sort?.field ?? 'NAME'], direction: sort?.direction ?? 'ASC' };
}
