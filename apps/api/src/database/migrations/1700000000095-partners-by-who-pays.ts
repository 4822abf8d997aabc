import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Partners meet the facts of the duos that they pay for by who pays, which stands there, and not by all of their grants: a
 * funder has hundreds, and each row was compared with each of them.
 */
export class PartnersByWhoPays1700000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const fact of FACTS)
      await runner.query(
        `alter policy partner_rows on ${fact} using (partner_ids && array[(select nullif(current_setting('tandem.partner', true), '')::uuid)])`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const fact of FACTS)
      await runner.query(
        `alter policy partner_rows on ${fact} using (grant_ids && array(
          select id from funding_grant where partner_id = (select nullif(current_setting('tandem.partner', true), '')::uuid)))`,
      );
  }
}

const FACTS = ['duo_fact', 'response_fact'];
