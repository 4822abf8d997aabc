import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facts of duos are made anew by nobody who does not hold the duos: a writer who holds only the duo waits, instead of changing
 * a row that is about to be taken away. Changes of what hours are worth wait for hours that are being written, and mark only
 * where something changes. A kept month says as of which day it is kept besides.
 */
export class HeldDuos1700000000093 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from rollup;
delete from rollup_month;
delete from rollup_source;
alter table rollup_month add column as_of date;

create or replace function refresh_duo_facts(touched uuid[]) returns void language plpgsql
security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  mentees uuid[];
  mentors uuid[];
begin
  perform 1 from duo where id = any (touched) order by id for no key update;
  mentees := (select coalesce(array_agg(distinct mentee_id), '{}') from duo where id = any (touched));
  mentors := (select coalesce(array_agg(distinct mentor_id), '{}') from duo where id = any (touched));
  perform lock_people(mentees, mentors);
  delete from duo_fact where duo_id = any (touched);
  insert into duo_fact select * from duo_fact_source where duo_id = any (touched);
  delete from response_fact where duo_id = any (touched);
  insert into response_fact select * from response_fact_source where duo_id = any (touched);
  perform refresh_people_facts(mentees, mentors);
end $$;

create or replace function mark_all_hours() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  lock table time_entry in share row exclusive mode;
  perform mark_hours_in_kind(array(select distinct worked_on from time_entry));
  return null;
end $$;
drop trigger rollup_rates on in_kind_rate;
create trigger rollup_rates after insert or delete or update of from_day, cents_per_hour on in_kind_rate for each statement execute function mark_all_hours();
drop trigger rollup_grant_changed on funding_grant;
drop trigger rollup_grant_added on funding_grant;
drop trigger rollup_grant_gone on funding_grant;
create function mark_hours_of_grants() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  differ boolean;
begin
  if tg_op = 'UPDATE' then
    differ := exists (
      (select partner_id, starts_on, ends_before from gone where kind = 'SKILLS_SPONSORSHIP' and counts
        except all select partner_id, starts_on, ends_before from added where kind = 'SKILLS_SPONSORSHIP' and counts)
      union all
      (select partner_id, starts_on, ends_before from added where kind = 'SKILLS_SPONSORSHIP' and counts
        except all select partner_id, starts_on, ends_before from gone where kind = 'SKILLS_SPONSORSHIP' and counts));
  elsif tg_op = 'INSERT' then
    differ := exists (select from added where kind = 'SKILLS_SPONSORSHIP' and counts);
  else
    differ := exists (select from gone where kind = 'SKILLS_SPONSORSHIP' and counts);
  end if;
  if differ then
    lock table time_entry in share row exclusive mode;
    perform mark_hours_in_kind(array(select distinct worked_on from time_entry));
  end if;
  return null;
end $$;
create trigger rollup_grants_added after insert on funding_grant referencing new table as added for each statement execute function mark_hours_of_grants();
create trigger rollup_grants_changed after update on funding_grant referencing old table as gone new table as added for each statement execute function mark_hours_of_grants();
create trigger rollup_grants_gone after delete on funding_grant referencing old table as gone for each statement execute function mark_hours_of_grants();
`);
  }

  async down(): Promise<void> {
    throw new Error('facts are not taken apart: restore the database instead');
  }
}
