import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of better-auth with its API-key plugin, in a schema of their own; names and columns are the library's. */
export class Identity1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema identity;
create table identity."user" (
  "id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null default current_timestamp);
create table identity."session" (
  "id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
  "userId" text not null references identity."user" on delete cascade);
create table identity."account" (
  "id" text not null primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references identity."user" on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text,
  "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null);
create table identity."verification" (
  "id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null default current_timestamp);
create table identity."apikey" (
  "id" text not null primary key, "configId" text not null, "name" text, "start" text, "referenceId" text not null, "prefix" text,
  "key" text not null, "refillInterval" integer, "refillAmount" integer, "lastRefillAt" timestamptz, "enabled" boolean,
  "rateLimitEnabled" boolean, "rateLimitTimeWindow" integer, "rateLimitMax" integer, "requestCount" integer, "remaining" integer,
  "lastRequest" timestamptz, "expiresAt" timestamptz, "createdAt" timestamptz not null, "updatedAt" timestamptz not null,
  "permissions" text, "metadata" text);
create index on identity."session" ("userId");
create index on identity."account" ("userId");
create index on identity."verification" ("identifier");
create index on identity."apikey" ("configId");
create index on identity."apikey" ("referenceId");
create index on identity."apikey" ("key");

alter table membership add foreign key (user_id) references identity."user" on delete cascade;
alter table coordinator add foreign key (user_id) references identity."user" on delete set null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema identity cascade');
  }
}
