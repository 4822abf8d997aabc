import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { makeDataSource } from './data-source.ts';
import { migrate } from './migrate.ts';
import { newId } from './new-id.ts';

test('migrations take the time that they need, whatever a statement of a request is given', async () => {
  const server = new URL(inject('templateUrl'));
  server.pathname = '/postgres';
  const admin = new Client({ connectionString: server.href });
  await admin.connect();
  const name = `test_${newId().replaceAll('-', '')}`;
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  // Less than the first migration takes to make its tables.
  const db = makeDataSource(url.href, () => undefined, { statementMilliseconds: 40 });
  await migrate(url.href, db);
  expect(await db.query('select count(*) > 10 as migrated from migration')).toEqual([{ migrated: true }]);
  await db.destroy();
  await admin.query(`drop database ${name}`);
  await admin.end();
}, 60_000);
