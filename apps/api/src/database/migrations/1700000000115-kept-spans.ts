import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Quarters and four years that are over are kept as sums too: of each month it is known in how wide ones it is. */
export class KeptSpans1700000000115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from rollup where span <> 1;
alter table rollup_month drop column in_year, add column summed smallint not null default 1;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from rollup where span <> 1;
alter table rollup_month drop column summed, add column in_year boolean not null default false;`);
  }
}
