import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mapping says of words of the cells what they mean, beside which column is what. */
export class MappedWords1700000000144 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table import_mapping add column words jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_mapping drop column words');
  }
}
