import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What names a person is found by an index, in the trail as in other people's texts: an erasure looked at every entry and every
 * text. A name is a part of a text wherever names_person finds it, so that the index leads to every such text, and
 * names_person still decides.
 */
const TEXTS = [
  ['meeting', 'note'],
  ['volunteer', 'availability'],
  ['time_entry', 'activity'],
  ['time_entry', 'rejection_reason'],
  ['cost', 'reason'],
] as const;

const INDEXES = `
-- What an entry says, as names are looked for in it.
create function entry_text(before jsonb, after jsonb) returns text language sql immutable parallel safe
  return folded(coalesce(before::text, '') || ' ' || coalesce(after::text, ''));
create index audit_text on audit_entry using gin (entry_text(before, after) gin_trgm_ops) where before is not null or after is not null;
${TEXTS.map(
  ([table, column]) =>
    `create index ${table}_${column}_text on ${table} using gin (folded(${column}) gin_trgm_ops) where ${column} is not null;`,
).join('\n')}

-- Of those that were removed, beside the indexes of those that were not.
create index meeting_removed on meeting (duo_id) where removed_at is not null;
create index outcome_removed on outcome (duo_id) where removed_at is not null;
create index time_entry_removed on time_entry (volunteer_id) where removed_at is not null;

-- Patterns of LIKE for texts that may name somebody. A key is a word of letters and digits.
create function patterns_of(keys text[]) returns text[] language sql immutable parallel safe
  return array(select '%' || key || '%' from unnest(keys) as key where key is not null);
`;

/** As in migration 1700000000012, but for how entries are found: each way by its own index. */
const ERASE_IDENTITY = `
create or replace function erase_identity(erasure uuid, today date, out entries integer, out mentions integer)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  subject person;
  others text[];
  looked_for text[];
  keys text[];
  patterns text[];
  given_words text;
  family_words text;
  records uuid[];
  purposes integer;
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
  patterns := patterns_of(keys);
  with roles as (
    select id from mentee where person_id = subject.id union all select id from mentor where person_id = subject.id),
  duos as (select id from duo where mentee_id in (select id from roles) union select id from duo where mentor_id in (select id from roles)),
  volunteers as (select id from volunteer where person_id = subject.id)
  select array(
    select subject.id union all select id from roles union all select id from duos union all select id from volunteers
    union all select id from meeting where removed_at is null and duo_id in (select id from duos)
    union all select id from meeting where removed_at is not null and duo_id in (select id from duos)
    union all select id from outcome where removed_at is null and duo_id in (select id from duos)
    union all select id from outcome where removed_at is not null and duo_id in (select id from duos)
    union all select id from time_entry where removed_at is null and volunteer_id in (select id from volunteers)
    union all select id from time_entry where removed_at is not null and volunteer_id in (select id from volunteers)) into records;
  entries := empty_payloads(erasure, array(
    select id from audit_entry where id <> erasure and (before is not null or after is not null) and id in (
      select id from audit_entry where record_id = any (records)
      union all select id from audit_entry where subject_id = any (records)
      union all select id from audit_entry where (before is not null or after is not null) and entry_text(before, after) like any (patterns)
        and names_person(concat_ws(' ', before::text, after::text), given_words, family_words, looked_for, keys)
      -- A list taken out for a part of the name.
      union all select id from audit_entry where action = 'exportList' and finds_person(after #>> '{selection,search}', subject, others))));
  update disclosure_threshold set reason = '–' where names_person(reason, given_words, family_words, looked_for, keys);
  get diagnostics mentions = row_count;
  update purpose set name = without_person(name, given_words, family_words, looked_for, keys),
    description = without_person(description, given_words, family_words, looked_for, keys)
  where name is distinct from without_person(name, given_words, family_words, looked_for, keys)
    or description is distinct from without_person(description, given_words, family_words, looked_for, keys);
  get diagnostics purposes = row_count;
  mentions := mentions + purposes;
  -- What kept answers say cannot be looked through: they are sealed under keys that only who asked has. A repeat is told that
  -- its answer is lost.
  -- One that is just being forgotten is passed over.
  update idempotent_request set answer = null, effect = true, lease_ends_at = now()
  where (account, key_hash) in (select account, key_hash from idempotent_request where answer is not null for update skip locked);
  update person set given_name = 'Anonymus', family_name = 'X' || upper(left(replace(gen_random_uuid()::text, '-', ''), 8)),
    email = null, birth_date = null, erased_on = today
  where id = subject.id;
end $$;
`;

export class ErasureFindsByIndex1700000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
    await runner.query(ERASE_IDENTITY);
  }

  async down(): Promise<void> {
    throw new Error('what was erased does not come back: restore the database instead');
  }
}
