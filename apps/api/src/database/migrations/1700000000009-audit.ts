import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail tells from where something was done and with what kind of credential (and which key), and is sealed: each entry gets a place
 * in a chain of hashes (features/audit/chain.ts). A seal outlives its entry, so that a missing one shows. What an entry
 * says of a record's fields is hashed with a salt of its own: erasing a person takes both away and leaves the hash.
 */
export class Audit1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table audit_entry add column address text, add column credential text, add column key_id text, add column redaction_id uuid;
create index audit_of_actor on audit_entry (actor_user_id, at desc);
create index audit_of_record on audit_entry (record_id, at desc);
create index audit_of_action on audit_entry (action, at desc);
create index audit_of_redaction on audit_entry (redaction_id) where redaction_id is not null;

create table audit_seal (
  sequence bigint primary key,
  entry_id uuid not null unique,
  payload_salt bytea,
  payload_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null
);
create index audit_seal_moments on audit_seal (sealed_at);
alter table audit_seal enable row level security;
create policy staff_rows on audit_seal for select to tandem_staff using (true);
grant select on audit_seal to tandem_staff;
`);
  }

  async down(): Promise<void> {
    throw new Error('A trail is not taken back: restore the database instead.');
  }
}
