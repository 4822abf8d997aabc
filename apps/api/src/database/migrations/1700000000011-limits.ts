import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was spent of a limit within its window, by all instances together (http/limits.ts). Lost in a crash, which is right. */
export class Limits1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create unlogged table limit_window (
  key text primary key,
  ends_at timestamptz not null,
  spent bigint not null
);
create index on limit_window (ends_at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table limit_window');
  }
}
