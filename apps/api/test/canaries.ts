import { newId } from '../src/database/new-id.ts';
import { sealEntries } from '../src/features/audit/chain.ts';
import { ask, viewerWith, type Testkit } from './testkit.ts';

const staff = viewerWith('ADMINISTRATOR', { userId: 'ada', name: 'Ada' });

/** Somebody of the sample, with a word of their own in every text that can hold something about them. */
export interface Canary {
  readonly word: string;
  readonly personId: string;
}

export async function personOf(kit: Testkit, role: 'mentee' | 'mentor', offset: number): Promise<string> {
  const [{ person_id: id }] = await kit.db.query(
    `select person_id from ${role} where exists (select from duo where ${role}_id = ${role}.id)
       and not exists (select from duo where ${role}_id = ${role}.id and closed_on is null) order by reference offset $1 limit 1`,
    [offset],
  );
  return id;
}

export async function makeVolunteer(
  kit: Testkit,
  personId?: string,
): Promise<{ id: string; personId: string }> {
  const [{ id: partnerId }] = await kit.db.query(
    `select id from partner where kind = 'COMPANY' order by name limit 1`,
  );
  const [{ id: branchId }] = await kit.db.query('select id from branch limit 1');
  const { registerVolunteers } = await ask(
    kit,
    staff,
    `mutation ($partner: ID!, $rows: [VolunteerInput!]!) { registerVolunteers(partnerId: $partner, rows: $rows) { registered { id person { id } } } }`,
    {
      partner: partnerId,
      rows: [
        {
          givenName: 'Vera',
          familyName: 'Loos',
          email: `${newId()}@acme.example`,
          engagement: 'VOLUNTEER',
          branchId,
          availability: 'x',
        },
      ],
    },
  );
  const [{ id, person }] = registerVolunteers.registered;
  if (personId !== undefined) {
    await kit.db.query('update volunteer set person_id = $2 where id = $1', [id, personId]);
    return { id, personId };
  }
  return { id, personId: person.id };
}

export async function placeCanary(
  kit: Testkit,
  personId: string,
  volunteerId: string,
  word: string,
): Promise<Canary> {
  const { db } = kit;
  await db.query(
    `update person set given_name = $2, family_name = $3, email = lower($2) || '@example.org', birth_date = '1991-02-03' where id = $1`,
    [personId, `${word}given`, `${word}family`],
  );
  for (const role of ['mentee', 'mentor']) {
    await db.query(`update ${role} set reference = '${role}-' || $2 where person_id = $1`, [personId, word]);
    await db.query(
      `update duo set reference = 'duo-' || $2 || id where ${role}_id in (select id from ${role} where person_id = $1)`,
      [personId, word],
    );
  }
  const duos: { id: string; closed_on: string }[] = await db.query(
    `select id, closed_on from duo where mentee_id in (select id from mentee where person_id = $1) or mentor_id in (select id from mentor where person_id = $1)`,
    [personId],
  );
  for (const { id, closed_on: day } of duos) {
    const { logMeeting } = await ask(
      kit,
      staff,
      `mutation ($id: ID!, $input: MeetingInput!) { logMeeting(duoId: $id, input: $input) { ... on Meeting { id version } ... on Refusal { code } } }`,
      { id, input: { heldOn: day, minutes: 30, mode: 'REMOTE', note: `note ${word}` } },
    );
    await ask(kit, staff, 'mutation ($id: ID!) { removeMeeting(id: $id, version: 1) { __typename } }', {
      id: logMeeting.id,
    });
    await db.query(
      `update meeting set note = 'about ' || $2, import_key = 'meeting:' || $2 || id where duo_id = $1`,
      [id, word],
    );
    await db.query(`update outcome set import_key = 'outcome:' || $2 || id where duo_id = $1`, [id, word]);
  }
  await db.query(`update volunteer set availability = $2 where person_id = $1`, [personId, word]);
  for (const decide of [false, true]) {
    const { logHours } = await ask(
      kit,
      staff,
      `mutation ($input: TimeEntryInput!) { logHours(input: $input) { ... on TimeEntry { id version } ... on Refusal { code field } } }`,
      { input: { volunteerId, workedOn: '2017-06-01', minutes: 60, activity: `did ${word}` } },
    );
    if (decide)
      await ask(
        kit,
        staff,
        `mutation ($entry: RecordVersionInput!, $reason: String!) { rejectHours(entries: [$entry], reason: $reason) { __typename } }`,
        { entry: logHours, reason: `no ${word}` },
      );
  }
  await ask(
    kit,
    staff,
    `mutation ($id: ID!, $input: ConsentInput!) {
       recordConsent(personId: $id, input: $input) { __typename }
       placeHold(personId: $id, reason: "a dispute") { __typename } liftHold(personId: $id) { __typename } }`,
    { id: personId, input: { purpose: 'PROGRAMME', answer: 'GIVEN', onDay: '2017-01-01' } },
  );
  await db.query(`update legal_hold set reason = $2 where person_id = $1`, [personId, word]);
  // What others wrote, and what was taken out.
  const other = await makeVolunteer(kit);
  await db.query(
    `insert into time_entry (volunteer_id, worked_on, minutes, activity, status) values ($1, '2017-02-01', 60, $2, 'SUBMITTED')`,
    [other.id, `Coffee with ${word.toUpperCase()}FAMILY,\n${word}given`],
  );
  await db.query('delete from attendance where person_id = $1', [personId]);
  await nameInSettings(kit, `${word}Given ${word}Family`);
  await ask(
    kit,
    staff,
    'mutation ($selection: JSON) { recordExport(list: "mentees", rows: 1, selection: $selection) }',
    { selection: { search: `${word}gi` } },
  );
  await ask(
    kit,
    staff,
    'mutation ($selection: JSON) { recordExport(list: "mentees", rows: 1, selection: $selection) }',
    { selection: { note: `${word}family and\n${word}given` } },
  );
  await db.query('select rebuild_facts()');
  await sealEntries(db);
  return { word, personId };
}

