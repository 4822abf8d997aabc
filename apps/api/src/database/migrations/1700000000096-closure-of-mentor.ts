import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A closure reads of its mentor the duos, and not everything else that a mentor's fact is made of. */
export class ClosureOfMentor1700000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function duos_of_mentor(mentor uuid) returns table (first_duo_on date, first_closure_on date, next_duo_on date)
language sql stable as $$
  select own.first_duo_on, own.first_closure_on,
    (select min(next.started_on) from duo as next where next.mentor_id = mentor and next.started_on > own.first_closure_on)
  from (select min(started_on) as first_duo_on, min(closed_on) as first_closure_on from duo where mentor_id = mentor) as own
$$;

create or replace view mentor_fact_source with (security_invoker = true) as
select
  mentor.id as mentor_id, mentor.branch_id, person.gender, mentor.sector, mentor.work_status,
  stages.*,
  duos.first_duo_on, duos.first_closure_on, duos.next_duo_on,
  branch.country
from mentor
join person on person.id = mentor.person_id
join branch on branch.id = mentor.branch_id
cross join lateral (
  select
    min(reached_on) filter (where stage = 'INFO_SESSION') as info_session_on,
    min(reached_on) filter (where stage = 'INTERVIEW') as interview_on,
    min(reached_on) filter (where stage = 'TRAINED') as trained_on
  from stage_change
  where stage_change.person_id = mentor.person_id and journey = 'MENTOR'
) as stages
cross join lateral duos_of_mentor(mentor.id) as duos;

create or replace function refresh_closure_facts(touched uuid[]) returns void language sql
security definer set search_path = pg_catalog, public, pg_temp as $$
  update duo_fact set (closed_on, closure_reason, ${COURSE_COLUMNS}) = row (duo.closed_on, duo.closure_reason, seen.*)
  from unnest(touched) as wanted (id) join duo using (id) cross join lateral course_of(duo.id, duo.started_on, duo.closed_on) as seen
  where duo_fact.duo_id = duo.id;
  update response_fact set closed_on = duo.closed_on
  from unnest(touched) as wanted (id) join duo using (id) where response_fact.duo_id = duo.id;
  update mentor_fact set (first_closure_on, next_duo_on) = row (duos.first_closure_on, duos.next_duo_on)
  from (select distinct mentor_id from duo where id = any (touched)) as theirs cross join lateral duos_of_mentor(theirs.mentor_id) as duos
  where mentor_fact.mentor_id = theirs.mentor_id
$$;
`);
  }

  async down(): Promise<void> {
    throw new Error('facts are not taken apart: restore the database instead');
  }
}

/** What is known of the situations of a duo, by its start and its closure: what course_of answers with. */
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
].join(', ');
