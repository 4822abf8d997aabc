import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PURPOSES } from './1700000000012-purposes.ts';

/**
 * Purposes, consents as a history, legal holds, retention, limits of disclosure control, and the erasure of a person.
 *
 * The trail is append-only for every role. `erase_identity` and `empty_note_entries` are the two ways in which something
 * of it goes: they run as the owner, and only for an entry about the erasure that was written in the same transaction. What
 * they take is decided by them and not by who calls them, and it never goes alone: identity or notes go with it.
 */
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
    await this.#makeErasure(runner);
  }

  async down(): Promise<void> {
    throw new Error('what was erased does not come back: restore the database instead');
  }

  async #makeTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table person add column erased_on date;
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

  async #makeErasure(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A text as its words alone, a space on both sides of each, so that a name is found in it and not in a longer word.
create function words_of(text) returns text language sql immutable strict parallel safe
  return ' ' || trim(regexp_replace(folded(replace(replace($1, '\\n', ' '), '\\t', ' ')), '[^[:alnum:]]+', ' ', 'g')) || ' ';

-- By what somebody is found in other people's texts, beside their name.
create function other_names_of(subject uuid) returns text[] language sql stable as $$
  select array(
    select email from person where id = subject and email is not null
    union all select reference from mentee where person_id = subject
    union all select reference from mentor where person_id = subject
    union all select duo.reference from duo join mentee on mentee.id = mentee_id where person_id = subject
    union all select duo.reference from duo join mentor on mentor.id = mentor_id where person_id = subject)
$$;

-- What of a name is looked for first: its longest word.
create function key_of(name text) returns text language sql immutable strict parallel safe as $$
  select word from unnest(string_to_array(trim(words_of(name)), ' ')) as word order by length(word) desc limit 1
$$;

-- Whether a text names somebody: by given and family name in any order, or by one of the others (address, references). Names
-- are given as words_of, keys are the longest words of the family name and of the others. Most texts hold no key, and to
-- fold a text takes longer than to look for one; to take it apart into words takes longer still.
create function names_person(said text, given_name text, family_name text, others text[], keys text[]) returns boolean
language plpgsql immutable parallel safe as $$
declare
  plain text := case when octet_length(said) = length(said) then lower(said) else folded(said) end;
  words text;
begin
  if said is null or not exists (select from unnest(keys) as key where position(key in plain) > 0) then return false; end if;
  words := words_of(said);
  return (position(given_name in words) > 0 and position(family_name in words) > 0)
    or exists (select from unnest(others) as other where position(other in words) > 0);
end $$;

create function empty_payloads(erasure uuid, entries uuid[]) returns integer language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare emptied integer;
begin
  update audit_entry set before = null, after = null, redaction_id = erasure where id = any (entries);
  get diagnostics emptied = row_count;
  update audit_seal set payload_salt = null where entry_id = any (entries);
  return emptied;
end $$;

-- Empties what the trail says of a person, and takes the identity away. Answers with how many entries it emptied.
create function erase_identity(erasure uuid, today date) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  subject person;
  others text[];
  looked_for text[];
  keys text[];
  given_words text;
  family_words text;
  records uuid[];
  emptied integer;
begin
  select person.* into subject from audit_entry join person on person.id = audit_entry.record_id
  where audit_entry.id = erasure and action = 'erasePerson' and audit_entry.xmin = pg_current_xact_id()::xid and erased_on is null
  for update of person;
  if not found then raise exception 'a person is erased by an entry of this transaction, and once'; end if;
  if exists (select from legal_hold where person_id = subject.id and lifted_at is null) then
    raise exception 'nobody is erased under a legal hold';
  end if;
  -- The lock of features/audit/chain.ts: no entry is sealed while it is emptied.
  perform pg_advisory_xact_lock(7263514902);
  others := other_names_of(subject.id);
  given_words := words_of(subject.given_name);
  family_words := words_of(subject.family_name);
  looked_for := array(select words_of(other) from unnest(others) as other where length(other) > 3);
  keys := array(select key_of(name) from unnest(looked_for || subject.family_name) as name);
  with roles as (
    select id from mentee where person_id = subject.id union all select id from mentor where person_id = subject.id),
  duos as (select id from duo where mentee_id in (select id from roles) or mentor_id in (select id from roles)),
  volunteers as (select id from volunteer where person_id = subject.id)
  select array(
    select subject.id union all select id from roles union all select id from duos union all select id from volunteers
    union all select id from meeting where duo_id in (select id from duos)
    union all select id from outcome where duo_id in (select id from duos)
    union all select id from time_entry where volunteer_id in (select id from volunteers)) into records;
  select empty_payloads(erasure, array(
    select id from audit_entry as entry
    where entry.id <> erasure and (entry.before is not null or entry.after is not null) and (
      entry.record_id = any (records) or entry.subject_id = any (records)
      or names_person(concat_ws(' ', entry.before::text, entry.after::text), given_words, family_words, looked_for, keys)
      -- A list taken out for a part of the name.
      or (entry.action = 'exportList' and finds_person(entry.after #>> '{selection,search}', subject, others))))) into emptied;
  update person set given_name = 'Anonymus', family_name = 'X' || upper(left(replace(gen_random_uuid()::text, '-', ''), 8)),
    email = null, birth_date = null, erased_on = today
  where id = subject.id;
  return emptied;
end $$;

-- Empties what the trail says of a duo's meetings, once none of them has a note any more.
create function empty_note_entries(erasure uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  subject uuid;
begin
  select record_id into subject from audit_entry
  where id = erasure and action = 'eraseNotes' and xmin = pg_current_xact_id()::xid;
  if not found then raise exception 'notes are erased by an entry of this transaction'; end if;
  if exists (select from meeting where duo_id = subject and note is not null) then
    raise exception 'entries about notes are emptied once the notes are gone';
  end if;
  perform pg_advisory_xact_lock(7263514902);
  return empty_payloads(erasure, array(
    select id from audit_entry where record_kind = 'meeting' and subject_id = subject and (before is not null or after is not null)));
end $$;

-- Whether what somebody searched for finds a person: each word of it is a part of their names.
create function finds_person(search text, subject person, others text[]) returns boolean language sql stable as $$
  select coalesce(trim(words_of(search)) <> '' and not exists (
    select from unnest(string_to_array(trim(words_of(search)), ' ')) as word
    where position(word in words_of(concat_ws(' ', subject.search_name, array_to_string(others, ' ')))) = 0), false)
$$;

revoke execute on function erase_identity(uuid, date), empty_note_entries(uuid), empty_payloads(uuid, uuid[]) from public;
grant execute on function erase_identity(uuid, date), empty_note_entries(uuid) to tandem_staff;
`);
  }
}