/** How many texts nameInSettings writes, and placeCanary one into the hours of somebody else. */
export const MENTIONS = 31;

/** Each text about money that can be written freely. */
async function nameInMoney(db: Testkit['db'], words: string): Promise<void> {
  await db.query(
    `with reversed as (
       select * from cost as line where entry = 'BOOKING' and not exists (select from cost where corrects_id = line.id) order by id limit 1)
     insert into cost (booked_on, category, branch_id, amount_cents, entry, corrects_id, reason)
     select booked_on, category, branch_id, -amount_cents, 'REVERSAL', id, $1 from reversed`,
    [words],
  );
  await db.query(
    `insert into ledger_event (action, month, at, made_by, reason) values ('REOPENED', '2017-01-01', now(), 'Ada', $1)`,
    [words],
  );
  await db.query(
    `insert into grant_condition (grant_id, position, text) select id, 90, $1 from funding_grant limit 1`,
    [words],
  );
  await db.query(
    `insert into grant_deadline (grant_id, position, due_on, text) select id, 90, '2017-12-31', $1 from funding_grant limit 1`,
    [words],
  );
  await db.query(
    `insert into allocation_rule (version, basis, spread, span, reason, made_by) select max(version) + 1, 'STARTED_DUOS', array['INDIRECT'], 'MONTH', $1, 'Ada' from allocation_rule`,
    [words],
  );
  await db.query(
    `insert into budget (year, version, note, made_at, made_by) select 2017, count(*) + 1, $1, now(), 'Ada' from budget`,
    [words],
  );
  await db.query(
    `insert into in_kind_rate (from_day, cents_per_hour, source, source_year, made_at, made_by)
     select '2000-01-01'::date + count(*)::integer, 4000, $1, 2017, now(), 'Ada' from in_kind_rate`,
    [words],
  );
}

