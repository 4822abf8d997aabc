import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from '../../test/serve.ts';
import { openTestkit, type Testkit } from '../../test/testkit.ts';
import { newId } from '../database/new-id.ts';
import { makeAccount } from '../identity/accounts.ts';
import { GRAPHQL_LIMITS, makeLimiter, REQUEST_LIMITS, SIGN_IN_LIMITS } from './limits.ts';
import { networkOf } from './network.ts';

let kit: Testkit;
let instances: readonly Served[];
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  instances = await Promise.all([1, 2].map(() => serve(kit, { limited: true })));
});
afterAll(async () => {
  for (const served of instances) await served.close();
  await kit.close();
});

const ask = (served: Served | undefined, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${served?.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('instances together', () => {
  test('let no more attempts through than one would', async () => {
    const limit = { points: 10, seconds: 60, exact: true };
    const [here, there] = [makeLimiter(kit.db), makeLimiter(kit.db)];
    const waits = await Promise.all(
      Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? here : there).spend('together', limit)),
    );
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(10);
    expect(Math.max(...waits.map((wait) => wait ?? 0))).toBeLessThanOrEqual(60);
  });

  test('know of each other after a second, without a statement for each request', async () => {
    const limit = { points: 1000, seconds: 60 };
    const [here, there] = [makeLimiter(kit.db), makeLimiter(kit.db)];
    await here.spend('sums', limit);
    const before = kit.statements();
    for (let request = 0; request < 400; request += 1) await here.spend('sums', limit);
    expect(kit.statements() - before).toBeLessThan(5);
    await new Promise((resolve) => setTimeout(resolve, 1050));
    await here.spend('sums', limit, 1000);
    await there.spend('sums', limit);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await there.spend('sums', limit)).toBeGreaterThan(0);
  });

  test('begin anew when the window is over', async () => {
    const limiter = makeLimiter(kit.db);
    const limit = { points: 1, seconds: 1, exact: true };
    expect([await limiter.spend('anew', limit), await limiter.spend('anew', limit)]).toEqual([undefined, 1]);
    await new Promise((resolve) => setTimeout(resolve, 1050));
    expect(await limiter.spend('anew', limit)).toBeUndefined();
  });
});

/** Somebody with a key, of whom nothing is counted yet. */
async function analyst(): Promise<{ userId: string; key: string }> {
  const { identity } = instances[0] as Served;
  const userId = await makeAccount(identity, kit.db, {
    name: 'Eve',
    email: `${newId()}@example.org`,
    password: 'correct horse battery',
    role: 'ANALYST',
    partnerId: null,
  });
  return { userId, key: (await identity.auth.api.createApiKey({ body: { userId, name: 'x' } })).key };
}

