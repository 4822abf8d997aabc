import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows of costs without a reference are known by all that makes a line, its nature and the grant that bears it too. Lines
 * that came in before are given the key of such a row, in the order of their turns, so that their files are still known.
 */
export class KeysOfWholeLines1700000000155 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table cost disable trigger ledger_is_append_only;
update cost set import_key = 'cost:' || hash || ':' || turn
from (
  select id, hash, row_number() over (partition by hash order by former_turn) as turn
  from (
    select cost.id, split_part(cost.import_key, ':', 3)::integer as former_turn,
      md5(row(cost.booked_on, cost.category, branch.name, cost.amount_cents, cost.nature, funding_grant.reference)::text) collate "C" as hash
    from cost join branch on branch.id = cost.branch_id left join funding_grant on funding_grant.id = cost.grant_id
    where cost.import_key is not null) as whole) as keyed
where keyed.id = cost.id;
alter table cost enable trigger ledger_is_append_only;`);
  }

  async down(): Promise<void> {
    throw new Error(
      'keys of imported lines do not go back to less than their lines: restore the database instead',
    );
  }
}
