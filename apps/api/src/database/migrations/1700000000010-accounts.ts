import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Second factors and passkeys (names and columns are better-auth's), the language of an account's letters, invitations, and
 * accounts that are disabled. Partner administrators meet the accounts and invitations of their own partner; who sees where others are
 * signed in is asked of the database itself once more.
 */
const OWN_USER = `(select nullif(current_setting('tandem.account', true), ''))`;
/** Who sees where others are signed in, ends it, and takes away second factors. */
const IS_ADMINISTRATOR = `exists (select from membership where user_id = ${OWN_USER} and role = 'ADMINISTRATOR' and disabled_at is null)`;
const OWN_PARTNER = `(select nullif(current_setting('tandem.partner', true), '')::uuid)`;

export class Accounts1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table identity."user" add column "twoFactorEnabled" boolean default false, add column "locale" text;
create table identity."twoFactor" (
  "id" text not null primary key, "secret" text not null, "backupCodes" text not null,
  "userId" text not null unique references identity."user" on delete cascade,
  "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
create table identity."passkey" (
  "id" text not null primary key, "name" text, "publicKey" text not null,
  "userId" text not null references identity."user" on delete cascade,
  "credentialID" text not null unique, "counter" integer not null, "deviceType" text not null, "backedUp" boolean not null,
  "transports" text, "createdAt" timestamptz, "aaguid" text);
create index on identity."passkey" ("userId");

-- Each use prolongs a session; none lasts longer than a week.
create function end_old_session() returns trigger language plpgsql as $$
begin
  new."expiresAt" := least(new."expiresAt", new."createdAt" + interval '7 days');
  return new;
end $$;
create trigger end_old_session before insert or update on identity."session" for each row execute function end_old_session();

alter table membership add column disabled_at timestamptz;
grant update (disabled_at) on membership to tandem_partner;

create table invitation (
  id uuid primary key default uuid_v7(),
  email text not null check (email = lower(email)),
  name text not null check (name <> ''),
  role text not null check (role in ('ADMINISTRATOR', 'COORDINATOR', 'FINANCE', 'ANALYST', 'PARTNER_ADMINISTRATOR', 'PARTNER_MEMBER')),
  partner_id uuid references partner,
  branch_ids uuid[] not null default '{}',
  locale text not null,
  -- SHA-256 of the token in the letter.
  token_hash bytea not null unique,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  constraint invitation_partner_fits_role check ((role in ('PARTNER_ADMINISTRATOR', 'PARTNER_MEMBER')) = (partner_id is not null))
);
-- Each partner for itself: none is told whom others have invited, nor keeps them from it.
create unique index invitation_open on invitation (email, partner_id) nulls not distinct where accepted_at is null and revoked_at is null;
create index on invitation (partner_id);
alter table invitation enable row level security;
create policy staff_rows on invitation to tandem_staff using (true) with check (true);
grant select, insert, update on invitation to tandem_staff;
create policy partner_rows on invitation to tandem_partner using (partner_id = ${OWN_PARTNER}) with check (partner_id = ${OWN_PARTNER});
grant select, insert, update on invitation to tandem_partner;

-- What staff and partner administrators see of sessions and second factors, and how they end them.
grant select ("twoFactorEnabled", "createdAt") on identity."user" to tandem_staff, tandem_partner;
grant update ("twoFactorEnabled") on identity."user" to tandem_staff;
drop policy staff_rows on identity."user";
create policy staff_rows on identity."user" for select to tandem_staff using (true);
create policy staff_writes on identity."user" for update to tandem_staff using (${IS_ADMINISTRATOR});
`);
    const ofOwn = `"userId" = any (array(select user_id from membership where partner_id = ${OWN_PARTNER}))`;
    for (const table of ['session', 'twoFactor', 'passkey'])
      await runner.query(`
alter table identity."${table}" enable row level security;
create policy staff_rows on identity."${table}" to tandem_staff using (${IS_ADMINISTRATOR});
create policy partner_rows on identity."${table}" to tandem_partner using (${ofOwn});
`);
    await runner.query(`
grant select ("id", "userId", "createdAt", "updatedAt", "expiresAt", "ipAddress", "userAgent"), delete on identity."session" to tandem_staff, tandem_partner;
grant select ("id", "userId"), delete on identity."twoFactor" to tandem_staff;
grant select ("id", "userId"), delete on identity."passkey" to tandem_staff;
-- Keys: one's own, and those of the partner; which of them is decided by who lists and makes them.
alter table identity."apikey" enable row level security;
create policy own_rows on identity."apikey" to tandem_staff, tandem_coordinator using ("referenceId" = ${OWN_USER});
create policy partner_rows on identity."apikey" to tandem_partner
  using ("referenceId" = ${OWN_USER} or metadata::jsonb ->> 'partnerId' = ${OWN_PARTNER}::text);
grant select ("id", "name", "start", "referenceId", "expiresAt", "createdAt", "lastRequest", "permissions", "metadata"),
  insert, delete on identity."apikey" to tandem_staff, tandem_coordinator, tandem_partner;
`);
  }

  async down(): Promise<void> {
    throw new Error('accounts are not taken apart: restore the database instead');
  }
}
