import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import is one request: nothing is kept of it but what was taken in, and mappings that were given a name. */
export class Imports1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table import_file;
drop table import_run;
drop table import_mapping;
create table import_run (
  id uuid primary key default uuid_v7(),
  committed_at timestamptz not null,
  created_by text not null,
  files jsonb not null
);
create table import_mapping (
  id uuid primary key default uuid_v7(),
  name text not null unique check (name <> ''),
  kind text not null,
  columns jsonb not null
);
`);
  }

  async down(): Promise<void> {
    throw new Error('imports cannot be taken back to the form before: restore the database instead');
  }
}
