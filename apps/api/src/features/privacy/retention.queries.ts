import type { CalendarDay } from '@tandem/domain/calendar-day';
import { dueOf, lastSince, type Kept } from '@tandem/domain/retention';
import { RETENTION_KINDS, type RetentionKind } from '@tandem/domain/vocabulary';
import type { EntityManager } from 'typeorm';
import { groupBy } from '../../graphql/loader.ts';
import { CLOSED_ON } from '../duos/attention.sql.ts';
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

/** The parameters from $2 on, one for each kind: the latest day since when something of it may be due. */
const lastSinceOf = (kind: RetentionKind) => `$${RETENTION_KINDS.indexOf(kind) + 2}::date`;

/** The last event to which somebody came, or at which they are expected. */
const LAST_EVENT = (role: string) => `(select max(held_on) from attendance join event on event.id = event_id
  where attendance.person_id = ${role}.person_id and attendance.role = '${role.toUpperCase()}' and status in ('REGISTERED', 'ATTENDED') and cancelled_at is null)`;

/** One role of a person, with when its time began; null while it is in use. */
const ROLES = ['mentee', 'mentor'].map(
  (role) => `
  select case when duos.last is null then 'CANDIDATE' else '${role.toUpperCase()}' end as kind, branch.country,
    case when duos.last is null then
        greatest((select max(reached_on) from stage_change where stage_change.person_id = ${role}.person_id and journey = '${role.toUpperCase()}'), ${LAST_EVENT(role)})
      when duos.last < 'infinity' then greatest(duos.last, ${LAST_EVENT(role)}) end as since
  from ${role} join branch on branch.id = ${role}.branch_id
  cross join lateral (select max(coalesce(closed_on, 'infinity')) as last from duo where ${role}_id = ${role}.id) as duos
  where ${role}.person_id = looked_at.person_id`,
);
const VOLUNTEERS = `
  select 'VOLUNTEER' as kind, branch.country, case when status = 'WITHDRAWN' then withdrawn_on end as since
  from volunteer join branch on branch.id = volunteer.branch_id where volunteer.person_id = looked_at.person_id`;

/** People of whom one role may be due, whatever else they are; the indexes are those of migration 1700000000062. */
const MAYBE_DUE = `
  select person_id from mentee_fact join mentee on mentee.id = mentee_id
  where matched_on is null and greatest(info_session_on, registered_on, intake_on) <= ${lastSinceOf('CANDIDATE')}
  union select person_id from mentor_fact join mentor on mentor.id = mentor_id
  where first_duo_on is null and greatest(info_session_on, interview_on, trained_on) <= ${lastSinceOf('CANDIDATE')}
  union select person_id from duo join mentee on mentee.id = mentee_id where ${CLOSED_ON} <= ${lastSinceOf('MENTEE')}
  union select person_id from duo join mentor on mentor.id = mentor_id where ${CLOSED_ON} <= ${lastSinceOf('MENTOR')}
  union select person_id from volunteer where status = 'WITHDRAWN' and withdrawn_on <= ${lastSinceOf('VOLUNTEER')}`;
const PEOPLE = `
  select person.id as key, person.id as "personId", null::uuid as "duoId", ${NAME} as name, ${RECORDS}, role.kind, role.country, role.since,
    exists (select from legal_hold where legal_hold.person_id = person.id and lifted_at is null) as "onHold"
  from (select $1::uuid as person_id where $1 is not null union all select person_id from (${MAYBE_DUE}) as maybe where $1 is null) as looked_at
  join person on person.id = looked_at.person_id and person.erased_on is null
  cross join lateral (${[...ROLES, VOLUNTEERS].join(' union all ')}) as role`;
const NOTES = `
  select duo.id as key, null::uuid as "personId", duo.id as "duoId", duo.reference as name, null::uuid as "menteeId", null::uuid as "mentorId",
    'MEETING_NOTES' as kind, branch.country, duo.closed_on as since,
    exists (select from legal_hold where lifted_at is null and person_id in (
      select person_id from mentee where id = duo.mentee_id union select person_id from mentor where id = duo.mentor_id)) as "onHold"
  from duo join branch on branch.id = duo.branch_id
  where ($1::uuid is null or duo.id = $1) and closed_on is not null and ${CLOSED_ON} <= ${lastSinceOf('MEETING_NOTES')}
    and exists (select from meeting where duo_id = duo.id and note is not null)`;

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
  const parts: Part[] = await db.query(`${PEOPLE} union all ${NOTES}`, [
    id,
    ...RETENTION_KINDS.map((kind) => lastSince(rules, kind, today) ?? null),
  ]);
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
