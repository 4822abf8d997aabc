import type { CalendarDay } from '@tandem/domain/calendar-day';
import { dueOf, type Kept } from '@tandem/domain/retention';
import type { EntityManager } from 'typeorm';
import { groupBy } from '../../graphql/loader.ts';
import { NAME, RECORDS } from './people.sql.ts';
import type { RetentionItemType, RetentionRuleType, RetentionRunType } from './retention.type.ts';

type Rows = Pick<EntityManager, 'query'>;

export function listRules(db: Rows): Promise<RetentionRuleType[]> {
  return db.query(
    `select id, kind, country, months, reason, written_on as "writtenOn", written_by as "writtenBy" from retention_rule
     order by kind, country nulls first`,
  );
}

export async function findLastRun(db: Rows): Promise<RetentionRunType | null> {
  const [run]: RetentionRunType[] = await db.query(
    'select day, people, notes from retention_run where finished_at is not null order by day desc limit 1',
  );
  return run ?? null;
}

/** One role of a person, with when its time began; null while it is in use. */
const ROLES = ['mentee', 'mentor'].map(
  (role) => `
  select ${role}.person_id, case when duos.last is null then 'CANDIDATE' else '${role.toUpperCase()}' end as kind, branch.country,
    case when duos.last is null then (select max(reached_on) from stage_change where stage_change.person_id = ${role}.person_id and journey = '${role.toUpperCase()}')
      when duos.last < 'infinity' then duos.last end as since
  from ${role} join branch on branch.id = ${role}.branch_id
  cross join lateral (select max(coalesce(closed_on, 'infinity')) as last from duo where ${role}_id = ${role}.id) as duos`,
);
const VOLUNTEERS = `
  select volunteer.person_id, 'VOLUNTEER' as kind, branch.country, case when status = 'WITHDRAWN' then withdrawn_on end as since
  from volunteer join branch on branch.id = volunteer.branch_id`;
const PEOPLE = `
  select person.id as key, person.id as "personId", null::uuid as "duoId", ${NAME} as name, ${RECORDS}, role.kind, role.country, role.since,
    exists (select from legal_hold where legal_hold.person_id = person.id and lifted_at is null) as "onHold"
  from (${[...ROLES, VOLUNTEERS].join(' union all ')}) as role join person on person.id = role.person_id where person.erased_on is null`;
const NOTES = `
  select duo.id as key, null::uuid as "personId", duo.id as "duoId", duo.reference as name, null::uuid as "menteeId", null::uuid as "mentorId",
    'MEETING_NOTES' as kind, branch.country, duo.closed_on as since,
    exists (select from legal_hold where lifted_at is null and person_id in (
      select person_id from mentee where id = duo.mentee_id union select person_id from mentor where id = duo.mentor_id)) as "onHold"
  from duo join branch on branch.id = duo.branch_id
  where closed_on is not null and exists (select from meeting where duo_id = duo.id and note is not null)`;

type Part = Omit<RetentionItemType, 'dueOn'> & Kept & { readonly key: string };

export interface DueItem extends RetentionItemType {
  readonly rule: RetentionRuleType;
  /** From which day on it goes. */
  readonly appliesOn: CalendarDay;
}

/**
 * Who and what the rules end on a day, the longest due first; also what a legal hold keeps.
 * @param id of one person or duo; null for all.
 */
export async function listDue(
  db: Rows,
  rules: readonly RetentionRuleType[],
  today: CalendarDay,
  id: string | null = null,
): Promise<DueItem[]> {
  if (rules.length === 0) return [];
  const parts: Part[] = await db.query(
    `select * from (${PEOPLE} union all ${NOTES}) as part where $1::uuid is null or key = $1`,
    [id],
  );
  const items: DueItem[] = [];
  for (const [, kept] of groupBy(parts, ({ key }) => key)) {
    const [first] = kept;
    const due = dueOf(kept, rules, today);
    if (first === undefined || due === undefined) continue;
    const { personId, duoId, menteeId, mentorId, name, onHold } = first;
    items.push({ personId, duoId, menteeId, mentorId, name, onHold, ...due });
  }
  return items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
