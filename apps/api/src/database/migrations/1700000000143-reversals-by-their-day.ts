import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A counter-entry is about what its line was about, so that cost is taken back from those to whom it was given, whenever it is
 * booked. One of a line that had itself been corrected after its month was closed had lost that day.
 */
export class ReversalsByTheirDay1700000000143 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table cost disable trigger ledger_is_append_only;
update cost set document_on = nullif(coalesce(former.document_on, former.booked_on), cost.booked_on)
from cost as former where former.id = cost.corrects_id and cost.entry = 'REVERSAL'
  and coalesce(cost.document_on, cost.booked_on) <> coalesce(former.document_on, former.booked_on);
alter table cost enable trigger ledger_is_append_only;

create function guard_day_of_reversal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from booked join cost as former on former.id = booked.corrects_id
    where booked.entry = 'REVERSAL'
      and coalesce(booked.document_on, booked.booked_on) <> coalesce(former.document_on, former.booked_on)
  ) then
    raise exception using errcode = 'check_violation', constraint = 'ledger_reversal_is_of_its_day', message = 'a reversal is about the day that its line is about';
  end if;
  return null;
end $$;
create trigger guard_day_of_reversal after insert on cost referencing new table as booked for each statement execute function guard_day_of_reversal();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger guard_day_of_reversal on cost;
drop function guard_day_of_reversal();`);
  }
}
