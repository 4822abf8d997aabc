import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The programme's records. What the database itself refuses stands here as constraints: overlapping duos of one
 * person, a closure before its start, negative time, unknown references. Codes are text with a check, so that a
 * new one is a small migration; their lists are those of packages/domain/src/vocabulary.ts.
 */
export class Programme1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- UUIDv7 for rows made by set-based statements; PostgreSQL has its own only from version 18 on.
create function uuid_v7() returns uuid language sql volatile as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) placing
        substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

create table branch (
  id uuid primary key default uuid_v7(),
  name text not null unique check (name <> ''),
  country char(2) not null
);

create table coordinator (
  id uuid primary key default uuid_v7(),
  name text not null unique check (name <> ''),
  branch_id uuid not null references branch,
  user_id text unique
);

create table partner (
  id uuid primary key default uuid_v7(),
  name text not null unique check (name <> ''),
  kind text not null check (kind in ('PUBLIC_BODY', 'FOUNDATION', 'COMPANY', 'FUNDRAISER'))
);

-- Who may act: an account of the identity schema with one role, bound to a partner where the role is a partner's.
create table membership (
  user_id text primary key,
  role text not null check (role in ('ADMINISTRATOR', 'COORDINATOR', 'FINANCE', 'ANALYST', 'PARTNER_ADMINISTRATOR', 'PARTNER_MEMBER')),
  partner_id uuid references partner,
  constraint membership_partner_fits_role check ((role in ('PARTNER_ADMINISTRATOR', 'PARTNER_MEMBER')) = (partner_id is not null))
);
create index on membership (partner_id);

create table person (
  id uuid primary key default uuid_v7(),
  given_name text not null check (given_name <> ''),
  family_name text not null check (family_name <> ''),
  gender text check (gender in ('WOMAN', 'MAN', 'OTHER')),
  birth_date date,
  email text check (email = lower(email)),
  -- Stored, not computed in queries: an expression loses its index under row-level security.
  search_name text not null generated always as (lower(given_name || ' ' || family_name || ' ' || coalesce(email, ''))) stored
);
create index person_search on person using gin (search_name gin_trgm_ops);
create index person_family_name on person (family_name, given_name, id);

create table consent (
  person_id uuid not null references person on delete cascade,
  purpose text not null check (purpose in ('PROGRAMME')),
  status text not null check (status in ('GIVEN', 'ASKED', 'WITHDRAWN')),
  primary key (person_id, purpose)
);

create table mentee (
  id uuid primary key default uuid_v7(),
  person_id uuid not null unique references person,
  reference text not null unique check (reference <> ''),
  branch_id uuid not null references branch,
  education_level text check (education_level in ('NO_RECOGNISED_DIPLOMA', 'BELOW_UPPER_SECONDARY', 'UPPER_SECONDARY', 'BACHELOR', 'MASTER')),
  -- ISO 3166-1 alpha-2
  nationality char(2),
  residence_ground text check (residence_ground in ('INTERNATIONAL_PROTECTION', 'FAMILY_REUNIFICATION', 'STUDIES', 'WORK')),
  months_out_of_work integer check (months_out_of_work >= 0)
);
create index on mentee (branch_id);

create table mentor (
  id uuid primary key default uuid_v7(),
  person_id uuid not null unique references person,
  reference text not null unique check (reference <> ''),
  branch_id uuid not null references branch,
  sector text check (sector in ('SALES', 'HEALTH', 'IT', 'LOGISTICS', 'HOSPITALITY', 'BANKING', 'EDUCATION', 'ADMINISTRATION', 'CONSTRUCTION', 'OTHER')),
  work_status text check (work_status in ('WORKING', 'RETIRED'))
);
create index on mentor (branch_id);

-- Reaching a step on the way into a duo; MATCHED is not recorded, it is the start of a first duo.
create table stage_change (
  person_id uuid not null references person on delete cascade,
  journey text not null check (journey in ('MENTEE', 'MENTOR')),
  stage text not null,
  reached_on date not null,
  primary key (person_id, journey, stage),
  constraint stage_change_known check (
    (journey = 'MENTEE' and stage in ('INFO_SESSION', 'REGISTERED', 'INTAKE'))
    or (journey = 'MENTOR' and stage in ('INFO_SESSION', 'INTERVIEW', 'TRAINED')))
);

