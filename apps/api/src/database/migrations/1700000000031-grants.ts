import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Grants with their conditions, instalments and reporting deadlines, and no double funding: the shares of a duo never come
 * to more than 1. A write of a duo's earmarks holds the duo first, so that the sum that is looked at when the
 * transaction ends is of everybody's earmarks; within it shares may be moved in any order.
 */
export class Grants1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table funding_grant
  add column status text not null default 'AWARDED' check (status in ('REQUESTED', 'AWARDED', 'SETTLED', 'DECLINED')),
  add column purpose text check (purpose <> ''),
  add column version integer not null default 1,
  add column removed_at timestamptz;
-- Whether it is money that the programme has been promised.
alter table funding_grant
  add column counts boolean not null generated always as (status in ('AWARDED', 'SETTLED') and removed_at is null) stored;

create table grant_condition (
  id uuid primary key default uuid_v7(),
  grant_id uuid not null references funding_grant,
  position integer not null,
  text text not null check (text <> ''),
  measure text check (measure in ('DUOS_STARTED', 'WOMEN_SHARE', 'COMPLETION_RATE', 'POSITIVE_EXIT_RATE', 'EMPLOYMENT_RATE', 'STABLE_EMPLOYMENT_RATE')),
  -- A number of duos, or a share from 0 to 1.
  target numeric(10, 4) check (target > 0),
  due_on date,
  met_on date,
  constraint condition_target_with_measure check ((measure is null) = (target is null)),
  constraint condition_met_by_word check (met_on is null or measure is null)
);
create index on grant_condition (grant_id);
create table grant_instalment (
  id uuid primary key default uuid_v7(),
  grant_id uuid not null references funding_grant,
  position integer not null,
  due_on date not null,
  amount_cents bigint not null check (amount_cents > 0),
  received_on date
);
create index on grant_instalment (grant_id);
create table grant_deadline (
  id uuid primary key default uuid_v7(),
  grant_id uuid not null references funding_grant,
  position integer not null,
  due_on date not null,
  text text not null check (text <> ''),
  sent_on date
);
create index on grant_deadline (grant_id);

create function hold_earmarked_duo() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from duo where id = new.duo_id for no key update;
  return new;
end $$;
create trigger hold_earmarked_duo before insert or update on earmark for each row execute function hold_earmarked_duo();
create function guard_earmarks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select sum(share) from earmark where duo_id = new.duo_id) > 1 then
    raise exception using errcode = 'check_violation', constraint = 'earmark_no_double_funding', message = 'the shares of a duo come to more than 1';
  end if;
  return null;
end $$;
create constraint trigger earmark_no_double_funding after insert or update on earmark
  deferrable initially deferred for each row execute function guard_earmarks();

grant select (counts, ends_before) on funding_grant to tandem_figures;
-- What a grant bears of the cost is found among everybody's shares.
create policy figures_rows on earmark for select to tandem_figures using (true);
grant select on earmark to tandem_figures;
`);
    for (const table of ['grant_condition', 'grant_instalment', 'grant_deadline'])
      await runner.query(`
alter table ${table} enable row level security;
create policy staff_rows on ${table} to tandem_staff using (true) with check (true);
grant select, insert, update, delete on ${table} to tandem_staff;
create policy partner_rows on ${table} for select to tandem_partner using (grant_id = any (${OWN_GRANTS}));
grant select on ${table} to tandem_partner;
`);
  }

  async down(): Promise<void> {
    throw new Error('what was agreed with funders is not taken out: restore the database instead');
  }
}

const OWN_GRANTS = `array(select id from funding_grant where partner_id = (select nullif(current_setting('tandem.partner', true), '')::uuid))`;
