import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many duos a grant pays, and to what shares, is read from the index alone: a funder's page asks it of all its grants. */
export class EarmarksByGrant1700000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index earmark_grant_id_idx;
create index earmark_grant_id_share_idx on earmark (grant_id) include (share);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index earmark_grant_id_share_idx;
create index earmark_grant_id_idx on earmark (grant_id);`);
  }
}
