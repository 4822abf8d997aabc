import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two people who change one meeting at the same time: the later one is told, and overwrites nothing. */
export class MeetingVersion1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table meeting add column version integer not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table meeting drop column version');
  }
}
