import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What figures keep of whole months (packages/metrics/src/rolled-up.ts), so that they cost the same for many duos as for few.
 *
 * Whatever changes a fact marks the months of its days, in the same transaction; a marked month is counted from the facts
 * until it is made anew (features/metrics/roll-ups.ts). Marks are rows of their own, so that writers do not wait for each
 * other.
 */
export class RollUps1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table rollup (
  source text not null,
  dimension text not null,
  key text not null,
  month date not null,
  measures numeric[] not null,
  primary key (source, dimension, key, month)
);
-- From which day on each measure of a month no longer changes; null where with the month itself.
create table rollup_month (
  source text not null,
  month date not null,
  settled_on date[] not null,
  primary key (source, month)
);
-- Of which definitions a source's months are made; another edition whenever some are made anew.
create table rollup_source (
  source text primary key,
  digest text not null,
  edition uuid not null default gen_random_uuid()
);
create table rollup_stale (fact text not null, month date not null);
`);
    for (const table of ['rollup', 'rollup_month', 'rollup_source', 'rollup_stale'])
      await runner.query(`
alter table ${table} enable row level security;
grant select on ${table} to tandem_staff, tandem_coordinator, tandem_partner, tandem_figures;
create policy staff_rows on ${table} for select to tandem_staff using (true);
create policy figures_rows on ${table} for select to tandem_figures using (true);
`);
    for (const table of ['rollup_month', 'rollup_source', 'rollup_stale'])
      await runner.query(`
create policy coordinator_rows on ${table} for select to tandem_coordinator using (true);
create policy partner_rows on ${table} for select to tandem_partner using (true);
`);
    await runner.query(`
create policy coordinator_rows on rollup for select to tandem_coordinator
  using (dimension = 'BRANCH' and key = any ((select string_to_array(current_setting('tandem.branches', true), ','))::text[]));
create policy partner_rows on rollup for select to tandem_partner using (
  (dimension = 'PAYER' and key = (select nullif(current_setting('tandem.partner', true), '')))
  or (dimension = 'GRANT' and key = any (array(
    select id::text from funding_grant where partner_id = (select nullif(current_setting('tandem.partner', true), '')::uuid)))));
`);
    for (const [fact, days] of Object.entries(DAYS_OF_FACTS)) await this.#watch(runner, fact, days);
  }

  /** Marks the months of what a statement puts in and takes away. */
  async #watch(runner: QueryRunner, fact: string, days: string): Promise<void> {
    const mark = (rows: string) =>
      `insert into rollup_stale select distinct '${fact}', date_trunc('month', day)::date from ${rows} as fact cross join lateral (${days}) as days (day) where day is not null;`;
    await runner.query(`
create function mark_new_${fact}() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin ${mark('added')} return null; end $$;
create function mark_old_${fact}() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin ${mark('gone')} return null; end $$;
create trigger rollup_added after insert on ${fact} referencing new table as added for each statement execute function mark_new_${fact}();
create trigger rollup_gone after delete on ${fact} referencing old table as gone for each statement execute function mark_old_${fact}();
create trigger rollup_was after update on ${fact} referencing old table as gone for each statement execute function mark_old_${fact}();
create trigger rollup_is after update on ${fact} referencing new table as added for each statement execute function mark_new_${fact}();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const fact of Object.keys(DAYS_OF_FACTS))
      await runner.query(`
drop trigger rollup_added on ${fact}; drop trigger rollup_gone on ${fact}; drop trigger rollup_was on ${fact}; drop trigger rollup_is on ${fact};
drop function mark_new_${fact}; drop function mark_old_${fact};`);
    await runner.query('drop table rollup, rollup_month, rollup_source, rollup_stale');
  }
}

/** Every day by which some source places a row of a fact in a month. */
const DAYS_OF_FACTS: Readonly<Record<string, string>> = {
  duo_fact: `select unnest(array[fact.started_on, fact.closed_on, fact.job_from_start] || fact.meeting_days)`,
  response_fact: `select fact.closed_on`,
  mentee_fact: `select unnest(array[fact.info_session_on, fact.matched_on])`,
  mentor_fact: `select unnest(array[fact.info_session_on, fact.first_duo_on, fact.first_closure_on])`,
  cost: `select fact.booked_on`,
};
