import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names are found and sorted as people read them, without regard to accents and capitals: "aicha" finds Aïcha, who
 * stands before Aminata. What is compared is stored, since an expression loses its index under row-level security.
 */
export class FoldedNames1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create function folded(text) returns text language sql immutable strict parallel safe
      return lower(regexp_replace(normalize($1, NFD), '[\\u0300-\\u036f]', '', 'g'))`);
    await runner.query(`alter table person drop column search_name`);
    await runner.query(`alter table person
      add column search_name text not null
        generated always as (folded(given_name || ' ' || family_name || ' ' || coalesce(email, ''))) stored,
      add column sort_name text not null generated always as (folded(family_name || ' ' || given_name)) stored`);
    await runner.query('create index person_search on person using gin (search_name gin_trgm_ops)');
    await runner.query('drop index person_family_name');
    await runner.query('create index person_sort_name on person (sort_name, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person drop column search_name, drop column sort_name');
    await runner.query(`alter table person add column search_name text not null
      generated always as (lower(given_name || ' ' || family_name || ' ' || coalesce(email, ''))) stored`);
    await runner.query('create index person_search on person using gin (search_name gin_trgm_ops)');
    await runner.query('create index person_family_name on person (family_name, given_name, id)');
    await runner.query('drop function folded(text)');
  }
}
