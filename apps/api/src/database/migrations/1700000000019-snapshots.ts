import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sets of figures as they were on a day, sealed. `content` is the text that the seal is made of, together with the seal
 * before it, so that none is changed or taken out unseen. Of the data beneath, each month of each fact has a digest, and of
 * duos also what tells which of them are other ones today.
 */
export class Snapshots1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table figure_snapshot (
  id uuid primary key default uuid_v7(),
  number integer not null unique check (number > 0),
  name text not null unique check (name <> ''),
  taken_at timestamptz not null,
  as_of date not null,
  content text not null,
  seal bytea not null
);
create table figure_snapshot_month (
  snapshot_id uuid not null references figure_snapshot deferrable,
  fact text not null,
  month date not null,
  row_count integer not null,
  digest bytea not null,
  -- Of duos: the id (16 bytes) and the beginning of the digest (8 bytes) of each, in order of their ids.
  members bytea,
  primary key (snapshot_id, fact, month)
);
create function refuse_change_of_snapshot() returns trigger language plpgsql as $$
begin raise exception 'a snapshot stays as it was taken'; end $$;
`);
    for (const table of ['figure_snapshot', 'figure_snapshot_month'])
      await runner.query(`
create trigger stays_as_taken before update or delete on ${table} for each statement execute function refuse_change_of_snapshot();
alter table ${table} enable row level security;
grant select, insert on ${table} to tandem_staff;
create policy staff_rows on ${table} to tandem_staff using (true) with check (true);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table figure_snapshot_month, figure_snapshot; drop function refuse_change_of_snapshot',
    );
  }
}