create table duo (
  id uuid primary key default uuid_v7(),
  reference text not null unique check (reference <> ''),
  mentor_id uuid not null references mentor,
  mentee_id uuid not null references mentee,
  coordinator_id uuid references coordinator,
  branch_id uuid not null references branch,
  started_on date not null,
  planned_end_on date not null,
  closed_on date,
  closure_reason text check (closure_reason in ('COMPLETED', 'LACK_OF_AVAILABILITY', 'DISAGREEMENT', 'HEALTH', 'MOVED_AWAY', 'FOUND_JOB')),
  version integer not null default 1,
  constraint duo_closure_not_before_start check (closed_on >= started_on),
  constraint duo_planned_end_not_before_start check (planned_end_on >= started_on),
  constraint duo_closure_has_reason check ((closed_on is null) = (closure_reason is null)),
  -- One duo at a time. A duo closed on the day it started still holds that day, hence greatest().
  constraint duo_one_per_mentor exclude using gist
    (mentor_id with =, daterange(started_on, greatest(closed_on, started_on + 1)) with &&),
  constraint duo_one_per_mentee exclude using gist
    (mentee_id with =, daterange(started_on, greatest(closed_on, started_on + 1)) with &&)
);
create index duo_started on duo (started_on desc, id);
create index on duo (branch_id, started_on desc);
create index on duo (coordinator_id) where closed_on is null;
create index on duo (mentor_id);
create index on duo (mentee_id);

create table meeting (
  id uuid primary key default uuid_v7(),
  duo_id uuid not null references duo,
  held_on date not null,
  minutes integer not null constraint meeting_minutes_positive check (minutes > 0 and minutes <= 1440),
  mode text not null check (mode in ('IN_PERSON', 'REMOTE')),
  note text,
  -- Where the row of an imported file is this meeting: a digest of its content and its turn among equals.
  import_key text unique,
  removed_at timestamptz
);
create index meeting_of_duo on meeting (duo_id, held_on desc) include (minutes) where removed_at is null;

create table outcome (
  id uuid primary key default uuid_v7(),
  duo_id uuid not null references duo,
  observed_on date not null,
  situation text not null check (situation in ('JOB', 'INTERNSHIP', 'TRAINING', 'JOB_SEARCH')),
  contract_type text check (contract_type in ('OPEN_ENDED', 'FIXED_TERM')),
  months integer constraint outcome_months_positive check (months > 0),
  evidence text not null check (evidence in ('DECLARED', 'CONTRACT', 'ADMINISTRATIVE')),
  import_key text unique,
  removed_at timestamptz,
  constraint outcome_contract_only_for_job check (contract_type is null or situation = 'JOB')
);
create index outcome_of_duo on outcome (duo_id, observed_on desc) where removed_at is null;

create table response (
  id uuid primary key default uuid_v7(),
  duo_id uuid not null references duo,
  respondent text not null check (respondent in ('MENTEE', 'MENTOR')),
  answered_on date not null,
  unique (duo_id, respondent)
);
create table answer (
  response_id uuid not null references response on delete cascade,
  question text not null check (question in ('AUTONOMY', 'NETWORK', 'USEFULNESS', 'COACHING', 'SATISFACTION', 'RECOMMENDATION')),
  score smallint not null,
  primary key (response_id, question),
  constraint answer_within_scale check (case when question = 'RECOMMENDATION' then score between 0 and 10 else score between 1 and 5 end)
);

-- "grant" is a reserved word of SQL. The period is half-open: ends_before is the first day not covered.
create table funding_grant (
  id uuid primary key default uuid_v7(),
  reference text not null unique check (reference <> ''),
  partner_id uuid not null references partner,
  kind text not null check (kind in ('PUBLIC_SUBSIDY', 'FINANCIAL_SPONSORSHIP', 'SKILLS_SPONSORSHIP', 'FUNDRAISING')),
  starts_on date not null,
  ends_before date not null,
  amount_cents bigint not null constraint grant_amount_not_negative check (amount_cents >= 0),
  currency char(3) not null default 'EUR',
  branch_id uuid references branch,
  constraint grant_period_not_empty check (ends_before > starts_on)
);
create index on funding_grant (partner_id);

-- Which grant pays which share of which duo.
create table earmark (
  duo_id uuid not null references duo,
  grant_id uuid not null references funding_grant,
  share numeric(5, 4) not null check (share > 0 and share <= 1),
  primary key (duo_id, grant_id)
);
create index on earmark (grant_id);

