import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A source is said of a value: of each number of a value map it is kept of which. What stands is taken to have been said of the values
 * that stand, in published versions as well, which nothing else changes. A quantity that is typed says on what it stands, too.
 */
export class SourcesOfValues1700000000135 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table sroi_row disable trigger published_stays;
alter table sroi_assumption disable trigger published_stays;
alter table sroi_row add column proxy_source_cents bigint;
update sroi_row set proxy_source_cents = proxy_cents where proxy_source is not null;
alter table sroi_assumption add column value double precision;
update sroi_assumption set value = case number
    when 'deadweight' then sroi_row.deadweight
    when 'displacement' then sroi_row.displacement
    when 'attribution' then sroi_row.attribution
    when 'leakage' then sroi_row.leakage
    when 'substitution' then sroi_row.substitution
    when 'dropOff' then sroi_row.drop_off
    else sroi_row.duration_years
  end
  from sroi_row where sroi_row.version_id = sroi_assumption.version_id and sroi_row.row_key = sroi_assumption.row_key;
alter table sroi_assumption
  alter column value set not null,
  drop constraint sroi_assumption_number_check,
  add constraint sroi_assumption_number_check
    check (number in ('quantity', 'deadweight', 'displacement', 'attribution', 'leakage', 'substitution', 'dropOff', 'durationYears'));
alter table sroi_row enable trigger published_stays;
alter table sroi_assumption enable trigger published_stays;
`);
  }

  async down(): Promise<void> {
    throw new Error('of which values sources were said is not thrown away: restore the database instead');
  }
}
