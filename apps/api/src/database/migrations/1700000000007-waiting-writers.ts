import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two writers of one person's facts wait for each other instead of meeting in the same rows, mentors before mentees as
 * everywhere. And a withdrawal keeps from what status, so that its undo gives that back.
 */
export class WaitingWriters1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function lock_people(mentees uuid[], mentors uuid[]) returns void language plpgsql as $$
begin
  perform 1 from mentor where id = any (mentors) order by id for no key update;
  perform 1 from mentee where id = any (mentees) order by id for no key update;
end $$;

create or replace function refresh_duo_facts(touched uuid[]) returns void language plpgsql as $$
declare
  mentees uuid[] := (select coalesce(array_agg(distinct mentee_id), '{}') from duo where id = any (touched));
  mentors uuid[] := (select coalesce(array_agg(distinct mentor_id), '{}') from duo where id = any (touched));
begin
  perform lock_people(mentees, mentors);
  delete from duo_fact where duo_id = any (touched);
  insert into duo_fact select * from duo_fact_source where duo_id = any (touched);
  delete from response_fact where duo_id = any (touched);
  insert into response_fact select * from response_fact_source where duo_id = any (touched);
  perform refresh_people_facts(mentees, mentors);
end $$;

create or replace function refresh_people_facts(mentees uuid[], mentors uuid[]) returns void language plpgsql as $$
begin
  perform lock_people(mentees, mentors);
  delete from mentee_fact where mentee_id = any (mentees);
  insert into mentee_fact select * from mentee_fact_source where mentee_id = any (mentees);
  delete from mentor_fact where mentor_id = any (mentors);
  insert into mentor_fact select * from mentor_fact_source where mentor_id = any (mentors);
end $$;

alter table volunteer add column status_before_withdrawal text check (status_before_withdrawal in ('REGISTERED', 'ACTIVE'));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
create or replace function refresh_duo_facts(touched uuid[]) returns void language plpgsql as $$
begin
  delete from duo_fact where duo_id = any (touched);
  insert into duo_fact select * from duo_fact_source where duo_id = any (touched);
  delete from response_fact where duo_id = any (touched);
  insert into response_fact select * from response_fact_source where duo_id = any (touched);
  perform refresh_people_facts(
    (select coalesce(array_agg(distinct mentee_id), '{}') from duo where id = any (touched)),
    (select coalesce(array_agg(distinct mentor_id), '{}') from duo where id = any (touched)));
end $$;
create or replace function refresh_people_facts(mentees uuid[], mentors uuid[]) returns void language plpgsql as $$
begin
  delete from mentee_fact where mentee_id = any (mentees);
  insert into mentee_fact select * from mentee_fact_source where mentee_id = any (mentees);
  delete from mentor_fact where mentor_id = any (mentors);
  insert into mentor_fact select * from mentor_fact_source where mentor_id = any (mentors);
end $$;
drop function lock_people;
alter table volunteer drop column status_before_withdrawal;`);
  }
}
