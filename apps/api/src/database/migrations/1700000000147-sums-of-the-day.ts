import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Months that are kept as of the programme's day are kept as sums too: what is as of a day is made anew. A page reads some
 * hundred rows of what is kept, which takes less time than other processes take to begin. The digest of what is kept has a
 * second part, which goes up when it is kept in another way.
 */
export class SumsOfTheDay1700000000147 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
update rollup_source set as_of = null, digest = digest || ':2';
update rollup_month set as_of = null;
alter table rollup set (parallel_workers = 0);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from rollup where as_of <> '9999-12-31' and span <> 1;
update rollup_source set digest = split_part(digest, ':', 1);
alter table rollup reset (parallel_workers);`);
  }
}
