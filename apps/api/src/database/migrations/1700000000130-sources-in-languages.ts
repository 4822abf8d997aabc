import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a rate was published is said in each language, or, as a citation, in its own alone. One that was typed before stands
 * under the language in which it is said about whom the rate is, where that is one; else under English, as its name does.
 */
export class SourcesInLanguages1700000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table published_rate add column sources jsonb;
update published_rate set sources = jsonb_build_object(
  coalesce((select min(key) from jsonb_object_keys(population) as key having count(*) = 1), 'en'), source);
alter table published_rate drop column source;
alter table published_rate rename column sources to source;
alter table published_rate
  alter column source set not null,
  add constraint published_rate_source_check check (source ?| array['fr', 'nl', 'en']);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table published_rate
  drop constraint published_rate_source_check,
  alter column source type text using coalesce(source ->> 'en', source ->> 'fr', source ->> 'nl'),
  add constraint published_rate_source_check check (source <> '');
`);
  }
}
