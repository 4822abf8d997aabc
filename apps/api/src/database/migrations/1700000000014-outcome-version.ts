import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A situation that is taken out or put back is the one that the viewer saw. */
export class OutcomeVersion1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outcome add column version integer not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outcome drop column version');
  }
}
