import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A rule of allocation says among the duos of which time a line is allocated. Versions by which books were kept go on as they
 * were, by the period that is asked for; where nothing is booked yet, the rule begins with months.
 */
export class AllocationSpans1700000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table allocation_rule add column span text not null default 'PERIOD' check (span in ('MONTH', 'YEAR', 'PERIOD'));
alter table allocation_rule alter column span drop default;
update allocation_rule set span = 'MONTH' where made_by is null and not exists (select from cost);
grant select (span) on allocation_rule to tandem_figures;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table allocation_rule drop column span');
  }
}
