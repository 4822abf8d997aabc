import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two administrators who change one account's role or branches: the later one is told, and overwrites nothing. */
export class AccountVersion1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table membership add column version integer not null default 1;
grant update (version) on membership to tandem_partner;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table membership drop column version');
  }
}
