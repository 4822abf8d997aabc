import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests that came with a key of their own, so that a repeat has no second effect (http/idempotency.ts). No role of a
 * request meets the table: claims are made and marked by the owner. It is logged, unlike the limits: what was done before a
 * crash must not be done again after it.
 */
export class Idempotency1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table idempotent_request (
  account text not null references identity."user" on delete cascade,
  -- SHA-256 of the key, and what was asked under a keyed hash: neither can be guessed back from here.
  key_hash bytea not null,
  asked_hash bytea not null,
  -- The attempt that holds the claim, and until when nobody takes it over.
  attempt uuid not null,
  lease_ends_at timestamptz not null,
  -- Set in the transaction of the effect itself.
  effect boolean not null default false,
  -- Sealed; null as long as there is none.
  answer bytea,
  expires_at timestamptz not null,
  primary key (account, key_hash)
);
create index on idempotent_request (expires_at);
alter table idempotent_request enable row level security;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotent_request');
  }
}
