import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is written most often touches no more than it changes: an outcome the course of its duo's fact, a closure besides
 * what hangs on the closing day, and both only the kept months that count them.
 */
export class NarrowRefresh1700000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COURSE);
    await runner.query(DUO_FACT);
    await runner.query(REFRESH);
    await runner.query(MARKS);
    for (const [fact, days] of Object.entries(DAYS_OF_FACTS)) await this.#watch(runner, fact, days);
  }

  /** One statement marks what an update puts in and takes away. */
  async #watch(runner: QueryRunner, fact: string, days: string): Promise<void> {
    await runner.query(`
drop trigger rollup_was on ${fact};
drop trigger rollup_is on ${fact};
create function mark_changed_${fact}() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into rollup_stale select distinct '${fact}', date_trunc('month', day)::date
  from (select * from gone union all select * from added) as fact cross join lateral (${days}) as days (day) where day is not null;
  return null;
end $$;
create trigger rollup_changed after update on ${fact} referencing old table as gone new table as added for each statement execute function mark_changed_${fact}();
`);
  }

  async down(): Promise<void> {
    throw new Error('facts are not taken apart: restore the database instead');
  }
}

/** What is known of the situations of a duo, by its start and its closure. */
const COURSE_COLUMNS = [
  'exit_from_start',
  'job_from_start',
  'stable_job_from_start',
  'documented_exit_from_start',
  'documented_job_from_start',
  'documented_stable_job_from_start',
  'exit_from_closure',
  'job_from_closure',
  'stable_job_from_closure',
  'documented_exit_from_closure',
  'documented_job_from_closure',
  'documented_stable_job_from_closure',
  'first_known_from_start',
  'first_known_from_closure',
  'situation_days',
  'situations',
  'situations_until',
];

const COURSE = `
create function course_of(duo uuid, started date, closed date) returns table (
  ${COURSE_COLUMNS.map((column) => `${column} ${column === 'situations' ? 'text[]' : column.startsWith('situation') ? 'date[]' : 'date'}`).join(', ')}
) language sql stable as $$
  select
    min(observed_on) filter (where positive) as exit_from_start,
    min(observed_on) filter (where job) as job_from_start,
    min(observed_on) filter (where stable) as stable_job_from_start,
    min(observed_on) filter (where positive and documented) as documented_exit_from_start,
    min(observed_on) filter (where job and documented) as documented_job_from_start,
    min(observed_on) filter (where stable and documented) as documented_stable_job_from_start,
    min(observed_on) filter (where positive and after_closure) as exit_from_closure,
    min(observed_on) filter (where job and after_closure) as job_from_closure,
    min(observed_on) filter (where stable and after_closure) as stable_job_from_closure,
    min(observed_on) filter (where positive and documented and after_closure) as documented_exit_from_closure,
    min(observed_on) filter (where job and documented and after_closure) as documented_job_from_closure,
    min(observed_on) filter (where stable and documented and after_closure) as documented_stable_job_from_closure,
    min(observed_on) as first_known_from_start,
    min(observed_on) filter (where after_closure) as first_known_from_closure,
    coalesce(array_agg(observed_on order by observed_on, id), '{}') as situation_days,
    coalesce(array_agg(situation order by observed_on, id), '{}') as situations,
    coalesce(array_agg(until order by observed_on, id), '{}') as situations_until
  from (
    select
      id, observed_on, situation,
      situation in ('JOB', 'INTERNSHIP', 'TRAINING') as positive,
      situation = 'JOB' as job,
      situation = 'JOB' and (contract_type = 'OPEN_ENDED' or months >= 3) as stable,
      evidence in ('CONTRACT', 'ADMINISTRATIVE') as documented,
      observed_on >= closed as after_closure,
      -- The last day that its contract reaches to; the day itself where nothing is said.
      case when contract_type = 'OPEN_ENDED' then 'infinity'
        else (observed_on + make_interval(months => coalesce(months, 0)))::date end as until
    from outcome
    where outcome.duo_id = duo and removed_at is null and observed_on >= started
  ) as outcomes
$$;
`;

