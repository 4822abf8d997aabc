import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COUNTRIES_OF_REGION } from './1700000000017-country-regions.ts';

/**
 * Everything by which an indicator may be broken down stands on its facts: country, age band, group of nationality, ground
 * of residence, time out of work, sector of the mentor, referral, and who pays. Here each fact is defined once more, as a
 * whole. Bands and groups are made here alone; their codes are those of packages/domain/src/vocabulary.ts.
 */
export class Dimensions1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table mentee add column referral text check (referral in ('EMPLOYMENT_SERVICE', 'ASSOCIATION', 'SOCIAL_SERVICE', 'SCHOOL', 'WORD_OF_MOUTH', 'ONLINE', 'OTHER'));

`);
    await runner.query(FUNCTIONS);
    await runner.query(`
drop view duo_fact_source, duo_course_source, mentee_fact_source, mentor_fact_source, response_fact_source, response_scores_source;
alter table duo_fact add constraint duo_fact_meets_while_it_goes_on check (
    meeting_days = '{}' or (meeting_days[1] >= started_on and (closed_on is null or meeting_days[cardinality(meeting_days)] <= closed_on)));
alter table duo_fact add column country char(2), add column age_band text, add column nationality_group text,
  add column out_of_work text, add column referral text, add column sector text, add column partner_ids uuid[] not null default '{}',
  add column situation_days date[] not null default '{}', add column situations text[] not null default '{}', add column situations_until date[] not null default '{}',
  add column mentee_answered boolean not null default false, add column mentor_answered boolean not null default false;
alter table mentee_fact add column country char(2), add column age_band text, add column nationality_group text,
  add column out_of_work text, add column referral text;
alter table mentor_fact add column country char(2);
alter table response_fact add column country char(2), add column coordinator_id uuid, add column age_band text, add column nationality_group text,
  add column residence_ground text, add column out_of_work text, add column referral text, add column sector text, add column partner_ids uuid[];
${DUO_FACT}
${PEOPLE_FACTS}
${RESPONSE_FACT}
${REFRESH}
select rebuild_facts();

create index on duo_fact (closed_on);
create index on duo_fact using gin (partner_ids);
create index on response_fact (closed_on);
create index on mentee_fact (info_session_on);
create index on mentor_fact (first_closure_on);
create index on duo_fact (coordinator_id);

-- A partner's role reads of a duo what its figures need: not where its mentee comes from, nor who follows it.
grant select (partner_ids, country, mentee_answered, mentor_answered, situation_days, situations, situations_until) on duo_fact to tandem_partner;
revoke select on response_fact from tandem_partner;
grant select (response_id, duo_id, respondent, autonomy, network, usefulness, coaching, satisfaction, recommendation,
  branch_id, gender, education_level, grant_ids, closed_on, country, partner_ids) on response_fact to tandem_partner;
`);
  }

  async down(): Promise<void> {
    throw new Error('facts are not taken apart: restore the database instead');
  }
}

const FUNCTIONS = `
-- Bands of five years, as in the statistics of Eurostat.
create function age_band(birth_date date, on_day date) returns text language sql immutable parallel safe as $$
  select (array['UNDER_20', 'FROM_20_TO_24', 'FROM_25_TO_29', 'FROM_30_TO_34', 'FROM_35'])
    [1 + width_bucket(extract(year from age(on_day, birth_date))::integer, array[20, 25, 30, 35])]
$$;
-- As employment services count it.
create function out_of_work_band(months integer) returns text language sql immutable parallel safe as $$
  select case when months < 6 then 'UNDER_6_MONTHS' when months < 12 then 'FROM_6_TO_11_MONTHS'
    when months < 24 then 'FROM_12_TO_23_MONTHS' when months is not null then 'FROM_24_MONTHS' end
$$;
-- Nationals of the country in which they are accompanied, others by region; of a code that no region has nothing is known.
create function nationality_group(nationality text, residence text) returns text language sql immutable parallel safe as $$
  select case when nationality = residence then 'NATIONAL'
${Object.entries(COUNTRIES_OF_REGION)
  .map(
    ([region, countries]) =>
      `    when nationality = any ('{${countries.replaceAll(' ', ',')}}'::text[]) then '${region}'`,
  )
  .join('\n')} end
