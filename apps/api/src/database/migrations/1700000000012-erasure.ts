/**
 * The erasure of a person.
 *
 * The trail is append-only for every role. `erase_identity` and `empty_note_entries` are the two ways in which something
 * of it goes: they run as the owner, and only for an entry about the erasure that was written in the same transaction. What
 * they take is decided by them and not by who calls them, and it never goes alone: identity or notes go with it.
 */
export const ERASURE = `
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

-- Texts in a list or under keys, with a dash in the place of each that names somebody.
create function without_person(said jsonb, given_name text, family_name text, others text[], keys text[]) returns jsonb
language plpgsql immutable parallel safe as $$
begin
  return case jsonb_typeof(said)
    when 'string' then case when names_person(said #>> '{}', given_name, family_name, others, keys) then to_jsonb('–'::text) else said end
    when 'array' then (
      select coalesce(jsonb_agg(without_person(part, given_name, family_name, others, keys) order by place), '[]')
      from jsonb_array_elements(said) with ordinality as list (part, place))
    when 'object' then (
      select coalesce(jsonb_object_agg(key, without_person(value, given_name, family_name, others, keys)), '{}') from jsonb_each(said))
    else said end;
end $$;

-- The erasure's own entry gets what it emptied written down, beside the reason, before it is sealed: no other entry passes for
-- one of them later. It stands after all of them in the chain.
create function empty_payloads(erasure uuid, entries uuid[]) returns integer language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  emptied uuid[];
  latest timestamptz;
begin
  with gone as (
    update audit_entry set before = null, after = null, redaction_id = erasure where id = any (entries) returning id, at)
  select coalesce(array_agg(id order by id), '{}'), max(at) into emptied, latest from gone;
  update audit_seal set payload_salt = null where entry_id = any (emptied);
  update audit_entry set emptied_count = cardinality(emptied), emptied_digest = sha256(convert_to(array_to_string(emptied, ','), 'UTF8')),
    at = greatest(at, latest + interval '1 microsecond')
  where id = erasure;
  return cardinality(emptied);
end $$;

-- Empties what the trail says of a person, and takes the identity away. Answers with how many entries it emptied, and with
-- how many texts named the person that no role may change.
create function erase_identity(erasure uuid, today date, out entries integer, out mentions integer)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  subject person;
  others text[];
  looked_for text[];
  keys text[];
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
  with roles as (
    select id from mentee where person_id = subject.id union all select id from mentor where person_id = subject.id),
  duos as (select id from duo where mentee_id in (select id from roles) or mentor_id in (select id from roles)),
  volunteers as (select id from volunteer where person_id = subject.id)
  select array(
    select subject.id union all select id from roles union all select id from duos union all select id from volunteers
    union all select id from meeting where duo_id in (select id from duos)
    union all select id from outcome where duo_id in (select id from duos)
    union all select id from time_entry where volunteer_id in (select id from volunteers)) into records;
  entries := empty_payloads(erasure, array(
    select id from audit_entry as entry
    where entry.id <> erasure and (entry.before is not null or entry.after is not null) and (
      entry.record_id = any (records) or entry.subject_id = any (records)
      or names_person(concat_ws(' ', entry.before::text, entry.after::text), given_words, family_words, looked_for, keys)
      -- A list taken out for a part of the name.
      or (entry.action = 'exportList' and finds_person(entry.after #>> '{selection,search}', subject, others)))));
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

-- Empties what the trail says of a duo's meetings, once none of them has a note any more.
create function empty_note_entries(erasure uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  subject uuid;
begin
  select record_id into subject from audit_entry
  where id = erasure and action = 'eraseNotes' and xmin = pg_current_xact_id()::xid and emptied_count is null;
  if not found then raise exception 'notes are erased by an entry of this transaction, and once'; end if;
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

-- A registration that came back would have hours logged, with words about somebody who is no more.
create function refuse_erased_volunteer() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from person where id = new.person_id and erased_on is not null) then
    raise exception 'a registration of somebody who was erased stays withdrawn' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger volunteer_of_erased before insert or update of status, person_id on volunteer
  for each row when (new.status <> 'WITHDRAWN') execute function refuse_erased_volunteer();
`;
