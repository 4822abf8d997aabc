import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * In what words a publication says what its figures are, by indicator and version (METRIC/1): words of a version may be improved,
 * and a page that stands says what it said. Those of before have none, and are told in today's words of their version.
 */
export class PublishedWords1700000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table publication add column words jsonb');
    for (const role of ['tandem_public', 'tandem_partner', 'tandem_coordinator'])
      await runner.query(`grant select (words) on publication to ${role}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table publication drop column words');
  }
}
