import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who reads and writes which rows, said once more by the database itself. A request takes on one of these roles for the
 * time of its transaction (database.ts); none of them owns a table or bypasses a policy, and without a setting a
 * policy leaves nothing.
 *
 * - `tandem_staff`: all rows.
 * - `tandem_coordinator`: rows of the branches in the setting `tandem.branches`.
 * - `tandem_partner`: rows of the partner in the setting `tandem.partner`, and of a person or a duo only the columns that
 *   its figures and its registrations need: no birth date, no residence ground, no note.
 * - `tandem_figures`: counts over the whole programme, for figures that everybody may see; no names, no notes.
 *
 * The trail is written in the name of the account in `tandem.account` alone, and about now.
 *
 * Lists of what is one's own are looked up once for a statement, in an uncorrelated sub-select: as a join they cost several
 * times more. Where they can be long, `exists` leaves it to the planner to look each row up or all at once.
 */
const ROLES = ['tandem_staff', 'tandem_coordinator', 'tandem_partner', 'tandem_figures'];

const OWN_PARTNER = `(select nullif(current_setting('tandem.partner', true), '')::uuid)`;
const OWN_USER = `(select nullif(current_setting('tandem.account', true), ''))`;
/** A request writes its entries at its own time, by whichever clock of ours. */
const OWN_ENTRY = `actor_user_id = ${OWN_USER} and at between clock_timestamp() - interval '10 minutes' and clock_timestamp() + interval '10 minutes'`;
const OWN_GRANTS = `array(select id from funding_grant where partner_id = ${OWN_PARTNER})`;
const OWN_VOLUNTEERS = `array(select id from volunteer where partner_id = ${OWN_PARTNER})`;
const OWN_PEOPLE = `array(select person_id from volunteer where partner_id = ${OWN_PARTNER})`;
const OWN_BRANCHES = `(select string_to_array(current_setting('tandem.branches', true), ',')::uuid[])::uuid[]`;
const OF_DUO = 'exists (select from duo where duo.id = duo_id)';
const OF_FUNDED_DUO = (table: string) =>
  `exists (select from duo_fact where duo_fact.duo_id = ${table}.duo_id)`;
const OF_BRANCH = `branch_id = any (${OWN_BRANCHES})`;

interface Wall {
  /** Which rows staff write; undefined for all. */
  readonly staffWrites?: string;
  /** Which rows a coordinator meets; undefined for all (they are reached through rows that are narrowed). */
  readonly coordinator?: string;
  readonly coordinatorWrites?: string;
  /** Which rows a partner meets and may write; undefined for none. */
  readonly partner?: string;
  /** What it may do with them. */
  readonly partnerMay?: string;
  /** What it may write, where that is not what it may read. */
  readonly partnerWrites?: string;
  /** Columns that programme-wide counts need. */
  readonly figures?: string;
}

const WALLS: Readonly<Record<string, Wall>> = {
  branch: { partner: 'true', partnerMay: 'select', figures: 'select' },
  coordinator: {},
  partner: { partner: `id = ${OWN_PARTNER}`, partnerMay: 'select' },
  membership: { partner: `partner_id = ${OWN_PARTNER}`, partnerMay: 'select' },
  membership_branch: {},
  person: {
    partner: `id = any (${OWN_PEOPLE})`,
    partnerMay:
      'select (id, given_name, family_name, email, search_name, sort_name), insert (id, given_name, family_name, email, gender, birth_date)',
    partnerWrites: 'true',
  },
  consent: { partner: `person_id = any (${OWN_PEOPLE})`, partnerMay: 'select, insert' },
  mentee: { coordinator: OF_BRANCH },
  mentor: { coordinator: OF_BRANCH },
  stage_change: {},
  duo: { coordinator: OF_BRANCH },
  meeting: {
    coordinator: OF_DUO,
    partner: OF_FUNDED_DUO('meeting'),
    partnerMay: 'select (duo_id, held_on, minutes, removed_at)',
    figures: 'select (duo_id, held_on, minutes, removed_at)',
  },
  outcome: { coordinator: OF_DUO },
  response: { coordinator: OF_DUO },
  answer: {},
  funding_grant: {
    partner: `partner_id = ${OWN_PARTNER}`,
    partnerMay: 'select',
    figures: 'select (id, kind, starts_on, amount_cents, partner_id)',
  },
  earmark: { partner: `grant_id = any (${OWN_GRANTS})`, partnerMay: 'select' },
  cost: { coordinator: OF_BRANCH, figures: 'select' },
  volunteer: {
    coordinator: OF_BRANCH,
    partner: `partner_id = ${OWN_PARTNER}`,
    partnerMay: 'select, insert, update (status, status_before_withdrawal, version)',
  },
  time_entry: {
    coordinator: 'exists (select from volunteer where volunteer.id = volunteer_id)',
    partner: `volunteer_id = any (${OWN_VOLUNTEERS})`,
    partnerMay: 'select, insert, update (removed_at, version)',
  },
  sroi_model: { partner: 'true', partnerMay: 'select', figures: 'select' },
  sroi_row: { partner: 'true', partnerMay: 'select', figures: 'select' },
  import_mapping: {},
  import_run: {},
  audit_entry: {
    staffWrites: OWN_ENTRY,
    coordinator:
      'exists (select from duo where duo.id = subject_id) or exists (select from volunteer where volunteer.id = subject_id)',
    coordinatorWrites: OWN_ENTRY,
    partner: 'false',
    partnerMay: 'insert',
    partnerWrites: OWN_ENTRY,
  },
  duo_fact: {
    coordinator: OF_BRANCH,
    partner: `grant_ids && ${OWN_GRANTS}`,
    partnerMay: `select (duo_id, branch_id, mentor_id, grant_ids, gender, education_level, started_on, closed_on, closure_reason,
      exit_from_start, job_from_start, stable_job_from_start, documented_exit_from_start, documented_job_from_start,
      documented_stable_job_from_start, exit_from_closure, job_from_closure, stable_job_from_closure, documented_exit_from_closure,
      documented_job_from_closure, documented_stable_job_from_closure, first_known_from_start, first_known_from_closure)`,
    figures: 'select',
  },
  mentee_fact: { coordinator: OF_BRANCH, figures: 'select' },
  mentor_fact: { coordinator: OF_BRANCH, figures: 'select' },
  response_fact: {
    coordinator: OF_DUO,
    partner: OF_FUNDED_DUO('response_fact'),
    partnerMay: 'select',
    figures: 'select',
  },
};

