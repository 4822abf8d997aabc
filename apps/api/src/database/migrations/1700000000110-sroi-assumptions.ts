import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row of the value map says for each number that is taken to be so on what it stands; a published one for good. */
export class SroiAssumptions1700000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table sroi_row drop constraint sroi_row_evidence_grade_check,
  add constraint sroi_row_evidence_grade_check check (evidence_grade in ('MEASURED', 'PUBLISHED', 'ESTIMATED', 'ASSUMED'));
create table sroi_assumption (
  version_id uuid not null,
  row_key uuid not null,
  number text not null
    check (number in ('deadweight', 'displacement', 'attribution', 'leakage', 'substitution', 'dropOff', 'durationYears')),
  grade text not null check (grade in ('MEASURED', 'PUBLISHED', 'ESTIMATED', 'ASSUMED')),
  source text not null check (source <> ''),
  primary key (version_id, row_key, number),
  foreign key (version_id, row_key) references sroi_row (version_id, row_key) on delete cascade
);
create trigger published_stays before insert or update or delete on sroi_assumption
  for each row execute function refuse_change_of_published('source');
alter table sroi_assumption enable row level security;
create policy staff_rows on sroi_assumption to tandem_staff using (true) with check (true);
create policy coordinator_rows on sroi_assumption to tandem_coordinator using (true) with check (true);
create policy partner_rows on sroi_assumption for select to tandem_partner
  using (exists (select from sroi_version where sroi_version.id = version_id));
grant select, insert, update, delete on sroi_assumption to tandem_staff, tandem_coordinator;
grant select on sroi_assumption to tandem_partner;
`);
  }

  async down(): Promise<void> {
    throw new Error('what published value maps stand on is not thrown away: restore the database instead');
  }
}
