import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Years that are over are kept as the sum of their months, so that a figure for each of many groups reads a twelfth of the
 * rows. Rows lie in the order in which they are made and read: month by month, and in each all groups of a dimension.
 */
export class KeptYears1700000000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table rollup add column span smallint not null default 1, drop constraint rollup_pkey,
  add primary key (source, dimension, as_of, span, month, key);
alter table rollup_month add column in_year boolean not null default false;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from rollup where span <> 1;
alter table rollup drop constraint rollup_pkey, drop column span, add primary key (source, dimension, key, as_of, month);
alter table rollup_month drop column in_year;`);
  }
}
