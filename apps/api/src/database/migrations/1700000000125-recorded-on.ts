import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The day on which a situation or an answer was written down is a day of its own: what comes from elsewhere was written
 * down there. Of what is there already it is the day on which its id was made (RFC 9562, version 7).
 */
export class RecordedOn1700000000125 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, day] of [
      ['outcome', 'observed_on'],
      ['response', 'answered_on'],
    ])
      await runner.query(`
alter table ${table} add column recorded_on date;
update ${table} set recorded_on = greatest(${day},
  least(current_date, to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0)::date));
alter table ${table} alter column recorded_on set not null,
  add constraint ${table}_recorded_once_known check (recorded_on >= ${day});
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table outcome drop column recorded_on; alter table response drop column recorded_on',
    );
  }
}
