import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a partner had last when making its release failed: of which day, and by which rules. Whoever sees that it fails sees of
 * which day the figures are that it is shown meanwhile, and meets no release to a partner for that.
 */
export class ShownMeanwhile1700000000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table release_failure
  -- Null where it never had one.
  add column latest_as_of date,
  add column latest_rules text,
  add check ((latest_as_of is null) = (latest_rules is null));
update release_failure set (latest_as_of, latest_rules) =
  (select as_of, rules from figure_release where figure_release.partner_id = release_failure.partner_id order by id desc limit 1);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table release_failure drop column latest_as_of, drop column latest_rules');
  }
}