$$;
create function meetings_of(duo uuid) returns table (days date[], minutes integer[]) language sql stable as $$
  select coalesce(array_agg(held_on order by held_on, id), '{}'), coalesce(array_agg(meeting.minutes order by held_on, id), '{}')
  from meeting where meeting.duo_id = duo and removed_at is null
$$;
`;

const DUO_FACT = `
create view duo_fact_source with (security_invoker = true) as
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
      observed_on >= duo.closed_on as after_closure,
      -- The last day that its contract reaches to; the day itself where nothing is said.
      case when contract_type = 'OPEN_ENDED' then 'infinity'
        else (observed_on + make_interval(months => coalesce(months, 0)))::date end as until
    from outcome
    where outcome.duo_id = duo.id and removed_at is null and observed_on >= duo.started_on
  ) as outcomes
) as seen;
`;

const PEOPLE_FACTS = `
create view mentee_fact_source with (security_invoker = true) as
select
  mentee.id as mentee_id, mentee.branch_id, person.gender, mentee.education_level, mentee.nationality, mentee.residence_ground,
  stages.*,
  (select min(duo.started_on) from duo where duo.mentee_id = mentee.id) as matched_on,
  branch.country, age_band(person.birth_date, coalesce(info_session_on, registered_on, intake_on)) as age_band,
  nationality_group(mentee.nationality, branch.country) as nationality_group,
  out_of_work_band(mentee.months_out_of_work) as out_of_work, mentee.referral
from mentee
join person on person.id = mentee.person_id
join branch on branch.id = mentee.branch_id
cross join lateral (
  select
    min(reached_on) filter (where stage = 'INFO_SESSION') as info_session_on,
    min(reached_on) filter (where stage = 'REGISTERED') as registered_on,
    min(reached_on) filter (where stage = 'INTAKE') as intake_on
  from stage_change
  where stage_change.person_id = mentee.person_id and journey = 'MENTEE'
) as stages;

create view mentor_fact_source with (security_invoker = true) as
select
  mentor.id as mentor_id, mentor.branch_id, person.gender, mentor.sector, mentor.work_status,
  stages.*,
  duos.first_duo_on, duos.first_closure_on,
  (select min(next.started_on) from duo as next
    where next.mentor_id = mentor.id and next.started_on > duos.first_closure_on) as next_duo_on,
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
cross join lateral (
  select
    min(started_on) as first_duo_on,
    min(closed_on) as first_closure_on
  from duo where duo.mentor_id = mentor.id
) as duos;
`;

const RESPONSE_FACT = `
create view response_fact_source with (security_invoker = true) as
select
  response.id as response_id, response.duo_id, response.respondent, response.answered_on,
  scores.*,
  duo_fact.branch_id, duo_fact.gender, duo_fact.education_level, duo_fact.grant_ids, duo_fact.closed_on,
  duo_fact.country, duo_fact.coordinator_id, duo_fact.age_band, duo_fact.nationality_group, duo_fact.residence_ground,
  duo_fact.out_of_work, duo_fact.referral, duo_fact.sector, duo_fact.partner_ids
from response
join duo_fact on duo_fact.duo_id = response.duo_id
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
`;

/**
 * Facts are brought up to their records by the owner, whoever wrote: a coordinator who does not meet the mentor of another
 * branch would otherwise leave the duo's fact without its sector. Nobody else writes facts.
 */
const REFRESH = `
create or replace function refresh_meeting_facts(touched uuid[]) returns void language sql
security definer set search_path = pg_catalog, public, pg_temp as $$
  update duo_fact set meeting_days = met.days, meeting_minutes = met.minutes
  from unnest(touched) as wanted (duo_id) cross join lateral meetings_of(wanted.duo_id) as met where duo_fact.duo_id = wanted.duo_id
$$;
alter function refresh_duo_facts(uuid[]) security definer set search_path = pg_catalog, public, pg_temp;
alter function refresh_people_facts(uuid[], uuid[]) security definer set search_path = pg_catalog, public, pg_temp;
revoke execute on function refresh_meeting_facts(uuid[]), refresh_duo_facts(uuid[]), refresh_people_facts(uuid[], uuid[]), rebuild_facts() from public;
grant execute on function refresh_meeting_facts(uuid[]), refresh_duo_facts(uuid[]), refresh_people_facts(uuid[], uuid[]) to tandem_staff, tandem_coordinator;
revoke insert, update, delete on duo_fact, mentee_fact, mentor_fact, response_fact from tandem_staff, tandem_coordinator;
`;