create table cost (
  id uuid primary key default uuid_v7(),
  booked_on date not null,
  category text not null check (category in ('SALARIES', 'RENT_AND_OFFICES', 'MENTOR_TRAINING', 'COMMUNICATION', 'IT', 'OVERHEADS')),
  branch_id uuid not null references branch,
  -- Signed: a correction is a counter-entry.
  amount_cents bigint not null,
  currency char(3) not null default 'EUR',
  import_key text unique
);
create index on cost (booked_on, branch_id);

create table volunteer (
  id uuid primary key default uuid_v7(),
  person_id uuid not null references person,
  partner_id uuid not null references partner,
  branch_id uuid not null references branch,
  engagement text not null check (engagement in ('MENTOR', 'VOLUNTEER', 'MISSION')),
  status text not null check (status in ('REGISTERED', 'ACTIVE', 'WITHDRAWN')),
  availability text,
  planned_hours integer check (planned_hours >= 0),
  registered_on date not null,
  version integer not null default 1,
  unique (partner_id, person_id)
);

create table time_entry (
  id uuid primary key default uuid_v7(),
  volunteer_id uuid not null references volunteer,
  worked_on date not null,
  minutes integer not null constraint time_entry_minutes_positive check (minutes > 0 and minutes <= 1440),
  activity text not null check (activity <> ''),
  status text not null check (status in ('SUBMITTED', 'APPROVED', 'REJECTED')),
  rejection_reason text,
  version integer not null default 1,
  removed_at timestamptz,
  constraint time_entry_rejection_has_reason check ((status = 'REJECTED') = (rejection_reason is not null))
);
create index on time_entry (volunteer_id, worked_on desc) where removed_at is null;
create index time_entry_waiting on time_entry (worked_on) where status = 'SUBMITTED' and removed_at is null;

create table sroi_model (
  id uuid primary key default uuid_v7(),
  name text not null unique check (name <> ''),
  discount_rate double precision not null check (discount_rate >= 0 and discount_rate < 1),
  discount_convention text not null check (discount_convention in ('END_OF_YEAR', 'START_OF_YEAR')),
  version integer not null default 1
);
create table sroi_row (
  id uuid primary key default uuid_v7(),
  model_id uuid not null references sroi_model on delete cascade,
  position integer not null,
  stakeholder text not null check (stakeholder in ('PUBLIC_AUTHORITIES', 'MENTEES', 'MENTORS', 'COMPANIES')),
  outcome text not null check (outcome <> ''),
  -- Either linked to a metric (its numerator) or typed.
  quantity_metric text,
  quantity double precision,
  proxy_cents bigint not null,
  proxy_year integer not null,
  proxy_country char(2) not null,
  proxy_source text,
  deadweight double precision not null check (deadweight between 0 and 1),
  displacement double precision not null check (displacement between 0 and 1),
  attribution double precision not null check (attribution between 0 and 1),
  drop_off double precision not null check (drop_off between 0 and 1),
  duration_years integer not null check (duration_years between 1 and 30),
  first_year integer not null default 1 check (first_year between 1 and 30),
  evidence_grade text not null check (evidence_grade in ('MEASURED', 'PUBLISHED', 'ESTIMATED')),
  constraint sroi_row_one_quantity check ((quantity_metric is null) <> (quantity is null)),
  unique (model_id, position)
);

create table import_mapping (
  id uuid primary key default uuid_v7(),
  name text not null unique check (name <> ''),
  headers jsonb not null
);
create table import_run (
  id uuid primary key default uuid_v7(),
  status text not null check (status in ('UPLOADED', 'CHECKED', 'COMMITTED')),
  created_at timestamptz not null,
  created_by text,
  committed_at timestamptz,
  report jsonb
);
create table import_file (
  run_id uuid not null references import_run on delete cascade,
  name text not null,
  content bytea not null,
  mapping jsonb,
  primary key (run_id, name)
);

create table audit_entry (
  id uuid primary key default uuid_v7(),
  at timestamptz not null,
  actor_user_id text,
  actor_name text not null,
  action text not null,
  record_kind text not null,
  record_id uuid not null,
  -- The record that a person would look for: the duo of a meeting, the volunteer of an hour.
  subject_id uuid not null,
  before jsonb,
  after jsonb,
  request_id text
);
create index audit_of_subject on audit_entry (subject_id, at desc);
create index audit_recent on audit_entry (at desc);
`);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not taken back: drop the database instead.');
  }
}
