import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others published is known to everybody: a funder sees its own figures beside it. */
export class PublishedRatesForPartners1700000000145 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create policy partner_rows on published_rate for select to tandem_partner using (removed_at is null);
grant select (id, metric, label, rate, people, population, source, link, country, region, window_months, year, version, removed_at)
  on published_rate to tandem_partner;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
revoke select on published_rate from tandem_partner;
drop policy partner_rows on published_rate;`);
  }
}
