import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is decided about money and kept as versions, none of which is ever changed: the rule by which shared cost is
 * allocated, budgets, and the rates at which hours given in kind are valued.
 */
export class MoneyPlans1700000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table allocation_rule (
  id uuid primary key default uuid_v7(),
  version integer not null unique check (version > 0),
  basis text not null check (basis in ('STARTED_DUOS', 'ACTIVE_DUO_MONTHS', 'BRANCH_SHARES')),
  -- Natures of cost that all branches bear together; lines of the others stay with the branch that booked them.
  spread text[] not null check (spread <@ array['DIRECT', 'SHARED', 'INDIRECT']),
  -- Of BRANCH_SHARES: ten-thousandths by the id of the branch, 10,000 in all.
  branch_shares jsonb,
  reason text,
  made_at timestamptz not null default clock_timestamp(),
  made_by text,
  constraint rule_has_shares check ((basis = 'BRANCH_SHARES') = (branch_shares is not null)),
  constraint rule_has_reason check ((made_by is null) = (reason is null))
);
-- The rule with which the platform comes.
insert into allocation_rule (version, basis, spread) values (1, 'ACTIVE_DUO_MONTHS', array['INDIRECT']);

create table budget (
  id uuid primary key default uuid_v7(),
  year integer not null check (year between 1990 and 2100),
  version integer not null check (version > 0),
  note text check (note <> ''),
  made_at timestamptz not null,
  made_by text not null,
  unique (year, version)
);
create table budget_line (
  budget_id uuid not null references budget,
  month date not null check (extract(day from month) = 1),
  category text not null check (category in ('SALARIES', 'RENT_AND_OFFICES', 'MENTOR_TRAINING', 'COMMUNICATION', 'IT', 'OVERHEADS')),
  branch_id uuid not null references branch,
  amount_cents bigint not null check (amount_cents >= 0),
  primary key (budget_id, month, category, branch_id)
);

create table in_kind_rate (
  id uuid primary key default uuid_v7(),
  from_day date not null unique,
  cents_per_hour bigint not null check (cents_per_hour > 0),
  source text not null check (source <> ''),
  source_year integer not null check (source_year between 1990 and 2100),
  made_at timestamptz not null,
  made_by text not null
);

-- Approved hours, each with its value in cents (null where no rate covers its day), and whether a grant of skills
-- sponsorship of its partner covers the day, so that it is in that grant already.
create view valued_hours with (security_invoker = true) as
select time_entry.id, time_entry.worked_on, time_entry.minutes, volunteer.branch_id, volunteer.partner_id,
  exists (
    select from funding_grant where funding_grant.partner_id = volunteer.partner_id and kind = 'SKILLS_SPONSORSHIP' and counts
      and time_entry.worked_on >= starts_on and time_entry.worked_on < ends_before
  ) as covered,
  round(time_entry.minutes * (
    select cents_per_hour from in_kind_rate where from_day <= time_entry.worked_on order by from_day desc limit 1
  ) / 60.0)::bigint as cents
from time_entry join volunteer on volunteer.id = time_entry.volunteer_id
where time_entry.status = 'APPROVED' and time_entry.removed_at is null;
create view cost_with_in_kind with (security_invoker = true) as
select booked_on, branch_id, amount_cents from cost
union all
select worked_on, branch_id, cents from valued_hours where not covered and cents is not null;
grant select on valued_hours, cost_with_in_kind to tandem_staff;
`);
    for (const table of ['allocation_rule', 'budget', 'budget_line', 'in_kind_rate'])
      await runner.query(`
alter table ${table} enable row level security;
create policy staff_rows on ${table} to tandem_staff using (true) with check (true);
grant select, insert on ${table} to tandem_staff;
`);
    await runner.query(`
-- For an erasure: a dash in the place of words that name the person.
grant update (reason) on allocation_rule to tandem_staff;
grant update (note) on budget to tandem_staff;
grant update (source) on in_kind_rate to tandem_staff;
create policy figures_rows on allocation_rule for select to tandem_figures using (true);
grant select (id, version, basis, spread, branch_shares) on allocation_rule to tandem_figures;
`);
  }

  async down(): Promise<void> {
    throw new Error('what was decided is not taken out: restore the database instead');
  }
}