/** Texts of settings and of imports that name somebody, beside others that name nobody. */
async function nameInSettings({ db }: Testkit, name: string): Promise<void> {
  await db.query(
    `with model as (insert into sroi_model (name) values ($1) returning id),
       version as (insert into sroi_version (model_id, name, note, discount_schedule, discount_convention, horizon_years)
         select id, $1, $1, '[{"fromYear": 1, "rate": 0}]', 'END_OF_YEAR', 1 from model returning id),
       scenario as (insert into sroi_scenario (version_id, position, name, changes) select id, 0, $1, '[]' from version),
       value_row as (
     insert into sroi_row (version_id, position, stakeholder, outcome, quantity, proxy_cents, proxy_year, proxy_country, proxy_source, proxy_unit,
       price_index_name, price_index_from, price_index_to, price_index_year, deadweight, displacement, attribution, drop_off, duration_years,
       evidence_grade, note)
     select id, 0, 'MENTEES', $1, 1, 1, 2017, 'BE', $1, $1, $1, 100, 101, 2018, 0, 0, 0, 0, 1, 'ESTIMATED', $1 from version returning version_id, row_key)
     insert into sroi_assumption (version_id, row_key, number, value, grade, source)
     select version_id, row_key, 'deadweight', 0, 'ASSUMED', $1 from value_row`,
    [`As ${name} told`],
  );
  // What is published is locked, and gives way to an erasure all the same.
  await db.query(
    `update sroi_version set status = 'PUBLISHED', published_at = now(), published_by = 'Ada', published_as_of = '2017-12-31', published_investment_cents = 1
     where name = $1`,
    [`As ${name} told`],
  );
  await db.query(
    `insert into sroi_proxy (name, cents, currency, price_year, country, unit, source, note) values ($1, 1, 'EUR', 2017, 'BE', $1, $1, $1)`,
    [`As ${name} told`],
  );
  await db.query(`insert into import_mapping (name, kind, columns, words) values ($1, 'MENTEES', $2, $3)`, [
    `The list of ${name}`,
    { given_name: 'First name of all', email: `Address ${name}` },
    JSON.stringify([
      { field: 'gender', word: `As ${name}`, means: 'WOMAN' },
      { field: 'gender', word: 'Mevrouw', means: 'WOMAN' },
    ]),
  ]);
  await db.query(`insert into import_run (committed_at, created_by, files) values (now(), 'Ada', $1)`, [
    JSON.stringify([
      { name: `Intake_${name.replace(' ', '_')}.csv`, kind: 'MENTEES', rows: 1, accepted: 1, refused: 0 },
      { name: 'All the others.csv', kind: 'MENTEES', rows: 2, accepted: 2, refused: 0 },
    ]),
  ]);
  await db.query(
    `insert into retention_rule (kind, country, months, reason, written_on, written_by) values ('CANDIDATE', 'LU', 600, $1, '2017-01-01', 'Ada')
     on conflict on constraint retention_rule_once do update set reason = excluded.reason`,
    [`the complaint of ${name}`],
  );
  await db.query(
    `insert into event (reference, kind, title, held_on, branch_id, audience) select $1, 'WORKSHOP', $1, '2017-02-01', id, 'BOTH' from branch limit 1`,
    [`The workshop of ${name}`],
  );
  await db.query(
    `insert into attendance (event_id, person_id, role, status) select event.id, person.id, 'MENTEE', status
     from event join person on person.given_name || ' ' || person.family_name ilike $1
     join (values ($2, 'ATTENDED'), ('BA042', 'REGISTERED')) as list (reference, status) on list.reference = event.reference`,
    [name, `The workshop of ${name}`],
  );
  await nameInMoney(db, `as ${name} said`);
  await db.query(
    `insert into disclosure_threshold (name, value, reason, set_by) values ('SMALLEST_PART', 3, $1, 'Ada')`,
    [`${name} asked for it`],
  );
  await db.query(
    `insert into purpose (code, version, legal_basis, data_categories, recipients, name, description, from_day)
     select 'OUTING', count(*) + 1, 'CONSENT', '{CONTACT}', '{STAFF}', $1, $2, '2017-01-01' from purpose where code = 'OUTING'`,
    [
      { fr: 'Excursion', nl: 'Uitstap', en: `The outing of ${name}` },
      { fr: `Avec ${name}`, nl: 'Te voet', en: 'On foot' },
    ],
  );
}

/** Every row of every table of every schema that holds a word. */
export async function tracesOf(kit: Testkit, word: string): Promise<string[]> {
  const tables: { name: string }[] = await kit.db.query(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_t%'`,
  );
  const traces: string[] = [];
  for (const { name } of tables) {
    const rows: { row: string }[] = await kit.db.query(
      `select row::text as row from ${name} as row where row::text ilike '%' || $1 || '%'`,
      [word],
    );
    traces.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return traces;
}

/** Columns of tables of the programme that can hold words, by whether a word stands in one of their rows. */
export async function columnsWith(kit: Testkit, words: readonly string[]): Promise<Map<string, boolean>> {
  const columns: { table: string; column: string }[] = await kit.db.query(
    `select table_name as table, column_name as column from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text', 'jsonb', 'character varying', 'ARRAY') order by 1, 2`,
  );
  const found = new Map<string, boolean>();
  for (const { table, column } of columns) {
    const [{ there }] = await kit.db.query(
      `select exists (select from "${table}" where "${column}"::text ilike any (select '%' || unnest($1::text[]) || '%')) as there`,
      [words],
    );
    found.set(`${table}.${column}`, there);
  }
  return found;
}
