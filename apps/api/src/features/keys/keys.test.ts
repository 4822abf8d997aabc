import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBrowser, type Browser } from '../../../test/browser.ts';
import { serve, type Served } from '../../../test/serve.ts';
import { openTestkit, type Testkit } from '../../../test/testkit.ts';
import { newId } from '../../database/new-id.ts';
import { makeAccount } from '../../identity/accounts.ts';

const PASSWORD = 'correct horse battery';
let kit: Testkit;
let served: Served;
let partnerId: string;
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  served = await serve(kit);
  partnerId = newId();
  await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Acme', 'COMPANY')`, [partnerId]);
});
afterAll(async () => {
  await served.close();
  await kit.close();
});

async function signedIn(
  role: 'ANALYST' | 'PARTNER_ADMINISTRATOR' | 'PARTNER_MEMBER',
): Promise<Browser & { userId: string }> {
  const email = `${newId()}@example.org`;
  const account = {
    name: 'Zoë',
    email,
    password: PASSWORD,
    role,
    partnerId: role === 'ANALYST' ? null : partnerId,
  };
  const userId = await makeAccount(served.identity, kit.db, account);
  const browser = makeBrowser(served.origin);
  await browser.post('/auth/sign-in/email', { email, password: PASSWORD });
  return { ...browser, userId };
}

const CREATE = `mutation ($input: ApiKeyInput!) { createApiKey(input: $input) {
  ... on NewApiKey { key apiKey { id name start scopes ofPartner expiresAt lastUsedAt } } ... on Refusal { code field } } }`;
const create = async (browser: Browser, input: object) =>
  (await browser.ask(CREATE, { input: { name: 'Dashboard', days: 30, ...input } })).data.createApiKey;
const withKey = (key: string, query: string) =>
  makeBrowser(served.origin).ask(query, {}, { 'x-api-key': key });
const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.[0]?.extensions.code;

test('a key does what it was made for, and no more than that', async () => {
  const { key, apiKey } = await create(await signedIn('ANALYST'), { scopes: ['SEE_FIGURES'] });
  expect(key).toMatch(/^tandem_[\w-]{43}$/);
  expect(apiKey).toMatchObject({ start: key.slice(0, 13), scopes: ['SEE_FIGURES'], lastUsedAt: null });
  expect((await withKey(key, '{ viewer { capabilities } }')).data.viewer.capabilities).toEqual([
    'SEE_FIGURES',
  ]);
  expect(codeOf(await withKey(key, '{ costs { totalCount } }'))).toBe('FORBIDDEN');
});

test('a key never may more than its owner', async () => {
  const analyst = await signedIn('ANALYST');
  expect(await create(analyst, { scopes: ['SEE_PEOPLE'] })).toEqual({
    code: 'SCOPE_TOO_WIDE',
    field: 'scopes',
  });
  const { key } = await create(analyst, { scopes: ['SEE_FIGURES'] });
  await kit.db.query(`update membership set role = 'COORDINATOR' where user_id = $1`, [analyst.userId]);
  expect((await withKey(key, '{ viewer { capabilities } }')).data.viewer.capabilities).toEqual([
    'SEE_FIGURES',
  ]);
});

test('only its hash is kept, and its last use is shown', async () => {
  const analyst = await signedIn('ANALYST');
  const { key, apiKey } = await create(analyst, { scopes: ['SEE_FIGURES'] });
  const rows = await kit.db.query('select * from identity.apikey');
  expect(JSON.stringify(rows)).not.toContain(key.slice(13));
  const entries = await kit.db.query('select * from audit_entry');
  expect(JSON.stringify(entries)).not.toContain(key.slice(13));
  await withKey(key, '{ viewer { email } }');
  const { data } = await analyst.ask('{ apiKeys { id lastUsedAt } }');
  expect(data.apiKeys).toEqual([{ id: apiKey.id, lastUsedAt: expect.any(String) }]);
});

