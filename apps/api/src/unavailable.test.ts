import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve, type Served } from '../test/serve.ts';
import { openTestkit, type Testkit } from '../test/testkit.ts';
import { makeDataSource } from './database/data-source.ts';
import { makeAccount } from './identity/accounts.ts';
import type { DataSource } from 'typeorm';

const LIMIT = 500;
/** An answer may come so much later than a limit. */
const GRACE = 500;

let kit: Testkit;
let served: Served;
let hurried: DataSource;
let blocker: Client;
let key: string;
/** Not remembered from an earlier request. */
let unused: string;
let cookie: string;
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  const limits = {
    connections: 2,
    connectMilliseconds: LIMIT,
    statementMilliseconds: LIMIT,
    idleMilliseconds: LIMIT,
  };
  hurried = makeDataSource(kit.url, () => undefined, limits);
  await hurried.initialize();
  served = await serve(kit, { db: hurried, limits });
  const userId = await makeAccount(served.identity, kit.db, {
    name: 'Ada',
    email: 'ada@example.org',
    password: 'correct horse battery',
    role: 'ADMINISTRATOR',
    partnerId: null,
  });
  const { headers } = await served.identity.auth.api.signInEmail({
    body: { email: 'ada@example.org', password: 'correct horse battery' },
    returnHeaders: true,
  });
  cookie = String(headers.get('set-cookie')).split(';')[0] ?? '';
  ({ key } = await served.identity.auth.api.createApiKey({ body: { userId, name: 'waits' } }));
  ({ key: unused } = await served.identity.auth.api.createApiKey({ body: { userId, name: 'unused' } }));
});
beforeEach(async () => {
  await ask('{ __typename }');
  blocker = new Client({ connectionString: kit.url });
  await blocker.connect();
});
afterAll(async () => {
  await served.close();
  await hurried.destroy();
  await kit.close();
});

async function ask(
  query: string,
  credential: Record<string, string> = { 'x-api-key': key },
): Promise<{ status: number; code: string | undefined; milliseconds: number; retry: string | null }> {
  const startedAt = performance.now();
  const response = await fetch(`${served.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...credential },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  const milliseconds = performance.now() - startedAt;
  return {
    status: response.status,
    code: errors?.[0]?.extensions.code,
    milliseconds,
    retry: response.headers.get('retry-after'),
  };
}

const PAGE =
  '{ a: duos { totalCount } b: duos { edges { node { id } } } c: mentees { totalCount } d: mentors { totalCount } }';

describe('a database that does not answer in time is a 503', () => {
  test('when statements wait too long, and a page of several does not wait once for each', async () => {
    await blocker.query('begin; lock table duo, mentee, mentor in access exclusive mode');
    const answer = await ask(PAGE);
    await blocker.end();
    expect(answer).toMatchObject({ status: 503, code: 'UNAVAILABLE', retry: '5' });
    expect(answer.milliseconds).toBeLessThan(LIMIT + GRACE);
    expect(await ask(PAGE)).toMatchObject({ status: 200 });
  });

  test('when all connections are taken', async () => {
    await blocker.end();
    const taken = [hurried.createQueryRunner(), hurried.createQueryRunner()];
    for (const runner of taken) await runner.connect();
    const answer = await ask(PAGE);
    for (const runner of taken) await runner.release();
    expect(answer).toMatchObject({ status: 503, code: 'UNAVAILABLE', retry: '5' });
    expect(answer.milliseconds).toBeLessThan(LIMIT + GRACE);
    expect(await ask(PAGE)).toMatchObject({ status: 200 });
  });

  test.each([
    ['whose key it is', '"apikey"', () => ({ 'x-api-key': unused })],
    ['whose session it is', '"session"', () => ({ cookie: `${cookie}; again=${Math.random()}` })],
  ])('when it cannot be told %s: nobody is turned away as unknown', async (_, table, credential) => {
    await blocker.query(`begin; lock table identity.${table} in access exclusive mode`);
    const answer = await ask(PAGE, credential());
    await blocker.end();
    expect(answer).toMatchObject({ status: 503, code: 'UNAVAILABLE', retry: '5' });
    expect(answer.milliseconds).toBeLessThan(LIMIT + GRACE);
    expect(await ask(PAGE, credential())).toMatchObject({ status: 200 });
  });

  test('when a connection is cut in the middle', async () => {
    await blocker.query('begin; lock table duo in access exclusive mode');
    const asked = ask('{ duos { totalCount } }');
    await new Promise((resolve) => setTimeout(resolve, LIMIT / 4));
    await blocker.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    await blocker.end();
    expect(await asked).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(await ask(PAGE)).toMatchObject({ status: 200 });
  });
});
