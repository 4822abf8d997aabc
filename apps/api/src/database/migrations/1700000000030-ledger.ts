import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The lines of the accounts become a ledger: nothing in it is changed or taken out, a correction is a counter-entry and
 * a new line that both name what they correct, and a closed month takes no booking. The database holds all of it, also
 * against bookings and closures at the same moment: a booking reads the closure under a shared lock, a closure changes
 * it and so waits for the bookings that are on their way.
 */
export class Ledger1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Months before this day are closed; null while none is.
create table ledger (
  id uuid primary key default uuid_v7(),
  only_one boolean not null unique default true check (only_one),
  closed_before date check (extract(day from closed_before) = 1),
  version integer not null default 1
);
insert into ledger default values;
create table ledger_event (
  id uuid primary key default uuid_v7(),
  action text not null check (action in ('CLOSED', 'REOPENED')),
  -- First day of the month.
  month date not null check (extract(day from month) = 1),
  at timestamptz not null,
  made_by text not null,
  reason text,
  constraint reopening_has_reason check (action = 'CLOSED' or reason <> '')
);

-- How a cost behaves, where the accounts do not say it of the line.
create function usual_nature(category text) returns text language sql immutable strict parallel safe as $$
  select case category when 'MENTOR_TRAINING' then 'DIRECT' when 'SALARIES' then 'SHARED' when 'COMMUNICATION' then 'SHARED' else 'INDIRECT' end
$$;

alter table cost
  add column nature text,
  -- The accounts' own reference of the line.
  add column reference text check (reference <> ''),
  add column entry text not null default 'BOOKING' check (entry in ('BOOKING', 'REVERSAL', 'REPLACEMENT')),
  add column corrects_id uuid references cost,
  add column reason text check (reason <> ''),
  -- The day that the accounts say, where the line had to be booked on the first open one instead.
  add column document_on date,
  -- The grant that bears the line alone.
  add column grant_id uuid references funding_grant,
  add column entered_by text;
update cost set nature = usual_nature(category);
alter table cost
  alter column nature set not null,
  add constraint cost_nature_known check (nature in ('DIRECT', 'SHARED', 'INDIRECT')),
  add constraint cost_correction_is_linked check ((entry = 'BOOKING') = (corrects_id is null)),
  add constraint cost_correction_has_reason check (entry = 'BOOKING' or reason is not null);
create unique index cost_reference_once on cost (reference) where entry = 'BOOKING';
create unique index cost_corrected_once on cost (corrects_id, entry) where entry <> 'BOOKING';
create index cost_of_grant on cost (grant_id) where grant_id is not null;

create function give_usual_nature() returns trigger language plpgsql as $$
begin
  new.nature := usual_nature(new.category);
  return new;
end $$;
create trigger cost_usual_nature before insert on cost for each row when (new.nature is null) execute function give_usual_nature();

create function guard_ledger() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  open_from date;
begin
  select closed_before into open_from from ledger for share;
  if exists (select from booked where booked_on < open_from) then
    raise exception using errcode = 'check_violation', constraint = 'ledger_month_closed', message = 'a closed month takes no booking';
  end if;
  if exists (
    select from booked join cost as former on former.id = booked.corrects_id
    where booked.entry = 'REVERSAL' and (booked.amount_cents, booked.currency, booked.category, booked.branch_id, booked.nature, booked.grant_id)
      is distinct from (-former.amount_cents, former.currency, former.category, former.branch_id, former.nature, former.grant_id)
  ) then
    raise exception using errcode = 'check_violation', constraint = 'ledger_reversal_is_opposite', message = 'a reversal is the opposite of the line that it takes back';
  end if;
  if exists (
    select from booked join cost as former on former.id = booked.corrects_id where former.entry = 'REVERSAL'
    union all
    select from booked where entry = 'REPLACEMENT' and not exists (select from cost where cost.corrects_id = booked.corrects_id and cost.entry = 'REVERSAL')
  ) then
    raise exception using errcode = 'check_violation', constraint = 'ledger_correction_is_whole', message = 'a line is replaced once it is taken back, and a reversal is not corrected';
  end if;
  return null;
end $$;
create trigger guard_ledger after insert on cost referencing new table as booked for each statement execute function guard_ledger();

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'restrict_violation', constraint = 'ledger_is_append_only', message = 'a line of the ledger is corrected by a counter-entry';
end $$;
create trigger ledger_keeps_lines before delete on cost for each statement execute function refuse_ledger_change();
-- A reason that named somebody who was erased becomes a dash; nothing else of a line is ever another.
create trigger ledger_is_append_only before update on cost for each row
  when (to_jsonb(old) - 'reason' is distinct from to_jsonb(new) - 'reason' or new.reason is distinct from '–')
  execute function refuse_ledger_change();

revoke insert, update, delete on cost from tandem_coordinator;
revoke update, delete on cost from tandem_staff;
alter table ledger enable row level security;
create policy staff_rows on ledger to tandem_staff using (true) with check (true);
grant select, update on ledger to tandem_staff;
alter table ledger_event enable row level security;
create policy staff_rows on ledger_event to tandem_staff using (true) with check (true);
grant select, insert on ledger_event to tandem_staff;
-- For an erasure.
grant update (reason) on ledger_event, cost to tandem_staff;
`);
  }

  async down(): Promise<void> {
    throw new Error('a ledger is not taken apart: restore the database instead');
  }
}
