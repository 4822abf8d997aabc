import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ERASURE } from './1700000000012-erasure.ts';
import { PURPOSES } from './1700000000012-purposes.ts';

/** Purposes, consents as a history, legal holds, retention, limits of disclosure control, and the erasure of a person. */
const STAFF_ONLY = ['legal_hold', 'retention_rule', 'erased_reference', 'retention_run'];

export class Privacy1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.#makeTables(runner);
    await runner.query(
      `insert into purpose (code, version, legal_basis, data_categories, recipients, name, description, from_day)
       select code, 1, "legalBasis", "dataCategories", recipients, name, description, '2013-01-01'
       from jsonb_to_recordset($1) as seed (code text, "legalBasis" text, "dataCategories" text[], recipients text[], name jsonb, description jsonb)`,
      [JSON.stringify(PURPOSES)],
    );
    await this.#makeConsentsAHistory(runner);
    await this.#allow(runner);
    await runner.query(ERASURE);
  }

  async down(): Promise<void> {
    throw new Error('what was erased does not come back: restore the database instead');
  }

  async #makeTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table person add column erased_on date;
-- What an erasure emptied: how many entries, and the SHA-256 of their ids in order, with commas between.
alter table audit_entry add column emptied_count integer, add column emptied_digest bytea;
alter table volunteer add column withdrawn_on date;
update volunteer set withdrawn_on = coalesce(
  (select max(at)::date from audit_entry where action = 'withdrawVolunteer' and record_id = volunteer.id), registered_on)
where status = 'WITHDRAWN';

-- A new version is a new row. Names and descriptions have a text under fr, nl and en.
create table purpose (
  id uuid primary key default uuid_v7(),
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{2,39}$'),
  version integer not null check (version > 0),
  legal_basis text not null check (legal_basis in ('CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'VITAL_INTERESTS', 'PUBLIC_TASK', 'LEGITIMATE_INTERESTS')),
  data_categories text[] not null,
  recipients text[] not null,
  name jsonb not null,
  description jsonb not null,
  from_day date not null,
  unique (code, version)
);
-- The version of a purpose in force on a day; of days before the first one, the first one.
create function purpose_version(purpose_code text, on_day date) returns integer language sql stable as $$
  select coalesce(max(version) filter (where from_day <= on_day), min(version)) from purpose where code = purpose_code
$$;

create table legal_hold (
  id uuid primary key default uuid_v7(),
  person_id uuid not null references person,
  reason text not null check (reason <> ''),
  placed_at timestamptz not null,
  placed_by text not null,
  lifted_at timestamptz,
  lifted_by text
);
create unique index legal_hold_open on legal_hold (person_id) where lifted_at is null;

create table retention_rule (
  id uuid primary key default uuid_v7(),
  kind text not null check (kind in ('CANDIDATE', 'MENTEE', 'MENTOR', 'VOLUNTEER', 'MEETING_NOTES')),
  country char(2),
  months integer not null check (months between 1 and 600),
  reason text not null check (reason <> ''),
  written_on date not null,
  written_by text not null,
  constraint retention_rule_once unique nulls not distinct (kind, country)
);
-- Who writes the row of a day applies the rules on it, so that one instance does.
create table retention_run (
  day date primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  people integer not null default 0,
  notes integer not null default 0
);

-- The latest row of a name is in force; the first ones are those with which the platform came.
create table disclosure_threshold (
  id uuid primary key default uuid_v7(),
  name text not null check (name in ('SMALLEST_DENOMINATOR', 'SMALLEST_PART', 'SMALLEST_COUNT', 'FEWEST_FUNDERS')),
  value integer not null check (value between 3 and 100),
  reason text,
  set_at timestamptz not null default clock_timestamp(),
  set_by text,
  constraint threshold_has_reason check ((reason is null) = (set_by is null))
);
insert into disclosure_threshold (name, value)
values ('SMALLEST_DENOMINATOR', 10), ('SMALLEST_PART', 3), ('SMALLEST_COUNT', 5), ('FEWEST_FUNDERS', 3);

-- Digests of references that are no more, so that a file of former times does not bring anybody back.
create table erased_reference (digest bytea primary key);
create function reference_digest(kind text, reference text) returns bytea language sql immutable strict parallel safe
  return sha256(convert_to(kind || ':' || reference, 'UTF8'));
`);
  }

  /** What there is stays valid; its day is not known. */
  async #makeConsentsAHistory(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table consent drop constraint consent_pkey, drop constraint consent_purpose_check;
alter table consent
  add column id uuid primary key default uuid_v7(),
  add column version integer not null default 1,
  add column on_day date,
  add column recorded_at timestamptz not null default clock_timestamp(),
  add column recorded_by text;
alter table consent alter column version drop default;
alter table consent add foreign key (purpose, version) references purpose (code, version);
create index on consent (person_id);
create view current_consent with (security_invoker = true) as
  select distinct on (person_id, purpose) person_id, purpose, version, status, on_day, recorded_at, recorded_by
  from consent order by person_id, purpose, on_day desc nulls last, recorded_at desc, id desc;
`);
  }

  async #allow(runner: QueryRunner): Promise<void> {
    const ofOwnPeople = ['mentee', 'mentor', 'volunteer']
      .map((table) => `exists (select from ${table} where ${table}.person_id = consent.person_id)`)
      .join(' or ');
    await runner.query(`
drop policy coordinator_rows on consent;
create policy coordinator_rows on consent to tandem_coordinator using (${ofOwnPeople}) with check (${ofOwnPeople});
revoke update on consent from tandem_staff, tandem_coordinator;
revoke delete on consent from tandem_coordinator;
grant select on current_consent to tandem_staff, tandem_coordinator, tandem_partner;
grant update (withdrawn_on) on volunteer to tandem_partner;
-- Its own people only: nothing is written about who was erased.
grant select (erased_on) on person to tandem_partner;
`);
    for (const table of ['purpose', 'disclosure_threshold']) {
      await runner.query(`
alter table ${table} enable row level security;
create policy staff_rows on ${table} to tandem_staff using (true) with check (true);
create policy coordinator_rows on ${table} for select to tandem_coordinator using (true);
create policy partner_rows on ${table} for select to tandem_partner using (true);
grant select, insert on ${table} to tandem_staff;
grant select on ${table} to tandem_coordinator;
`);
    }
    // A partner needs the numbers and versions; who decided on them, and why, is the programme's.
    await runner.query(`
grant select (code, version, from_day) on purpose to tandem_partner;
grant select (id, name, value, set_at) on disclosure_threshold to tandem_partner;
`);
    for (const table of STAFF_ONLY)
      await runner.query(`
alter table ${table} enable row level security;
create policy staff_rows on ${table} to tandem_staff using (true) with check (true);
`);
    await runner.query(`
grant select, insert, update on legal_hold to tandem_staff;
grant select, insert, update, delete on retention_rule to tandem_staff;
grant select on retention_run to tandem_staff;
grant select, insert on erased_reference to tandem_staff;
`);
  }
}