const APPEND_ONLY = new Set(['audit_entry']);

export class RowLevelSecurity1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Which branches a coordinator's account is bound to.
    await runner.query(`
create table membership_branch (
  user_id text not null references membership on delete cascade,
  branch_id uuid not null references branch,
  primary key (user_id, branch_id)
);
insert into membership_branch (user_id, branch_id)
  select membership.user_id, coordinator.branch_id from membership join coordinator using (user_id) where role = 'COORDINATOR';
create index on volunteer (branch_id);
`);
    for (const role of ROLES) {
      // Roles belong to the server, so that another database of it may have made them, even at this moment.
      await runner.query(
        `do $$ begin create role ${role} nologin noinherit; exception when duplicate_object or unique_violation then null; end $$`,
      );
      await runner.query(`grant ${role} to current_user`);
      await runner.query(`grant usage on schema public to ${role}`);
    }
    for (const [table, wall] of Object.entries(WALLS)) {
      await runner.query(`alter table ${table} enable row level security`);
      await allow(runner, table, 'tandem_staff', 'true', wall.staffWrites ?? 'true');
      const { coordinator = 'true', coordinatorWrites = coordinator } = wall;
      await allow(runner, table, 'tandem_coordinator', coordinator, coordinatorWrites);
      const all = APPEND_ONLY.has(table) ? 'select, insert' : 'select, insert, update, delete';
      await runner.query(`grant ${all} on ${table} to tandem_staff, tandem_coordinator`);
      if (wall.partner !== undefined) {
        await allow(runner, table, 'tandem_partner', wall.partner, wall.partnerWrites ?? wall.partner);
        await runner.query(`grant ${wall.partnerMay} on ${table} to tandem_partner`);
      }
      if (wall.figures !== undefined) {
        await allow(runner, table, 'tandem_figures', 'true', 'false');
        await runner.query(`grant ${wall.figures} on ${table} to tandem_figures`);
      }
    }
    for (const view of [
      'duo_fact_source',
      'mentee_fact_source',
      'mentor_fact_source',
      'response_fact_source',
    ]) {
      await runner.query(`alter view ${view} set (security_invoker = true)`);
      await runner.query(`grant select on ${view} to tandem_staff, tandem_coordinator`);
    }
    // Names of accounts, for who acts for a partner.
    await runner.query('grant usage on schema identity to tandem_staff, tandem_coordinator, tandem_partner');
    await runner.query(
      'grant select (id, name, email) on identity."user" to tandem_staff, tandem_coordinator, tandem_partner',
    );
    await runner.query('alter table identity."user" enable row level security');
    await allow(runner, 'identity."user"', 'tandem_staff', 'true', 'false');
    await allow(runner, 'identity."user"', 'tandem_coordinator', 'true', 'false');
    await allow(
      runner,
      'identity."user"',
      'tandem_partner',
      `id = any (array(select user_id from membership where partner_id = ${OWN_PARTNER}))`,
      'false',
    );
  }

  async down(): Promise<void> {
    throw new Error('the walls between partners are not taken down: restore the database instead');
  }
}

function allow(
  runner: QueryRunner,
  table: string,
  role: string,
  reads: string,
  writes: string,
): Promise<unknown> {
  const name = `${role.replace('tandem_', '')}_rows`;
  return runner.query(`create policy ${name} on ${table} to ${role} using (${reads}) with check (${writes})`);
}
