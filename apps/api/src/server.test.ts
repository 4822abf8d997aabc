import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from '../test/serve.ts';
import { openTestkit, type Testkit } from '../test/testkit.ts';
import { makeAccount } from './identity/accounts.ts';

const password = 'correct horse battery';
let kit: Testkit;
let served: Served;
let origin: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  served = await serve(kit);
  ({ origin } = served);
  await makeAccount(served.identity, kit.db, {
    name: 'Ada',
    email: 'ada@example.org',
    password,
    role: 'ADMINISTRATOR',
    partnerId: null,
  });
});
afterAll(async () => {
  await served.close();
  await kit.close();
});

function post(query: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

async function read(response: Response): Promise<any> {
  return response.json();
}

async function signIn(secret: string, headers: Record<string, string> = {}): Promise<Response> {
  const body = JSON.stringify({ email: 'ada@example.org', password: secret });
  return fetch(`${origin}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1', ...headers },
    body,
  });
}

describe('signing in', () => {
  test('gives a session to who knows the password, and nothing to who does not', async () => {
    expect((await signIn('wrong wrong wrong')).status).toBe(401);
    const response = await signIn(password);
    expect(response.status).toBe(200);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const answer = await read(await post('{ viewer { name role today } }', { cookie }));
    expect(answer.data.viewer).toEqual({ name: 'Ada', role: 'ADMINISTRATOR', today: '2017-12-31' });
  });

  test('an API key stands for its owner; an unknown one for nobody', async () => {
    const [row] = await kit.db.query('select user_id from membership');
    const { key } = await served.identity.auth.api.createApiKey({
      body: { userId: row.user_id, name: 'test' },
    });
    expect(key).toMatch(/^tandem_/);
    expect((await read(await post('{ viewer { name } }', { 'x-api-key': key }))).data.viewer.name).toBe(
      'Ada',
    );
    const refused = await post('{ branches { id } }', { 'x-api-key': 'tandem_none' });
    expect(refused.status).toBe(401);
    expect((await read(refused)).errors[0].message).toMatch(/unknown, expired or revoked/);
    expect(await read(await post('{ viewer { name } }'))).toEqual({ data: { viewer: null } });
    expect(await kit.db.query('select 1 from identity.apikey where key = $1', [key])).toEqual([]);
  });

  test('nobody makes an account alone', async () => {
    const body = JSON.stringify({ email: 'eve@example.org', password, name: 'Eve' });
    const response = await fetch(`${origin}/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1' },
      body,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await kit.db.query(`select 1 from identity."user" where email = 'eve@example.org'`)).toEqual([]);
  });
});

describe('what is refused with a reason', () => {
  test('an id that is none, without a word of the database', async () => {
    const [{ user_id: userId }] = await kit.db.query('select user_id from membership');
    const { key } = await served.identity.auth.api.createApiKey({ body: { userId, name: 'ids' } });
    const answer = await read(await post('{ duo(id: "abc") { id } }', { 'x-api-key': key }));
    expect(answer.errors[0].message).toBe(
      'A value of the request cannot be read: ids are UUIDs, cursors are those of an answer.',
    );
    expect(answer.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('an address that leads nowhere shows what there is', async () => {
    const response = await fetch(`${origin}/nothing`, { headers: { 'accept-language': 'fr' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Il n’y a rien à cette adresse.');
    expect((await fetch(`${origin}/nothing`, { method: 'POST' })).headers.get('content-type')).toContain(
      'json',
    );
  });

  test('the explorer, to who is not signed in', async () => {
    const response = await fetch(`${origin}/graphql`, {
      headers: { accept: 'text/html', 'accept-language': 'en' },
    });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('sign in to a portal first');
  });

  test('a body that is no JSON, or too large, answers in JSON', async () => {
    const send = (body: string) =>
      fetch(`${origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const broken = await send('{');
    expect([broken.status, (await read(broken)).errors[0].message]).toEqual([400, 'The body is not JSON.']);
    expect((await send(`{"query": "${'x'.repeat(300_000)}"}`)).status).toBe(413);
  });
});

test('health tells whether the database answers', async () => {
  expect((await fetch(`${origin}/health/live`)).status).toBe(200);
  expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
});

// The last of this file: it uses up the attempts of this machine's address.
describe('guessing passwords', () => {
  test('is held up, whatever address the requests say they come from', async () => {
    const statuses = [];
    for (let attempt = 0; attempt < 22; attempt += 1) {
      const address = `203.0.113.${attempt}`;
      const headers = { 'x-forwarded-for': address, 'x-tandem-address': address };
      statuses.push((await signIn(`guess number ${attempt}`, headers)).status);
    }
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
  });
});
