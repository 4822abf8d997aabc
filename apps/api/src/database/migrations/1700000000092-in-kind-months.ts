import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Months of hours in kind are kept too. What they are worth depends on the hours, on the rates, on the volunteers' branches
 * and on what grants of skills sponsorship cover: a change of hours marks its month, the rare other changes mark all.
 */
export class InKindMonths1700000000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- What came by a branch is not what a coordinator may see of money.
alter policy coordinator_rows on rollup
  using (dimension = 'BRANCH' and source not in (${IN_KIND}) and key = any ((select string_to_array(current_setting('tandem.branches', true), ','))::text[]));

create function mark_hours_in_kind(days date[]) returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into rollup_stale select fact, month
  from (select distinct date_trunc('month', day)::date as month from unnest(days) as day) as months, unnest(array[${FACTS}]) as fact
$$;
create function mark_new_hours() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin perform mark_hours_in_kind(array(select worked_on from added)); return null; end $$;
create function mark_changed_hours() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin perform mark_hours_in_kind(array(select worked_on from gone union all select worked_on from added)); return null; end $$;
create function mark_old_hours() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin perform mark_hours_in_kind(array(select worked_on from gone)); return null; end $$;
create trigger rollup_added after insert on time_entry referencing new table as added for each statement execute function mark_new_hours();
create trigger rollup_changed after update on time_entry referencing old table as gone new table as added for each statement execute function mark_changed_hours();
create trigger rollup_gone after delete on time_entry referencing old table as gone for each statement execute function mark_old_hours();

create function mark_all_hours() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin perform mark_hours_in_kind(array(select distinct worked_on from time_entry)); return null; end $$;
create trigger rollup_rates after insert or update or delete on in_kind_rate for each statement execute function mark_all_hours();
create trigger rollup_branches after update of branch_id, partner_id on volunteer for each statement execute function mark_all_hours();
create trigger rollup_grant_changed after update of partner_id, kind, counts, starts_on, ends_before on funding_grant
  for each row when (old.kind = 'SKILLS_SPONSORSHIP' or new.kind = 'SKILLS_SPONSORSHIP') execute function mark_all_hours();
create trigger rollup_grant_added after insert on funding_grant for each row when (new.kind = 'SKILLS_SPONSORSHIP') execute function mark_all_hours();
create trigger rollup_grant_gone after delete on funding_grant for each row when (old.kind = 'SKILLS_SPONSORSHIP') execute function mark_all_hours();
revoke execute on function mark_hours_in_kind(date[]) from public;

-- Cost together with hours in kind changes with either.
create function mark_cost_with_in_kind() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into rollup_stale select distinct 'cost_with_in_kind', date_trunc('month', booked_on)::date from added;
  return null;
end $$;
create trigger rollup_with_in_kind after insert on cost referencing new table as added for each statement execute function mark_cost_with_in_kind();
create index on time_entry (worked_on);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger rollup_with_in_kind on cost;
drop trigger rollup_grant_gone on funding_grant; drop trigger rollup_grant_added on funding_grant; drop trigger rollup_grant_changed on funding_grant;
drop trigger rollup_branches on volunteer;
drop trigger rollup_rates on in_kind_rate;
drop trigger rollup_gone on time_entry; drop trigger rollup_changed on time_entry; drop trigger rollup_added on time_entry;
drop function mark_cost_with_in_kind(), mark_all_hours(), mark_old_hours(), mark_changed_hours(), mark_new_hours(), mark_hours_in_kind(date[]);
drop index time_entry_worked_on_idx;`);
  }
}

/** The sources, and the facts whose changes mark their months. */
const IN_KIND = `'hoursInKind', 'costsWithInKind'`;
const FACTS = `'valued_hours', 'cost_with_in_kind'`;
