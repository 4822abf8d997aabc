import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Against what figures are held: rates that others published, and comparison groups row by row. A row of a group has a
 * pseudonym of whoever made the file and what is needed to weigh it, no name and no birth date; partners meet neither.
 */
const TABLES = ['published_rate', 'comparison_group', 'comparison_member'];

export class Comparisons1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table published_rate (
  id uuid primary key default uuid_v7(),
  metric text not null,
  label text not null check (label <> ''),
  rate double precision not null check (rate between 0 and 1),
  people integer check (people > 0),
  population text not null check (population <> ''),
  source text not null check (source <> ''),
  link text,
  country char(2),
  year integer not null check (year between 1950 and 2100),
  version integer not null default 1,
  removed_at timestamptz
);

create table comparison_group (
  id uuid primary key default uuid_v7(),
  name text not null check (name <> ''),
  source text,
  version integer not null default 1,
  removed_at timestamptz
);
create unique index comparison_group_name on comparison_group (name) where removed_at is null;

create table comparison_member (
  group_id uuid not null references comparison_group on delete cascade,
  pseudonym text not null check (pseudonym ~ '^[[:alnum:]._-]{1,64}$'),
  country char(2),
  gender text check (gender in ('WOMAN', 'MAN', 'OTHER')),
  age integer check (age between 14 and 99),
  nationality char(2),
  education_level text check (education_level in ('NO_RECOGNISED_DIPLOMA', 'BELOW_UPPER_SECONDARY', 'UPPER_SECONDARY', 'BACHELOR', 'MASTER')),
  months_out_of_work integer check (months_out_of_work between 0 and 720),
  started_on date not null,
  observed_until date not null,
  exit_on date,
  job_on date,
  stable_job_on date,
  primary key (group_id, pseudonym),
  constraint followed_from_start check (observed_until >= started_on
    and least(exit_on, job_on, stable_job_on) >= started_on and greatest(exit_on, job_on, stable_job_on) <= observed_until)
);
`);
    for (const table of TABLES)
      await runner.query(`
alter table ${table} enable row level security;
grant select, insert, update, delete on ${table} to tandem_staff;
grant select on ${table} to tandem_coordinator;
create policy staff_rows on ${table} to tandem_staff using (true) with check (true);
create policy coordinator_rows on ${table} for select to tandem_coordinator using (true);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${TABLES.toReversed().join(', ')}`);
  }
}
