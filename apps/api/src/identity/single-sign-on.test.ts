import { Provider } from 'oidc-provider';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBrowser } from '../../test/browser.ts';
import { serve, type Served } from '../../test/serve.ts';
import { openTestkit, type Testkit } from '../../test/testkit.ts';
import { makeAccount } from './accounts.ts';
import { OIDC_PROVIDER } from './auth.ts';

/** People whom the provider knows, by the name with which they sign in there. */
const PEOPLE: Readonly<Record<string, { email: string; email_verified: boolean }>> = {
  nadia: { email: 'nadia@example.org', email_verified: true },
  unverified: { email: 'filip@example.org', email_verified: false },
  stranger: { email: 'nobody@example.org', email_verified: true },
};
const CLIENT = { clientId: 'tandem', clientSecret: 'a secret of the tests' };

let kit: Testkit;
let served: Served;
let server: Server;
let issuer: string;
/** What the provider was asked for. */
const authorisations: URLSearchParams[] = [];

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`http://127.0.0.1/auth/callback/${OIDC_PROVIDER}`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: id, ...PEOPLE[id] }),
    }),
    cookies: { keys: ['a key of the tests'] },
  });
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/auth') authorisations.push(url.searchParams);
    void provider.callback()(request, response);
  });
  served = await serve(kit, { oidc: { issuer, ...CLIENT, name: 'City' } });
  for (const [name, { email }] of Object.entries(PEOPLE))
    if (name !== 'stranger')
      await makeAccount(served.identity, kit.db, {
        name,
        email,
        password: 'correct horse battery',
        role: 'ANALYST',
        partnerId: null,
      });
});
afterAll(async () => {
  await served.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await kit.close();
});

/** Goes from our button through the provider's pages and back; returns our browser. */
async function signInAs(login: string) {
  const browser = makeBrowser(served.origin);
  const started = await browser.post('/auth/sign-in/social', {
    provider: OIDC_PROVIDER,
    callbackURL: '/admin/',
    errorCallbackURL: '/admin/?problem=sso',
  });
  const { url } = (await started.json()) as { url: string };
  const there = makeBrowser(issuer);
  let next = new URL(url);
  for (let step = 0; step < 12 && next.origin === issuer; step += 1) {
    const response = await there.get(next.href);
    const location = response.headers.get('location');
    if (location !== null) next = new URL(location, issuer);
    else {
      const page = await response.text();
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const answered = await there.form(action, { prompt, login, password: 'x' });
      next = new URL(answered.headers.get('location') ?? '', issuer);
    }
  }
  const returned = await browser.get(`${next.pathname}${next.search}`);
  return { browser, landedAt: returned.headers.get('location') ?? '' };
}

test('lets in whose address the provider has verified, with PKCE', async () => {
  const { browser, landedAt } = await signInAs('nadia');
  expect(landedAt).toContain('/admin/');
  expect(await browser.seen()).toMatchObject({ email: 'nadia@example.org' });
  expect(authorisations.at(-1)?.get('code_challenge_method')).toBe('S256');
  const { data } = await browser.ask('{ viewer { role } }');
  expect(data.viewer.role).toBe('ANALYST');
});

test.each([
  ['an address that the provider has not verified', 'unverified'],
  ['nobody who was invited', 'stranger'],
])('does not let in %s', async (_, login) => {
  const { browser, landedAt } = await signInAs(login);
  expect(await browser.seen()).toBeNull();
  expect(landedAt).toContain('error');
  const made: unknown[] = await kit.db.query(
    `select 1 from identity."user" where email = 'nobody@example.org'`,
  );
  expect(made).toEqual([]);
});

test('is offered by name', async () => {
  expect(await (await fetch(`${served.origin}/sign-in-options`)).json()).toEqual({ singleSignOn: 'City' });
});
