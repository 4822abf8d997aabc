import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Events of the programme and who came to them. An event belongs to a branch; the list of an event belongs to it, so that
 * a coordinator meets the lists of the own branches whole, with people of other branches who came. Partners meet neither:
 * attendance is of people, not of duos that a grant pays.
 *
 * Figures are counted from attendance directly, as costs are. Its days are those of its events, so that a change of an event
 * marks the months of its list as well.
 */
export class Events1700000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table event (
  id uuid primary key default uuid_v7(),
  reference text not null unique check (reference <> ''),
  kind text not null check (kind in ('INFO_SESSION', 'TRAINING', 'INTERVISION', 'WORKSHOP')),
  title text not null check (title <> ''),
  held_on date not null,
  branch_id uuid not null references branch,
  audience text not null check (audience in ('MENTEES', 'MENTORS', 'BOTH')),
  cancelled_at timestamptz,
  version integer not null default 1
);
create index on event (held_on, id);
create index on event (branch_id, held_on, id);
create table attendance (
  id uuid primary key default uuid_v7(),
  event_id uuid not null references event on delete cascade,
  person_id uuid not null references person,
  role text not null check (role in ('MENTEE', 'MENTOR')),
  status text not null check (status in ('REGISTERED', 'ATTENDED', 'ABSENT', 'EXCUSED')),
  constraint attendance_once unique (event_id, person_id)
);
create index on attendance (person_id);
`);
    for (const [table, reach] of [
      ['event', `branch_id = any (${OWN_BRANCHES})`],
      ['attendance', 'exists (select from event where event.id = event_id)'],
    ])
      await runner.query(`
alter table ${table} enable row level security;
grant select, insert, update, delete on ${table} to tandem_staff, tandem_coordinator;
create policy staff_rows on ${table} to tandem_staff using (true) with check (true);
create policy coordinator_rows on ${table} to tandem_coordinator using (${reach}) with check (${reach});
`);
    await runner.query('revoke delete on event from tandem_staff, tandem_coordinator');
    // What became of an event is told to whoever meets it.
    await runner.query(`
create policy coordinator_events on audit_entry for select to tandem_coordinator
  using (exists (select from event where event.id = subject_id));
`);
    await this.#markMonths(runner);
  }

  /** Marks the months of what a statement puts in, takes away and moves. */
  async #markMonths(runner: QueryRunner): Promise<void> {
    const mark = (days: string) =>
      `insert into rollup_stale select distinct 'attendance', date_trunc('month', held_on)::date from ${days};`;
    const ofLists = (rows: string) => mark(`event where id in (select event_id from ${rows})`);
    const header = 'language plpgsql security definer set search_path = pg_catalog, public, pg_temp';
    await runner.query(`
create function mark_new_attendance() returns trigger ${header} as $$ begin ${ofLists('added')} return null; end $$;
create function mark_old_attendance() returns trigger ${header} as $$ begin ${ofLists('gone')} return null; end $$;
create function mark_changed_attendance() returns trigger ${header} as $$ begin ${ofLists('(select * from gone union all select * from added) as rows')} return null; end $$;
create function mark_changed_event() returns trigger ${header} as $$ begin ${mark('(select * from gone union all select * from added) as rows')} return null; end $$;
create function mark_old_event() returns trigger ${header} as $$ begin ${mark('gone')} return null; end $$;
create trigger rollup_added after insert on attendance referencing new table as added for each statement execute function mark_new_attendance();
create trigger rollup_gone after delete on attendance referencing old table as gone for each statement execute function mark_old_attendance();
create trigger rollup_changed after update on attendance referencing old table as gone new table as added for each statement execute function mark_changed_attendance();
create trigger rollup_gone after delete on event referencing old table as gone for each statement execute function mark_old_event();
create trigger rollup_changed after update on event referencing old table as gone new table as added for each statement execute function mark_changed_event();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop policy coordinator_events on audit_entry;
drop table attendance, event;
drop function mark_new_attendance, mark_changed_attendance, mark_old_attendance, mark_changed_event, mark_old_event;
`);
  }
}

const OWN_BRANCHES = `(select string_to_array(current_setting('tandem.branches', true), ',')::uuid[])::uuid[]`;
