import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN_PARTNER = `(select nullif(current_setting('tandem.partner', true), '')::uuid)`;

/**
 * What was told to outsiders (ADR 0016): each release to a partner, or to the public where it has no partner, and each value
 * that was new in one. Rows are added and never changed: what somebody was told once, they know.
 */
export class ReleaseLedger1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table figure_release (
  id uuid primary key,
  -- Null: to everybody.
  partner_id uuid references partner on delete cascade,
  as_of date not null,
  -- The limits and the menu by which it was decided, as a digest.
  rules text not null,
  -- The earlier release that decided the same; null where this one decides itself.
  same_as uuid references figure_release,
  -- Of each figure of the menu whether today's value is shown, an earlier one, or none.
  showings jsonb,
  -- Whether no choice hides less, or the search for one ended before, or the solver broke and nothing new is shown.
  quality text not null check (quality in ('OPTIMAL', 'LIMITED', 'FAILED')),
  made_at timestamptz not null default clock_timestamp(),
  check ((same_as is null) <> (showings is null))
);
create index on figure_release (partner_id, id desc);
create table released_figure (
  release_id uuid not null references figure_release on delete cascade,
  -- The indicator, the version of its definition, the population, what it is broken down by, and the group.
  key text not null,
  partner_id uuid references partner on delete cascade,
  as_of date not null,
  counts jsonb not null,
  primary key (release_id, key)
);
create index on released_figure (partner_id, key, release_id desc);
alter table figure_release enable row level security;
alter table released_figure enable row level security;
`);
    for (const table of ['figure_release', 'released_figure'])
      await runner.query(`
create policy staff_rows on ${table} to tandem_staff using (true) with check (true);
create policy partner_rows on ${table} to tandem_partner using (partner_id = ${OWN_PARTNER}) with check (partner_id = ${OWN_PARTNER});
grant select, insert on ${table} to tandem_staff, tandem_partner;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table released_figure; drop table figure_release');
  }
}