const DUO_FACT = `
create or replace view duo_fact_source with (security_invoker = true) as
select
  duo.id as duo_id, duo.branch_id, duo.coordinator_id, duo.mentor_id, duo.mentee_id, paid.grant_ids,
  person.gender, mentee.education_level, mentee.nationality, mentee.residence_ground,
  duo.started_on, duo.closed_on, duo.closure_reason,
  seen.exit_from_start, seen.job_from_start, seen.stable_job_from_start,
  seen.documented_exit_from_start, seen.documented_job_from_start, seen.documented_stable_job_from_start,
  seen.exit_from_closure, seen.job_from_closure, seen.stable_job_from_closure,
  seen.documented_exit_from_closure, seen.documented_job_from_closure, seen.documented_stable_job_from_closure,
  seen.first_known_from_start, seen.first_known_from_closure,
  met.days as meeting_days, met.minutes as meeting_minutes,
  branch.country, age_band(person.birth_date, duo.started_on) as age_band,
  nationality_group(mentee.nationality, branch.country) as nationality_group,
  out_of_work_band(mentee.months_out_of_work) as out_of_work, mentee.referral, mentor.sector, paid.partner_ids,
  seen.situation_days, seen.situations, seen.situations_until,
  exists (select from response where response.duo_id = duo.id and respondent = 'MENTEE') as mentee_answered,
  exists (select from response where response.duo_id = duo.id and respondent = 'MENTOR') as mentor_answered
from duo
join mentee on mentee.id = duo.mentee_id
join person on person.id = mentee.person_id
join mentor on mentor.id = duo.mentor_id
join branch on branch.id = duo.branch_id
cross join lateral meetings_of(duo.id) as met
cross join lateral (
  select coalesce(array_agg(grant_id order by grant_id), '{}') as grant_ids, coalesce(array_agg(distinct partner_id), '{}') as partner_ids
  from earmark join funding_grant on funding_grant.id = grant_id where earmark.duo_id = duo.id
) as paid
cross join lateral course_of(duo.id, duo.started_on, duo.closed_on) as seen;
`;

const REFRESH = `
create function refresh_outcome_facts(touched uuid[]) returns void language sql
security definer set search_path = pg_catalog, public, pg_temp as $$
  update duo_fact set (${COURSE_COLUMNS.join(', ')}) = row (seen.*)
  from unnest(touched) as wanted (id) join duo using (id) cross join lateral course_of(duo.id, duo.started_on, duo.closed_on) as seen
  where duo_fact.duo_id = duo.id
$$;

-- Whoever closes or reopens a duo holds its people.
create function refresh_closure_facts(touched uuid[]) returns void language sql
security definer set search_path = pg_catalog, public, pg_temp as $$
  update duo_fact set (closed_on, closure_reason, ${COURSE_COLUMNS.join(', ')}) = row (duo.closed_on, duo.closure_reason, seen.*)
  from unnest(touched) as wanted (id) join duo using (id) cross join lateral course_of(duo.id, duo.started_on, duo.closed_on) as seen
  where duo_fact.duo_id = duo.id;
  update response_fact set closed_on = duo.closed_on
  from unnest(touched) as wanted (id) join duo using (id) where response_fact.duo_id = duo.id;
  update mentor_fact set (first_closure_on, next_duo_on) = row (source.first_closure_on, source.next_duo_on)
  from mentor_fact_source as source
  where source.mentor_id = mentor_fact.mentor_id and source.mentor_id in (select mentor_id from duo where id = any (touched))
$$;
revoke execute on function refresh_outcome_facts(uuid[]), refresh_closure_facts(uuid[]) from public;
grant execute on function refresh_outcome_facts(uuid[]), refresh_closure_facts(uuid[]) to tandem_staff, tandem_coordinator;
`;

/** Meetings that stay as they were, of a duo that is narrowed by the same as before, count in their months as before. */
const MARKS = `
drop trigger rollup_was on duo_fact;
drop trigger rollup_is on duo_fact;
create function mark_changed_duo_fact() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into rollup_stale select distinct 'duo_fact', date_trunc('month', day)::date
  from gone join added using (duo_id) cross join lateral (
    select unnest(array[gone.started_on, gone.closed_on, gone.job_from_start, gone.meeting_days[1],
      added.started_on, added.closed_on, added.job_from_start, added.meeting_days[1]])
    union all
    select day from (
      (select * from unnest(gone.meeting_days, gone.meeting_minutes) except all select * from unnest(added.meeting_days, added.meeting_minutes))
      union all
      (select * from unnest(added.meeting_days, added.meeting_minutes) except all select * from unnest(gone.meeting_days, gone.meeting_minutes))
    ) as differing (day, minutes)
    union all
    select unnest(gone.meeting_days || added.meeting_days)
    where to_jsonb(gone) - $1 is distinct from to_jsonb(added) - $1
  ) as days (day) where day is not null;
  return null;
end $$;
create trigger rollup_changed after update on duo_fact referencing old table as gone new table as added for each statement execute function mark_changed_duo_fact();
`.replaceAll(
  '$1',
  `'{meeting_days,meeting_minutes,closed_on,closure_reason,${COURSE_COLUMNS.join(',')}}'::text[]`,
);

/** Every day by which some source places a row of a fact in a month. */
const DAYS_OF_FACTS: Readonly<Record<string, string>> = {
  response_fact: `select fact.closed_on`,
  mentee_fact: `select unnest(array[fact.info_session_on, fact.matched_on])`,
  mentor_fact: `select unnest(array[fact.info_session_on, fact.first_duo_on, fact.first_closure_on])`,
  cost: `select fact.booked_on`,
};
