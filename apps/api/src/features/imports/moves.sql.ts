import { DUO_MONTHS } from '@tandem/domain/duo';
import { USUAL_AUDIENCE } from '@tandem/domain/event';
import type { ImportKind } from './kinds.ts';
import { NEW_COSTS, NEW_KEYED, REFERENCED_COSTS } from './new-rows.sql.ts';

/** What comes into being with the first row that names it. */
export type NamedKind = 'BRANCH' | 'COORDINATOR' | 'PARTNER' | 'COMPARISON_GROUP';

/** What came of staged rows. */
export interface Moved {
  /** How many were new. */
  readonly added: number;
  /** Where a changed row is a correction, how many were. */
  readonly corrected?: number;
  /** Of kinds whose rows are amounts, which are told by file: the file, and what its rows come to in cents. */
  readonly file?: number;
  readonly acceptedCents?: number;
  readonly addedCents?: number;
  readonly correctedCents?: number;
  /** What the corrected rows came to before. */
  readonly formerCents?: number;
}

/** Statements that take the staged rows of a kind in. */
interface Moves {
  /** What the rows name that is not there yet; each answers with the names that are new. */
  readonly names: readonly { readonly kind: NamedKind; readonly text: string }[];
  /** The rows themselves; answers with what came of them as `Moved`, in one row or, of amounts, in one a file. */
  readonly rows: string;
}

/** Where files do not say in which country a new branch is, it is in Belgium. */
const USUAL_COUNTRY = `'BE'`;
const branchesOf = (table: string, country = 'country') =>
  ({
    kind: 'BRANCH',
    text: `insert into branch (name, country) select branch, coalesce(min(${country}), ${USUAL_COUNTRY}) from ${table} where branch is not null group by branch order by branch on conflict (name) do nothing returning name`,
  }) as const;
/** The country of the branch of a staged row `s`, also of one that comes into being with it; beside `branch`, which may not be there. */
export const COUNTRY_OF_BRANCH = `coalesce(branch.country, min(s.country) over (partition by s.branch), ${USUAL_COUNTRY})`;

/** The day on which files are taken in, which the import's transaction says. */
export const IMPORT_DAY = `current_setting('tandem.import_day')::date`;

/** The setting of the import's transaction that says who takes the files in. */
export const IMPORTER = 'tandem.importer';

const USUAL_AUDIENCE_OF_KIND = `case s.kind ${Object.entries(USUAL_AUDIENCE)
  .map(([kind, audience]) => `when '${kind}' then '${audience}'`)
  .join(' ')} end`;

/** The reason that stands at a line which a file said differently. */
const CORRECTED_BY_FILE = 'Import';