describe('what is remembered', () => {
  test('of a limit that is reached stays when others come in by the thousand', async () => {
    // A database that knows of nobody else: thousands of statements would tell no more.
    const query = async (_: string, [, seconds, spent]: number[]) => [{ spent, left: seconds }];
    const limiter = makeLimiter({ query } as unknown as DataSource);
    const limit = { points: 5, seconds: 60 };
    const others = async (name: string, count: number, seconds: number) => {
      for (let other = 0; other < count; other += 1)
        await limiter.spend(`${name} ${other}`, { points: 5, seconds });
    };
    await others('over', 6000, 0);
    await limiter.spend('reached', limit, 6);
    await others('other', 6000, 60);
    expect(limiter.waitOf('reached', limit)).toBeGreaterThan(0);
    await others('more', 3000, 60);
    expect(limiter.waitOf('reached', limit)).toBeGreaterThan(0);
    // The oldest of those that go on is the first to go.
    await others('yet more', 10_000, 60);
    expect(limiter.waitOf('reached', limit)).toBeUndefined();
    await limiter.spend('the latest', limit, 6);
    expect(limiter.waitOf('the latest', limit)).toBeGreaterThan(0);
  });

  test('of a key is not longer than its hash', async () => {
    const limiter = makeLimiter(kit.db);
    const limit = { points: 1, seconds: 60, exact: true };
    const long = `sign-in as ${'x'.repeat(100_000)}@example.org`;
    expect([await limiter.spend(long, limit), await limiter.spend(long, limit)]).toEqual([undefined, 60]);
    expect(await limiter.spend(`${long}.be`, limit)).toBeUndefined();
    const [{ longest }] = await kit.db.query('select max(length(key)) as longest from limit_window');
    expect(longest).toBeLessThanOrEqual(64);
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:1:a:b:c:d', '2001:db8:0:1::/64'],
  ['2001:DB8:0:1::ffff', '2001:db8:0:1::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the address %s is counted as %s', (ip, network) => {
  expect(networkOf({ ip })).toBe(network);
});

test('addresses of one household are counted together, whatever is asked', async () => {
  const behind = await serve(kit, { limited: true, trustedProxies: 'loopback' });
  for (const address of ['2001:db8:0:1::a', '2001:db8:0:1::b']) {
    const from = { 'x-forwarded-for': address };
    await ask(behind, '/graphql', { query: '{ viewer { email } }' }, from);
    await ask(behind, '/auth/sign-in/email', { email: 'nobody@example.org', password: 'x' }, from);
    await ask(behind, '/auth/sign-out', {}, from);
  }
  await behind.close();
  const keys = () => kit.db.query(`select key from limit_window where key like '%2001:db8%' order by key`);
  const kinds = ['auth', 'requests of', 'sign-in', 'stranger'];
  await expect.poll(keys).toEqual(kinds.map((kind) => ({ key: `${kind} 2001:db8:0:1::/64` })));
});

describe('requests that come with nothing, or with a key that is none', () => {
  const PATHS = ['/graphql', '/imports', '/imports/check', '/privacy/people/x/export.json'];
  const asking = (served: Served, path: string, headers: Record<string, string> = {}) =>
    path.startsWith('/privacy')
      ? fetch(`${served.origin}${path}`, { headers })
      : ask(served, path, { query: '{ unknown }' }, headers);

  test('are counted wherever they fail, and then looked up no more', { timeout: 60_000 }, async () => {
    for (const path of PATHS) {
      await kit.db.query('delete from limit_window');
      const own = await serve(kit, { limited: true });
      const first = await asking(own, path, { 'x-api-key': 'tandem_none' });
      expect([path, first.status]).toEqual([path, path === '/graphql' ? 400 : 401]);
      await expect
        .poll(() => kit.db.query(`select key, spent from limit_window where key like 'requests of %'`))
        .toEqual([{ key: 'requests of 127.0.0.1', spent: 1 }]);
      await kit.db.query('update limit_window set spent = $1', [REQUEST_LIMITS.stranger.points]);
      await new Promise((resolve) => setTimeout(resolve, 1050));
      await expect
        .poll(async () => (await asking(own, path, { 'x-api-key': 'tandem_none' })).status)
        .toBe(429);
      const before = kit.statements();
      const refused = await asking(own, path, { 'x-api-key': 'tandem_other' });
      expect([path, refused.status]).toEqual([path, 429]);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(((await refused.json()) as any).errors[0].extensions.code).toBe('TOO_MANY_REQUESTS');
      expect(kit.statements() - before).toBe(0);
      await own.close();
    }
    await kit.db.query('delete from limit_window');
  });

  test('of an account are counted too, also those that cost nothing', async () => {
    const { userId, key } = await analyst();
    await ask(instances[0], '/graphql', { query: '{ unknown }' }, { 'x-api-key': key });
    await expect
      .poll(() => kit.db.query('select spent from limit_window where key = $1', [`requests as ${userId}`]))
      .toEqual([{ spent: 1 }]);
  });
});

describe('GraphQL', () => {
  test.each([
    [
      50,
      'in fragments',
      '{ duos { ...Page } } fragment Page on DuoConnection { ... { edges { node { id } } } }',
    ],
    [20, 'with a size', '{ duos(first: 20) { edges { node { id } } } }'],
    [
      20,
      'with a size by default',
      'query ($size: Int = 20) { duos(first: $size) { edges { node { id } } } }',
    ],
    [50, 'without', '{ duos { edges { node { id } } } }'],
  ])('counts %i rows of a list that is asked for %s', async (rows, _, query) => {
    const { userId, key } = await analyst();
    await ask(instances[0], '/graphql', { query }, { 'x-api-key': key });
    const spent = () => kit.db.query('select spent from limit_window where key = $1', [`account ${userId}`]);
    // What every operation costs, the list, and as often as it has rows edges, node and id.
    await expect.poll(spent).toEqual([{ spent: 100 + 1 + rows * 3 }]);
  });

  test('counts what operations cost, and says when to come back', { timeout: 60_000 }, async () => {
    const userId = await makeAccount(instances[0]?.identity as Served['identity'], kit.db, {
      name: 'Ada',
      email: 'ada@example.org',
      password: 'correct horse battery',
      role: 'COORDINATOR',
      partnerId: null,
    });
    const { key } = await (instances[0] as Served).identity.auth.api.createApiKey({
      body: { userId, name: 'x' },
    });
    const people =
      'mentees(first: 200) { edges { node { id reference stage person { id name email } branch { id name } } } }';
    const large = `{ ${Array.from({ length: 15 }, (_, index) => `list${index}: ${people}`).join(' ')} }`;
    let response: Response | undefined;
    let asked = 0;
    do {
      response = await ask(instances[0], '/graphql', { query: large }, { 'x-api-key': key });
      asked += 1;
    } while (response.status === 200 && asked < 3000);
    const body = (await response.json()) as any;
    expect([response.status, body.errors[0].extensions.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(
      GRAPHQL_LIMITS.credential.seconds,
    );
    expect(asked).toBeGreaterThan(50);
    // The other instance knows soon.
    await expect
      .poll(
        async () =>
          (await ask(instances[1], '/graphql', { query: '{ viewer { email } }' }, { 'x-api-key': key }))
            .status,
        { timeout: 5000 },
      )
      .toBe(429);
  });
});

// The last of this file: it uses up the attempts of this machine's address.
describe('sign-in', () => {
  test('is limited for an account, whichever instance is asked', async () => {
    const statuses: number[] = [];
    const waits: (string | null)[] = [];
    for (let attempt = 0; attempt <= SIGN_IN_LIMITS.account.points; attempt += 1) {
      const response = await ask(instances[attempt % 2], '/auth/sign-in/email', {
        email: 'ada@example.org',
        password: `guess ${attempt}`,
      });
      statuses.push(response.status);
      waits.push(response.headers.get('retry-after'));
    }
    expect(statuses.at(0)).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect(Number(waits.at(-1))).toBeGreaterThan(0);
  });

  test('is limited for an address, whatever account it tries', async () => {
    const statuses = [];
    for (let attempt = 0; attempt <= SIGN_IN_LIMITS.address.points; attempt += 1)
      statuses.push(
        (
          await ask(instances[0], '/auth/request-password-reset', {
            email: `${attempt}@example.org`,
            redirectTo: '/admin/',
          })
        ).status,
      );
    expect(statuses.at(-1)).toBe(429);
  });
});
