import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which release to the public stands on the public page (ADR 0018). Nobody in particular reads under a role of its own,
 * which meets the publication that stands and what was released to everybody, and nothing else; others meet the same rows
 * under theirs. Without a publication that stands, none of them meets a release to the public.
 */
export class Publications1700000000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table publication (
  id uuid primary key,
  release_id uuid not null references figure_release,
  published_at timestamptz not null,
  published_by text not null,
  -- When it was taken from the page, or gave way to the next one.
  withdrawn_at timestamptz check (withdrawn_at >= published_at),
  withdrawn_by text,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index one_publication_stands on publication ((true)) where withdrawn_at is null;
create index on publication (release_id);
alter table publication enable row level security;
create policy staff_rows on publication to tandem_staff using (true) with check (true);
grant select, insert, update (withdrawn_at, withdrawn_by) on publication to tandem_staff;
do $$ begin create role tandem_public nologin noinherit; exception when duplicate_object or unique_violation then null; end $$;
grant tandem_public to current_user;
grant usage on schema public to tandem_public;
`);
    for (const role of ['tandem_public', 'tandem_partner', 'tandem_coordinator']) {
      await runner.query(`
create policy ${role.replace('tandem_', '')}_published on publication for select to ${role} using (withdrawn_at is null);
grant select (id, release_id, published_at, withdrawn_at) on publication to ${role};
grant select on figure_release, released_figure to ${role};
`);
      for (const table of ['figure_release', 'released_figure'])
        await runner.query(
          `create policy ${role.replace('tandem_', '')}_published on ${table} for select to ${role}
             using (partner_id is null and exists (select from publication where withdrawn_at is null))`,
        );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const role of ['public', 'partner', 'coordinator'])
      for (const table of ['figure_release', 'released_figure'])
        await runner.query(`drop policy ${role}_published on ${table}`);
    await runner.query(`
drop table publication;
revoke select on figure_release, released_figure from tandem_public, tandem_coordinator;
revoke usage on schema public from tandem_public;
`);
  }
}
