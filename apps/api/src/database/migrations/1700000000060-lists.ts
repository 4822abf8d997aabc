import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists are searched and sorted by is found by an index, however many rows there are.
 *
 * Names stand in another table than the records that are listed by them, and a list that is sorted across tables has to be
 * sorted as a whole. Each list therefore has a listing: its names as they are sorted and as they are searched, and the branch. A list that
 * is narrowed to branches is walked branch by branch (graphql/connection.ts), so most indexes are there twice.
 *
 * Listings and the day of a duo's last meeting are kept by triggers, whoever writes. They fire at the end of a statement: an
 * import makes people and mentees in one.
 */
const LISTINGS = ['mentee', 'mentor', 'duo'] as const;
type Listed = (typeof LISTINGS)[number];

/** Names as lists show them in order; other ones are added where a record is listed by several people. */
const NAMES: Readonly<Record<Listed, readonly string[]>> = {
  mentee: ['name'],
  mentor: ['name'],
  duo: ['mentee_name', 'mentor_name'],
};

/** Words are looked for one by one, so none reaches over a line break. */
const PERSON_LISTING = (table: 'mentee' | 'mentor') => `
select ${table}.id as ${table}_id, ${table}.branch_id, person.sort_name as name, person.search_name || E'\\n' || lower(${table}.reference) as search_text
from ${table} join person on person.id = ${table}.person_id`;
const SOURCES: Readonly<Record<Listed, string>> = {
  mentee: PERSON_LISTING('mentee'),
  mentor: PERSON_LISTING('mentor'),
  duo: `
select duo.id as duo_id, duo.branch_id, of_mentee.sort_name as mentee_name, of_mentor.sort_name as mentor_name,
  lower(duo.reference) || E'\\n' || of_mentor.search_name || E'\\n' || of_mentee.search_name as search_text
from duo
join mentee on mentee.id = duo.mentee_id join person as of_mentee on of_mentee.id = mentee.person_id
join mentor on mentor.id = duo.mentor_id join person as of_mentor on of_mentor.id = mentor.person_id`,
};

/** Columns of a record that its listing is made from, beside names. */
const LISTED_BY: Readonly<Record<Listed, string>> = {
  mentee: 'person_id, reference, branch_id',
  mentor: 'person_id, reference, branch_id',
  duo: 'mentee_id, mentor_id, reference, branch_id',
};

const AS_OWNER = 'security definer set search_path = pg_catalog, public, pg_temp';

function listing(table: Listed): string {
  const columns = [`${table}_id`, 'branch_id', ...NAMES[table], 'search_text'];
  const changes = columns.slice(1).map((column) => `${column} = excluded.${column}`);
  return `
create table ${table}_listing (
  ${table}_id uuid primary key references ${table} on delete cascade,
  branch_id uuid not null,
  ${NAMES[table].map((name) => `${name} text not null,`).join(' ')}
  search_text text not null
);
create view ${table}_listing_source as ${SOURCES[table]};
insert into ${table}_listing select * from ${table}_listing_source;
${NAMES[table]
  .map(
    (name) => `create index on ${table}_listing (${name}, ${table}_id);
create index on ${table}_listing (branch_id, ${name}, ${table}_id);`,
  )
  .join('\n')}
create index ${table}_listing_search on ${table}_listing using gin (search_text gin_trgm_ops);

create function list_${table}s(touched uuid[]) returns void language sql ${AS_OWNER} as $$
  insert into ${table}_listing
  select source.* from unnest(touched) as wanted (id) join ${table}_listing_source as source on source.${table}_id = wanted.id
  on conflict (${table}_id) do update set ${changes.join(', ')}
$$;
revoke execute on function list_${table}s(uuid[]) from public;
create function list_new_${table}s() returns trigger language plpgsql ${AS_OWNER} as $$
begin perform list_${table}s(array(select id from added)); return null; end $$;
create trigger listed after insert on ${table} referencing new table as added for each statement execute function list_new_${table}s();
create function list_${table}_again() returns trigger language plpgsql ${AS_OWNER} as $$
begin perform list_${table}s(array[new.id]); return null; end $$;
create trigger listed_again after update of ${LISTED_BY[table]} on ${table} for each row execute function list_${table}_again();

-- As people themselves: a search finds an index only where no policy narrows what it looks through, and rows of records are narrowed.
alter table ${table}_listing enable row level security;
create policy staff_rows on ${table}_listing for select to tandem_staff using (true);
create policy coordinator_rows on ${table}_listing for select to tandem_coordinator using (true);
grant select on ${table}_listing to tandem_staff, tandem_coordinator;
`;
}

const RENAMED_PEOPLE = `
create function list_person_again() returns trigger language plpgsql ${AS_OWNER} as $$
begin
  perform list_mentees(array(select id from mentee where person_id = new.id));
  perform list_mentors(array(select id from mentor where person_id = new.id));
  perform list_duos(array(
    select duo.id from duo join mentee on mentee.id = mentee_id where person_id = new.id
    union select duo.id from duo join mentor on mentor.id = mentor_id where person_id = new.id));
  return null;
end $$;
create trigger listed_again after update on person for each row
  when (old.search_name <> new.search_name or old.sort_name <> new.sort_name) execute function list_person_again();
`;

