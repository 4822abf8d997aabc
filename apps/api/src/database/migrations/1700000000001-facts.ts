import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facts: one row a duo, a mentee, a mentor and a response, with the dimensions they may be broken down by.
 * Each fact is defined once, as the view `*_fact_source` over the records. Operations call `refresh_*_facts`
 * with the ids that they touched, inside their transaction; a rebuild is the same view over everything, so that
 * both can only give the same rows.
 *
 * Dates of a first exit stay dates, by what counts (positive exit, job, stable job), by evidence (any, or
 * documented) and by the day from which they are sought (start, closure): so the window stays free at query time.
 */
export class Facts1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create view duo_fact_source as
select
  duo.id as duo_id, duo.branch_id, duo.coordinator_id, duo.mentor_id, duo.mentee_id,
  coalesce((select array_agg(earmark.grant_id order by earmark.grant_id) from earmark where earmark.duo_id = duo.id), '{}') as grant_ids,
  person.gender, mentee.education_level, mentee.nationality, mentee.residence_ground,
  duo.started_on, duo.closed_on, duo.closure_reason,
  first.*
from duo
join mentee on mentee.id = duo.mentee_id
join person on person.id = mentee.person_id
cross join lateral (
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
    min(observed_on) filter (where after_closure) as first_known_from_closure
  from (
    select
      observed_on,
      situation in ('JOB', 'INTERNSHIP', 'TRAINING') as positive,
      situation = 'JOB' as job,
      situation = 'JOB' and (contract_type = 'OPEN_ENDED' or months >= 3) as stable,
      evidence in ('CONTRACT', 'ADMINISTRATIVE') as documented,
      observed_on >= duo.closed_on as after_closure
    from outcome
    where outcome.duo_id = duo.id and removed_at is null and observed_on >= duo.started_on
  ) as seen
) as first;

create view mentee_fact_source as
select
  mentee.id as mentee_id, mentee.branch_id, person.gender, mentee.education_level, mentee.nationality, mentee.residence_ground,
  stages.*,
  (select min(duo.started_on) from duo where duo.mentee_id = mentee.id) as matched_on
from mentee
join person on person.id = mentee.person_id
cross join lateral (
  select
    min(reached_on) filter (where stage = 'INFO_SESSION') as info_session_on,
    min(reached_on) filter (where stage = 'REGISTERED') as registered_on,
    min(reached_on) filter (where stage = 'INTAKE') as intake_on
  from stage_change
  where stage_change.person_id = mentee.person_id and journey = 'MENTEE'
) as stages;

create view mentor_fact_source as
select
  mentor.id as mentor_id, mentor.branch_id, person.gender, mentor.sector, mentor.work_status,
  stages.*,
  duos.first_duo_on, duos.first_closure_on,
  (select min(next.started_on) from duo as next
    where next.mentor_id = mentor.id and next.started_on > duos.first_closure_on) as next_duo_on
from mentor
join person on person.id = mentor.person_id
cross join lateral (
  select
    min(reached_on) filter (where stage = 'INFO_SESSION') as info_session_on,
    min(reached_on) filter (where stage = 'INTERVIEW') as interview_on,
    min(reached_on) filter (where stage = 'TRAINED') as trained_on
  from stage_change
  where stage_change.person_id = mentor.person_id and journey = 'MENTOR'
) as stages
cross join lateral (
  select
    min(started_on) as first_duo_on,
    min(closed_on) as first_closure_on
  from duo where duo.mentor_id = mentor.id
) as duos;

create view response_fact_source as
select
  response.id as response_id, response.duo_id, response.respondent, response.answered_on,
  scores.*
from response
cross join lateral (
  select
    min(score) filter (where question = 'AUTONOMY') as autonomy,
    min(score) filter (where question = 'NETWORK') as network,
    min(score) filter (where question = 'USEFULNESS') as usefulness,
    min(score) filter (where question = 'COACHING') as coaching,
    min(score) filter (where question = 'SATISFACTION') as satisfaction,
    min(score) filter (where question = 'RECOMMENDATION') as recommendation
  from answer where answer.response_id = response.id
) as scores;

create table duo_fact as select * from duo_fact_source with no data;
alter table duo_fact add primary key (duo_id), add foreign key (duo_id) references duo on delete cascade;
create index on duo_fact (started_on);
create index on duo_fact (branch_id);
create index on duo_fact using gin (grant_ids);

create table mentee_fact as select * from mentee_fact_source with no data;
alter table mentee_fact add primary key (mentee_id), add foreign key (mentee_id) references mentee on delete cascade;

create table mentor_fact as select * from mentor_fact_source with no data;
alter table mentor_fact add primary key (mentor_id), add foreign key (mentor_id) references mentor on delete cascade;

create table response_fact as select * from response_fact_source with no data;
alter table response_fact add primary key (response_id), add foreign key (response_id) references response on delete cascade;
create index on response_fact (duo_id);

-- Facts of these duos and of all that hangs on them (mentee, mentor, responses).
create function refresh_duo_facts(touched uuid[]) returns void language plpgsql as $$
begin
  delete from duo_fact where duo_id = any (touched);
  insert into duo_fact select * from duo_fact_source where duo_id = any (touched);
  delete from response_fact where duo_id = any (touched);
  insert into response_fact select * from response_fact_source where duo_id = any (touched);
  perform refresh_people_facts(
    (select coalesce(array_agg(distinct mentee_id), '{}') from duo where id = any (touched)),
    (select coalesce(array_agg(distinct mentor_id), '{}') from duo where id = any (touched)));
end $$;

create function refresh_people_facts(mentees uuid[], mentors uuid[]) returns void language plpgsql as $$
begin
  delete from mentee_fact where mentee_id = any (mentees);
  insert into mentee_fact select * from mentee_fact_source where mentee_id = any (mentees);
  delete from mentor_fact where mentor_id = any (mentors);
  insert into mentor_fact select * from mentor_fact_source where mentor_id = any (mentors);
end $$;

create function rebuild_facts() returns void language plpgsql as $$
begin
  delete from duo_fact; insert into duo_fact select * from duo_fact_source;
  delete from mentee_fact; insert into mentee_fact select * from mentee_fact_source;
  delete from mentor_fact; insert into mentor_fact select * from mentor_fact_source;
  delete from response_fact; insert into response_fact select * from response_fact_source;
end $$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop function rebuild_facts; drop function refresh_duo_facts; drop function refresh_people_facts;
drop table response_fact, mentor_fact, mentee_fact, duo_fact;
drop view response_fact_source, mentor_fact_source, mentee_fact_source, duo_fact_source;`);
  }
}
