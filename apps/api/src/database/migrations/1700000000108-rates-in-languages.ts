import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A published rate says in each language what it is called and about whom it is, and may state its window and a region. In which
 * language one was typed before, nothing says: it stands under English, and readers of all languages meet it as they did.
 */
export class RatesInLanguages1700000000108 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table published_rate
  drop constraint published_rate_label_check,
  drop constraint published_rate_population_check,
  alter column label type jsonb using jsonb_build_object('en', label),
  alter column population type jsonb using jsonb_build_object('en', population),
  add column region jsonb not null default '{}',
  add column window_months integer check (window_months between 1 and 120),
  add constraint published_rate_label_check check (label ?| array['fr', 'nl', 'en']),
  add constraint published_rate_population_check check (population ?| array['fr', 'nl', 'en']);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table published_rate
  drop constraint published_rate_label_check,
  drop constraint published_rate_population_check,
  drop column region,
  drop column window_months,
  alter column label type text using coalesce(label ->> 'en', label ->> 'fr', label ->> 'nl'),
  alter column population type text using coalesce(population ->> 'en', population ->> 'fr', population ->> 'nl'),
  add constraint published_rate_label_check check (label <> ''),
  add constraint published_rate_population_check check (population <> '');
`);
  }
}