test('a key that was taken back is out within a second, one that has expired at once', async () => {
  const analyst = await signedIn('ANALYST');
  const { key, apiKey } = await create(analyst, { scopes: ['SEE_FIGURES'] });
  expect((await withKey(key, '{ viewer { email } }')).data.viewer).not.toBeNull();
  expect(
    (
      await (
        await signedIn('ANALYST')
      ).ask('mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: apiKey.id })
    ).data.revokeApiKey,
  ).toBe(false);
  expect(
    (await analyst.ask('mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: apiKey.id })).data.revokeApiKey,
  ).toBe(true);
  await expect
    .poll(async () => (await withKey(key, '{ viewer { email } }')).data.viewer, { timeout: 1100 })
    .toBeNull();
  const expired = await create(analyst, { scopes: ['SEE_FIGURES'] });
  await kit.db.query('update identity.apikey set "expiresAt" = now() where id = $1', [expired.apiKey.id]);
  expect((await withKey(expired.key, '{ viewer { email } }')).data.viewer).toBeNull();
});

test("a partner's key stays with the partner when who made it is gone, and sees what a member sees", async () => {
  const company = await signedIn('PARTNER_ADMINISTRATOR');
  const other = await signedIn('PARTNER_ADMINISTRATOR');
  const { key } = await create(company, { scopes: ['SEE_OWN_VOLUNTEERS'], ofPartner: true });
  expect((await withKey(key, '{ viewer { role partner { id } capabilities } }')).data.viewer).toEqual({
    role: 'PARTNER_MEMBER',
    partner: { id: partnerId },
    capabilities: ['SEE_OWN_VOLUNTEERS'],
  });
  await kit.db.query('update membership set disabled_at = now() where user_id = $1', [company.userId]);
  await new Promise((resolve) => setTimeout(resolve, 1050));
  expect((await withKey(key, '{ volunteers { totalCount } }')).data.volunteers).toEqual({ totalCount: 0 });
  expect((await other.ask('{ apiKeys { ofPartner } }')).data.apiKeys).toEqual([{ ofPartner: true }]);
  const member = await signedIn('PARTNER_MEMBER');
  expect((await member.ask('{ apiKeys { id } }')).data.apiKeys).toEqual([]);
  expect(await create(member, { scopes: ['SEE_FIGURES'], ofPartner: true })).toEqual({
    code: 'CHOICE_INVALID',
    field: 'ofPartner',
  });
});

test('a key makes, lists and takes back no keys, whosever it is', async () => {
  const company = await signedIn('PARTNER_ADMINISTRATOR');
  const personal = await create(company, { scopes: ['SEE_FIGURES'] });
  const ofPartner = await create(company, { scopes: ['SEE_FIGURES'], ofPartner: true });
  const kept = 'select id from identity.apikey order by id';
  const before = await kit.db.query(kept);
  for (const { key } of [personal, ofPartner])
    for (const asked of [
      '{ apiKeys { id } }',
      `mutation { revokeApiKey(id: "${personal.apiKey.id}") }`,
      'mutation { createApiKey(input: {name: "x", scopes: [SEE_FIGURES], days: 366}) { __typename } }',
    ]) {
      const answer = await withKey(key, asked);
      expect([asked, codeOf(answer), answer.errors[0].message]).toEqual([
        asked,
        'FORBIDDEN',
        'Keys are managed by who has signed in, not with a key.',
      ]);
    }
  expect(await kit.db.query(kept)).toEqual(before);
});

test("a partner's key may part of what its maker may, and of what a member may", async () => {
  const company = await signedIn('PARTNER_ADMINISTRATOR');
  const wider = (scopes: string[]) => create(company, { scopes, ofPartner: true });
  const refused = { code: 'SCOPE_TOO_WIDE', field: 'scopes' };
  expect(await wider(['MANAGE_OWN_MEMBERS'])).toEqual(refused);
  expect(await create(await signedIn('ANALYST'), { scopes: ['LOG_HOURS'], ofPartner: true })).toEqual(
    refused,
  );
});

test('the trail says which key did something', async () => {
  const { apiKey, key } = await create(await signedIn('ANALYST'), { scopes: ['SEE_FIGURES'] });
  const browser = await signedIn('ANALYST');
  const exporting = (list: string) => `mutation { recordExport(list: "${list}", rows: 1) }`;
  expect((await withKey(key, exporting('by key'))).data.recordExport).toBe(true);
  expect((await browser.ask(exporting('by hand'))).data.recordExport).toBe(true);
  const entries = await kit.db.query(
    `select after ->> 'list' as list, credential, key_id from audit_entry where action = 'exportList' order by id`,
  );
  expect(entries).toEqual([
    { list: 'by key', credential: 'KEY', key_id: apiKey.id },
    { list: 'by hand', credential: 'SESSION', key_id: null },
  ]);
});
