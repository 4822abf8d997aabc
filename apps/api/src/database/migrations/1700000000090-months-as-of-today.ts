import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Kept months are also kept as of the programme's day where that differs, the month of the day above all, so that what is
 * asked as of today reads no facts at all. Everything kept is made anew.
 *
 * The months that are counted meanwhile are found by the days of their sources.
 */
export class MonthsAsOfToday1700000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from rollup;
delete from rollup_month;
delete from rollup_source;
alter table rollup add column as_of date not null, drop constraint rollup_pkey,
  add primary key (source, dimension, key, as_of, month);
alter table rollup_source add column as_of date;

create index on mentee_fact (matched_on);
create index on mentor_fact (info_session_on);
create index on mentor_fact (first_duo_on);
create index on duo_fact (job_from_start);
create index on duo_fact ((meeting_days[1]));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from rollup where as_of <> '9999-12-31';
alter table rollup drop constraint rollup_pkey, drop column as_of, add primary key (source, dimension, key, month);
alter table rollup_source drop column as_of;`);
  }
}
