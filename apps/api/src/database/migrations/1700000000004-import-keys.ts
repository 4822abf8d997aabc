import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['meeting', 'outcome', 'cost'];

/** Keys of imported rows are compared as bytes: an import writes one for each row, and a language's rules are slow. */
export class ImportKeys1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`alter table ${table} alter column import_key type text collate "C"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`alter table ${table} alter column import_key type text collate "default"`);
  }
}