const LAST_MEETINGS = `
alter table duo add column last_meeting_on date not null default '-infinity';
update duo set last_meeting_on = met.last
from (select duo_id, max(held_on) as last from meeting where removed_at is null group by duo_id) as met where met.duo_id = duo.id;

-- Whoever changes a meeting holds its duo.
create function met_again() returns trigger language plpgsql ${AS_OWNER} as $$
begin
  update duo set last_meeting_on = met.last
  from (select duo_id, max(held_on) as last from added where removed_at is null group by duo_id) as met
  where met.duo_id = duo.id and met.last > last_meeting_on;
  return null;
end $$;
create trigger last_meeting after insert on meeting referencing new table as added for each statement execute function met_again();
create function met_otherwise() returns trigger language plpgsql ${AS_OWNER} as $$
begin
  update duo set last_meeting_on = met.last
  from (select id, coalesce((select max(held_on) from meeting where duo_id = touched.id and removed_at is null), '-infinity') as last
    from unnest(array[old.duo_id, new.duo_id]) as touched (id)) as met
  where met.id = duo.id and met.last <> last_meeting_on;
  return null;
end $$;
create trigger last_meeting_again after update of duo_id, held_on, removed_at on meeting for each row
  when (old.* is distinct from new.*) execute function met_otherwise();
create trigger last_meeting_gone after delete on meeting for each row execute function met_otherwise();
`;

/**
 * Those that a list is walked by as a whole, and by branch; what is asked of duos that go on needs no look at all the others.
 * A day that may be missing is told by a case: behind a policy, PostgreSQL looks nothing up by coalesce, which it does not trust.
 */
const INDEXES = `
create index duo_planned_end on duo (planned_end_on, id);
create index duo_planned_end_of_branch on duo (branch_id, planned_end_on, id);
create index duo_closed on duo ((case when closed_on is null then 'infinity' else closed_on end), id);
create index duo_closed_of_branch on duo (branch_id, (case when closed_on is null then 'infinity' else closed_on end), id);
create index duo_last_meeting on duo (last_meeting_on, id);
create index duo_last_meeting_of_branch on duo (branch_id, last_meeting_on, id);
create index duo_reference_of_branch on duo (branch_id, reference, id);
drop index duo_started;
create index duo_started on duo (started_on, id);
drop index duo_branch_id_started_on_idx;
create index duo_started_of_branch on duo (branch_id, started_on, id);
create index duo_of_branch on duo (branch_id, id);
create index duo_of_coordinator on duo (coordinator_id, started_on, id);
create index duo_active on duo (started_on, id) where closed_on is null;
create index duo_active_planned_end on duo (planned_end_on, id) where closed_on is null;
create index duo_active_last_meeting on duo (last_meeting_on, id) where closed_on is null;
create index duo_active_last_meeting_of_branch on duo (branch_id, last_meeting_on, started_on) where closed_on is null;
create index duo_active_planned_end_of_branch on duo (branch_id, planned_end_on, id) where closed_on is null;
create index mentee_of_branch on mentee (branch_id, id);
drop index mentee_branch_id_idx;
create index mentee_reference_of_branch on mentee (branch_id, reference, id);
create index mentor_of_branch on mentor (branch_id, id);
drop index mentor_branch_id_idx;
create index mentor_reference_of_branch on mentor (branch_id, reference, id);
create index mentee_fact_info_session on mentee_fact ((case when info_session_on is null then 'infinity' else info_session_on end), mentee_id) include (info_session_on);
create index mentee_fact_info_session_of_branch on mentee_fact (branch_id, (case when info_session_on is null then 'infinity' else info_session_on end), mentee_id) include (info_session_on);
create index mentor_fact_info_session on mentor_fact ((case when info_session_on is null then 'infinity' else info_session_on end), mentor_id) include (info_session_on);
create index mentor_fact_info_session_of_branch on mentor_fact (branch_id, (case when info_session_on is null then 'infinity' else info_session_on end), mentor_id) include (info_session_on);
-- The database also learns from these how many people are at which step.
create index mentee_fact_stage on mentee_fact ((case when matched_on is not null then 'MATCHED' when intake_on is not null then 'INTAKE'
  when registered_on is not null then 'REGISTERED' else 'INFO_SESSION' end), branch_id, mentee_id);
create index mentor_fact_stage on mentor_fact ((case when first_duo_on is not null then 'MATCHED' when trained_on is not null then 'TRAINED'
  when interview_on is not null then 'INTERVIEW' else 'INFO_SESSION' end), branch_id, mentor_id);
create index meeting_without_note on meeting (held_on, duo_id) where note is null and removed_at is null;
`;

export class Lists1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of LISTINGS) await runner.query(listing(table));
    await runner.query(RENAMED_PEOPLE);
    await runner.query(LAST_MEETINGS);
    await runner.query(INDEXES);
    await runner.query('analyze mentee_listing, mentor_listing, duo_listing, duo, mentee_fact, mentor_fact');
  }

  async down(): Promise<void> {
    throw new Error('lists are not taken apart: restore the database instead');
  }
}
