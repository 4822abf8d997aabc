import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from '../../test/serve.ts';
import { openTestkit, type Testkit } from '../../test/testkit.ts';
import { makeAccount } from '../identity/accounts.ts';
import { GRAPHQL_LIMITS, makeLimiter, SIGN_IN_LIMITS } from './limits.ts';

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

describe('GraphQL', () => {
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
