import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A value map has versions: one draft at a time, and published ones that nothing changes, whoever asks. The map that there is
 * becomes the first draft, with its place in the trail: entries about it keep its id as their subject.
 *
 * An erasure is the one exception of the lock: a word about a person gives way to a dash, in what is published as well.
 * No number can.
 */
export class SroiVersions1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LOCK);
    await runner.query(WALLS);
  }

  async down(): Promise<void> {
    throw new Error('versions of the value map are not thrown away: restore the database instead');
  }
}

const TABLES = `
create table sroi_version (
  id uuid primary key default uuid_v7(),
  model_id uuid not null references sroi_model on delete cascade,
  name text not null check (name <> ''),
  status text not null default 'DRAFT' check (status in ('DRAFT', 'PUBLISHED', 'DISCARDED')),
  note text,
  -- The version that it was begun from.
  based_on_id uuid references sroi_version,
  -- [{ fromYear, rate }] in order of years, from year 1.
  discount_schedule jsonb not null,
  discount_convention text not null check (discount_convention in ('END_OF_YEAR', 'START_OF_YEAR')),
  horizon_years integer not null check (horizon_years between 1 and 60),
  seed integer not null default 1 check (seed >= 0),
  draws integer not null default 100000 check (draws between 1000 and 1000000),
  version integer not null default 1,
  started_at timestamptz not null default now(),
  started_by text,
  published_at timestamptz,
  published_by text,
  -- The day of the quantities and the cost that it was published with.
  published_as_of date,
  published_investment_cents bigint check (published_investment_cents > 0),
  constraint sroi_version_publication check (
    (status = 'PUBLISHED') = (num_nonnulls(published_at, published_by, published_as_of, published_investment_cents) = 4)
    and num_nonnulls(published_at, published_by, published_as_of, published_investment_cents) in (0, 4))
);
create unique index sroi_version_name on sroi_version (model_id, name) where status <> 'DISCARDED';
create unique index sroi_version_one_draft on sroi_version (model_id) where status = 'DRAFT';

alter table sroi_row drop constraint sroi_row_model_id_position_key;
alter table sroi_row
  add column version_id uuid references sroi_version on delete cascade,
  -- The same in every version that has the row.
  add column row_key uuid not null default uuid_v7(),
  add column leakage double precision not null default 0 check (leakage between 0 and 1),
  add column substitution double precision not null default 0 check (substitution between 0 and 1),
  add column proxy_unit text,
  -- An index of prices: its name, its values in the year of the proxy and in another year, and that year.
  add column price_index_name text,
  add column price_index_from double precision check (price_index_from > 0),
  add column price_index_to double precision check (price_index_to > 0),
  add column price_index_year integer,
  -- [{ parameter, distribution, low, high }]
  add column ranges jsonb not null default '[]',
  add column note text,
  add column published_quantity double precision,
  add constraint sroi_row_whole_index check (num_nonnulls(price_index_name, price_index_from, price_index_to, price_index_year) in (0, 4));

create table sroi_scenario (
  id uuid primary key default uuid_v7(),
  version_id uuid not null references sroi_version on delete cascade,
  position integer not null,
  name text not null check (name <> ''),
  -- [{ row, parameter, value }]
  changes jsonb not null,
  unique (version_id, position)
);

insert into sroi_version (model_id, name, discount_schedule, discount_convention, horizon_years, version)
  select id, name, jsonb_build_array(jsonb_build_object('fromYear', 1, 'rate', discount_rate)), discount_convention,
    coalesce((select max(first_year + duration_years - 1) from sroi_row where model_id = sroi_model.id), 1), version
  from sroi_model;
update sroi_row set version_id = sroi_version.id from sroi_version where sroi_version.model_id = sroi_row.model_id;
-- Partners read the rows by a policy that comes below; the one of before names no column that goes.
alter table sroi_row drop column model_id, alter column version_id set not null,
  add constraint sroi_row_position unique (version_id, position), add constraint sroi_row_of_version unique (version_id, row_key);

alter table sroi_model drop column discount_rate, drop column discount_convention, drop column version,
  -- The one that figures come from.
  add column published_version_id uuid references sroi_version;
`;

const LOCK = `
create function refuse_change_of_published() returns trigger language plpgsql as $$
declare
  of_version record;
  published boolean := false;
begin
  if tg_table_name = 'sroi_version' then
    published := old.status = 'PUBLISHED';
  else
    -- Locked, so that nobody publishes it in between.
    for of_version in select status from sroi_version
      where id in (case when tg_op <> 'INSERT' then old.version_id end, case when tg_op <> 'DELETE' then new.version_id end) for share
    loop
      published := published or of_version.status = 'PUBLISHED';
    end loop;
  end if;
  if published and not (tg_op = 'UPDATE' and not exists (
    select from jsonb_each(to_jsonb(new)) as after
    where after.value is distinct from to_jsonb(old) -> after.key
      and not (after.key = any (tg_argv) and (after.value = 'null' or after.value #>> '{}' like '–%'))))
  then raise exception 'a published version of the value map does not change' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger published_stays before update or delete on sroi_version
  for each row execute function refuse_change_of_published('name', 'note');
create trigger published_stays before insert or update or delete on sroi_row
  for each row execute function refuse_change_of_published('outcome', 'proxy_source', 'proxy_unit', 'price_index_name', 'note');
create trigger published_stays before insert or update or delete on sroi_scenario
  for each row execute function refuse_change_of_published('name');
`;

/** Partners meet the published version; as long as there is none, the draft. */
const WALLS = `
alter table sroi_version enable row level security;
alter table sroi_scenario enable row level security;
drop policy partner_rows on sroi_row;
drop policy figures_rows on sroi_row;
drop policy figures_rows on sroi_model;
revoke select on sroi_row, sroi_model from tandem_figures;
create policy staff_rows on sroi_version to tandem_staff using (true) with check (true);
create policy coordinator_rows on sroi_version to tandem_coordinator using (true) with check (true);
create policy staff_rows on sroi_scenario to tandem_staff using (true) with check (true);
create policy coordinator_rows on sroi_scenario to tandem_coordinator using (true) with check (true);
grant select, insert, update, delete on sroi_version, sroi_scenario to tandem_staff, tandem_coordinator;
create policy partner_rows on sroi_version for select to tandem_partner using (exists (
  select from sroi_model as model where model.id = model_id
    and (model.published_version_id = sroi_version.id or model.published_version_id is null and status = 'DRAFT')));
create policy partner_rows on sroi_row for select to tandem_partner
  using (exists (select from sroi_version where sroi_version.id = version_id));
create policy partner_rows on sroi_scenario for select to tandem_partner
  using (exists (select from sroi_version where sroi_version.id = version_id));
grant select on sroi_version, sroi_scenario to tandem_partner;
`;