export const MOVES: Readonly<Record<ImportKind, Moves>> = {
  GRANTS: {
    names: [
      branchesOf('stage_grants', `null::text`),
      {
        kind: 'PARTNER',
        text: `insert into partner (name, kind)
     select distinct on (funder) funder, case kind when 'PUBLIC_SUBSIDY' then 'PUBLIC_BODY' when 'FINANCIAL_SPONSORSHIP' then 'FOUNDATION'
       when 'SKILLS_SPONSORSHIP' then 'COMPANY' else 'FUNDRAISER' end
     from stage_grants order by funder, file, line on conflict (name) do nothing returning name`,
      },
    ],
    rows: `with added as (
       insert into funding_grant (reference, partner_id, kind, starts_on, ends_before, amount_cents, branch_id)
       select s.reference, partner.id, s.kind, s.starts_on, s.ends_on + 1, s.amount_cents, branch.id
       from stage_grants as s join partner on partner.name = s.funder left join branch on branch.name = s.branch
       on conflict (reference) do nothing returning 1)
     select count(*) as added from added`,
  },
  MENTEES: {
    names: [branchesOf('stage_mentees')],
    rows: `with new as materialized (
       select s.*, uuid_v7() as person_id, uuid_v7() as mentee_id from stage_mentees as s
       where not exists (select 1 from mentee where mentee.reference = s.reference)),
     people as (
       insert into person (id, given_name, family_name, gender, birth_date, email)
       select person_id, given_name, family_name, gender, birth_date, email from new),
     mentees as (
       insert into mentee (id, person_id, reference, branch_id, education_level, nationality, residence_ground, months_out_of_work, referral)
       select mentee_id, person_id, reference, branch.id, education_level, nationality, residence_ground, months_out_of_work, referral
       from new join branch on branch.name = new.branch),
     stages as (
       insert into stage_change (person_id, journey, stage, reached_on)
       select person_id, 'MENTEE', stage, reached_on from new
       cross join lateral (values ('INFO_SESSION', info_session_on), ('REGISTERED', registered_on), ('INTAKE', intake_on)) as step (stage, reached_on)
       where reached_on is not null),
     consents as (
       insert into consent (person_id, purpose, version, status)
       select person_id, 'PROGRAMME', purpose_version('PROGRAMME', coalesce(registered_on, info_session_on, ${IMPORT_DAY})), consent
       from new where consent is not null),
     touched as (insert into touched_mentee select mentee_id from new)
     select count(*) as added from new`,
  },
  MENTORS: {
    names: [
      branchesOf('stage_mentors'),
      {
        kind: 'PARTNER',
        // Of mentors who are there already a file says nothing new, so that nothing comes into being with them.
        text: `insert into partner (name, kind) select distinct company, 'COMPANY' from stage_mentors as s
     where company is not null and not exists (select 1 from mentor where mentor.reference = s.reference)
     on conflict (name) do nothing returning name`,
      },
    ],
    rows: `with new as materialized (
       select s.*, uuid_v7() as person_id, uuid_v7() as mentor_id from stage_mentors as s
       where not exists (select 1 from mentor where mentor.reference = s.reference)),
     people as (
       insert into person (id, given_name, family_name, gender, birth_date, email)
       select person_id, given_name, family_name, gender, birth_date, email from new),
     mentors as (
       insert into mentor (id, person_id, reference, branch_id, sector, work_status)
       select mentor_id, person_id, reference, branch.id, sector, work_status from new join branch on branch.name = new.branch),
     volunteers as (
       insert into volunteer (person_id, partner_id, branch_id, engagement, status, registered_on)
       select person_id, partner.id, branch.id, 'MENTOR', 'ACTIVE', coalesce(info_session_on, interview_on, trained_on)
       from new join partner on partner.name = new.company join branch on branch.name = new.branch
       where coalesce(info_session_on, interview_on, trained_on) is not null),
     stages as (
       insert into stage_change (person_id, journey, stage, reached_on)
       select person_id, 'MENTOR', stage, reached_on from new
       cross join lateral (values ('INFO_SESSION', info_session_on), ('INTERVIEW', interview_on), ('TRAINED', trained_on)) as step (stage, reached_on)
       where reached_on is not null),
     touched as (insert into touched_mentor select mentor_id from new)
     select count(*) as added from new`,
  },
  DUOS: {
    names: [
      branchesOf('stage_duos'),
      {
        kind: 'COORDINATOR',
        text: `insert into coordinator (name, branch_id)
     select distinct on (coordinator) coordinator, branch.id from stage_duos as s join branch on branch.name = s.branch
     where coordinator is not null order by coordinator, file, line on conflict (name) do nothing returning name`,
      },
    ],
    rows: `with added as (
       insert into duo (reference, mentor_id, mentee_id, coordinator_id, branch_id, started_on, planned_end_on, closed_on, closure_reason)
       select s.reference, mentor.id, mentee.id, coordinator.id, branch.id, s.started_on,
         coalesce(s.planned_end_on, (s.started_on + interval '${DUO_MONTHS} months')::date), s.closed_on, s.closure_reason
       from stage_duos as s join mentor on mentor.reference = s.mentor join mentee on mentee.reference = s.mentee
       join branch on branch.name = s.branch left join coordinator on coordinator.name = s.coordinator
       on conflict (reference) do nothing returning id, reference),
     touched as (insert into touched_duo select id from added),
     earmarks as (
       insert into earmark (duo_id, grant_id, share)
       select added.id, funding_grant.id, 1 from added join stage_duos as s on s.reference = added.reference
       join funding_grant on funding_grant.reference = s.earmarked_grant)
     select count(*) as added from added`,
  },
  OUTCOMES: {
    names: [],
    rows: `with keyed as (
       ${NEW_KEYED('outcome', 'duo, observed_on, situation, contract_type, months, evidence')}),
     added as (
       insert into outcome (duo_id, observed_on, situation, contract_type, months, evidence, recorded_on, import_key)
       select duo.id, observed_on, situation, contract_type, months, evidence, coalesce(recorded_on, ${IMPORT_DAY}), import_key from keyed join duo on duo.reference = keyed.duo returning duo_id),
     touched as (insert into touched_duo select distinct duo_id from added)
     select count(*) as added from added`,
  },
  MEETINGS: {
    names: [],
    rows: `with keyed as (${NEW_KEYED('meeting', 'duo, held_on, minutes, mode')}),
     added as (
       insert into meeting (duo_id, held_on, minutes, mode, import_key)
       select duo.id, held_on, minutes, mode, import_key from keyed join duo on duo.reference = keyed.duo returning duo_id),
     touched as (insert into touched_duo select distinct duo_id from added)
     select count(*) as added from added`,
  },
  EVALUATIONS: {
    names: [],
    rows: `with added as (
       insert into response (duo_id, respondent, answered_on, recorded_on)
       select duo.id, respondent, answered_on, coalesce(recorded_on, ${IMPORT_DAY}) from stage_evaluations as s join duo on duo.reference = s.duo
       on conflict (duo_id, respondent) do nothing returning id, duo_id, respondent),
     answers as (
       insert into answer (response_id, question, score)
       select added.id, question, score from added join duo on duo.id = added.duo_id
       join stage_evaluations as s on s.duo = duo.reference and s.respondent = added.respondent
       cross join lateral (values ('AUTONOMY', autonomy), ('NETWORK', network), ('USEFULNESS', usefulness), ('COACHING', coaching),
         ('SATISFACTION', satisfaction), ('RECOMMENDATION', recommendation)) as given (question, score)
       where score is not null),
     touched as (insert into touched_duo select distinct duo_id from added)
     select count(*) as added from added`,
  },
  EVENTS: {
    names: [branchesOf('stage_events')],
    rows: `with added as (
       insert into event (reference, kind, title, held_on, branch_id, audience)
       select s.reference, s.kind, s.title, s.held_on, branch.id, coalesce(s.audience, ${USUAL_AUDIENCE_OF_KIND})
       from stage_events as s join branch on branch.name = s.branch
       on conflict (reference) do nothing returning 1)
     select count(*) as added from added`,
  },
  ATTENDANCES: {
    names: [],
    rows: `with added as (
       insert into attendance (event_id, person_id, role, status)
       select event.id, participant.person_id, participant.role, s.status
       from stage_attendances as s join event on event.reference = s.event cross join lateral (
         select person_id, 'MENTEE' as role from mentee where reference = s.mentee
         union all select person_id, 'MENTOR' from mentor where reference = s.mentor) as participant
       on conflict on constraint attendance_once do nothing returning 1)
     select count(*) as added from added`,
  },
  COSTS: {
    names: [branchesOf('stage_costs')],
    rows: `with keyed as (${NEW_COSTS}),
     referenced as materialized (${REFERENCED_COSTS}),
     changed as materialized (
       select *, (select coalesce(closed_before, '-infinity'::date) from ledger) as open_from from referenced where fate = 'CHANGED'),
     added as (
       insert into cost (booked_on, category, branch_id, amount_cents, nature, grant_id, import_key)
       select booked_on, category, branch.id, keyed.amount_cents, nature, funding_grant.id, import_key from keyed
       join branch on branch.name = keyed.branch left join funding_grant on funding_grant.reference = keyed.bearing_grant),
     booked as (
       insert into cost (booked_on, category, branch_id, amount_cents, nature, grant_id, reference)
       select booked_on, category, branch_id, amount_cents, next_nature, next_grant_id, reference from referenced where fate = 'NEW'),
     reversals as (
       insert into cost (booked_on, document_on, category, branch_id, amount_cents, nature, grant_id, reference, entry, corrects_id, reason)
       select greatest(former_on, open_from), nullif(former_about, greatest(former_on, open_from)), former_category, former_branch_id, -former_cents,
         former_nature, former_grant_id, reference, 'REVERSAL', former_id, '${CORRECTED_BY_FILE}' from changed),
     replacements as (
       insert into cost (booked_on, document_on, category, branch_id, amount_cents, nature, grant_id, reference, entry, corrects_id, reason)
       select greatest(booked_on, open_from), case when booked_on < open_from then booked_on end, category, branch_id, amount_cents,
         next_nature, next_grant_id, reference, 'REPLACEMENT', former_id, '${CORRECTED_BY_FILE}' from changed),
     outcome as (
       select file, line, amount_cents as added, null::bigint as corrected, null::bigint as former from keyed
       union all select file, line, amount_cents, null, null from referenced where fate = 'NEW'
       union all select file, line, null, amount_cents, former_cents from changed)
     select file, count(added) as added, count(corrected) as corrected, sum(s.amount_cents) as "acceptedCents",
       coalesce(sum(added), 0) as "addedCents", coalesce(sum(corrected), 0) as "correctedCents", coalesce(sum(former), 0) as "formerCents"
     from stage_costs as s left join outcome using (file, line) group by file`,
  },
  BUDGETS: {
    names: [],
    // A year whose lines are not those of its version in force gets a new version; the former stay.
    rows: `with given as materialized (
       select extract(year from month)::integer as year, month, category, branch.id as branch_id, sum(amount_cents) as amount_cents
       from stage_budgets as s join branch on branch.name = s.branch group by month, category, branch.id),
     current as (select distinct on (year) year, version, id from budget order by year, version desc),
     standing as (
       select year, month, category, branch_id, amount_cents from budget_line join current on current.id = budget_line.budget_id
       where year in (select year from given)),
     changed as (
       select year from given full join standing using (year, month, category, branch_id)
       group by year having bool_or(given.amount_cents is distinct from standing.amount_cents)),
     versions as (
       insert into budget (year, version, made_at, made_by)
       select year, coalesce(version, 0) + 1, now(), current_setting('${IMPORTER}') from changed left join current using (year)
       returning id, year),
     lines as (
       insert into budget_line (budget_id, month, category, branch_id, amount_cents)
       select versions.id, month, category, branch_id, amount_cents from given join versions using (year))
     select file, count(versions.id) as added, sum(amount_cents) as "acceptedCents",
       coalesce(sum(amount_cents) filter (where versions.id is not null), 0) as "addedCents"
     from stage_budgets left join versions on versions.year = extract(year from month) group by file`,
  },
  COMPARISONS: {
    names: [
      {
        kind: 'COMPARISON_GROUP',
        text: `insert into comparison_group (name) select distinct comparison_group from stage_comparisons
     on conflict (name) where removed_at is null do nothing returning name`,
      },
    ],
    // A stable job is a job, and a job a positive exit.
    rows: `with added as (
       insert into comparison_member (group_id, pseudonym, country, gender, age, nationality, education_level, months_out_of_work,
         started_on, observed_until, exit_on, job_on, stable_job_on)
       select comparison_group.id, pseudonym, country, gender, age, nationality, education_level, months_out_of_work,
         started_on, observed_until, least(exit_on, job_on, stable_job_on), least(job_on, stable_job_on), stable_job_on
       from stage_comparisons as s join comparison_group on comparison_group.name = s.comparison_group and removed_at is null
       on conflict (group_id, pseudonym) do nothing returning 1)
     select count(*) as added from added`,
  },
};
