import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN_PARTNER = `(select nullif(current_setting('tandem.partner', true), '')::uuid)`;

/** For which partners the release of the day, which is made ahead, fails: a row while it does, and none once it is made. */
export class ReleaseFailures1700000000138 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table release_failure (
  partner_id uuid primary key references partner on delete cascade,
  since timestamptz not null default clock_timestamp(),
  last_at timestamptz not null default clock_timestamp(),
  attempts int not null default 1,
  -- What the program said when it failed last.
  reason text not null
);
alter table release_failure enable row level security;
create policy staff_rows on release_failure for select to tandem_staff, tandem_coordinator using (true);
create policy partner_rows on release_failure for select to tandem_partner using (partner_id = ${OWN_PARTNER});
grant select on release_failure to tandem_staff, tandem_coordinator;
grant select (partner_id) on release_failure to tandem_partner;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table release_failure');
  }
}
