import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../test/browser.ts';
import { administrator, browse, kit, PASSWORD, signedIn } from '../../test/identity-kit.ts';
import { newId } from '../database/new-id.ts';

describe('sessions', () => {
  test('are listed and ended by their owner', async () => {
    const browser = await signedIn('ANALYST');
    const elsewhere = browse();
    await elsewhere.post('/auth/sign-in/email', { email: browser.email, password: PASSWORD });
    const sessions = await (await browser.get('/auth/list-sessions')).json();
    expect(sessions).toHaveLength(2);
    expect((await browser.post('/auth/revoke-other-sessions', {})).status).toBe(200);
    expect(await elsewhere.seen()).toBeNull();
    expect(await browser.seen()).toMatchObject({ email: browser.email });
  });

  test('last a week at most, however much they are used', async () => {
    const { userId } = await signedIn('ANALYST');
    const [session] = await kit.db.query(
      `update identity."session" set "createdAt" = now() - interval '6 days 23 hours', "expiresAt" = now() + interval '12 hours'
       where "userId" = $1 returning extract(epoch from "expiresAt" - now()) / 3600 as left`,
      [userId],
    );
    expect(Math.round(Number(session[0].left))).toBe(1);
  });

  test('change nothing of how one signs in where they are older than a quarter of an hour', async () => {
    const browser = await signedIn('ANALYST');
    const change = async () =>
      browser.post('/auth/change-email', { newEmail: `${newId()}@example.org`, callbackURL: '/admin/' });
    expect((await change()).status).toBe(200);
    await kit.db.query(
      `update identity."session" set "createdAt" = now() - interval '16 minutes' where "userId" = $1`,
      [browser.userId],
    );
    const refused = await change();
    expect([refused.status, (await bodyOf(refused)).code]).toEqual([403, 'SESSION_NOT_FRESH']);
    expect((await browser.get('/auth/passkey/generate-register-options')).status).toBe(403);
  });

  test('are ended by an administrator, and an account that is disabled is out within a second', async () => {
    const admin = await administrator();
    const analyst = await signedIn('ANALYST');
    const key = (
      await analyst.ask(
        'mutation { createApiKey(input: {name: "x", scopes: [SEE_MONEY], days: 1}) { ... on NewApiKey { key } } }',
      )
    ).data.createApiKey.key;
    const byKey = async () =>
      (await browse().ask('{ viewer { email } }', {}, { 'x-api-key': key })).data.viewer;
    expect(await byKey()).toMatchObject({ email: analyst.email });
    const listed = (await admin.ask('{ accounts { id sessions { id address } viewerCanManage } }')).data
      .accounts;
    expect(listed.find(({ id }: any) => id === analyst.userId)).toMatchObject({
      sessions: [{ address: '127.0.0.1' }],
      viewerCanManage: true,
    });
    await admin.ask('mutation ($id: ID!) { endSessions(id: $id) { __typename } }', { id: analyst.userId });
    expect(await analyst.seen()).toBeNull();
    const disable =
      'mutation ($id: ID!) { disableAccount(id: $id) { ... on Account { disabled } ... on Refusal { code } } }';
    expect((await admin.ask(disable, { id: analyst.userId })).data.disableAccount).toEqual({
      disabled: true,
    });
    expect((await admin.ask(disable, { id: admin.userId })).data.disableAccount).toEqual({
      code: 'OWN_ACCOUNT',
    });
    await expect.poll(byKey, { timeout: 1100 }).toBeNull();
    const back = await browse().post('/auth/sign-in/email', { email: analyst.email, password: PASSWORD });
    expect([back.status, (await bodyOf(back)).code]).toEqual([403, 'ACCOUNT_DISABLED']);
    await admin.ask('mutation ($id: ID!) { enableAccount(id: $id) { __typename } }', { id: analyst.userId });
    expect(
      (await browse().post('/auth/sign-in/email', { email: analyst.email, password: PASSWORD })).status,
    ).toBe(200);
  });

  test('of another partner cannot be ended', async () => {
    const company = await signedIn('PARTNER_ADMINISTRATOR');
    const analyst = await signedIn('ANALYST');
    const end = 'mutation ($id: ID!) { endSessions(id: $id) { ... on Refusal { code } } }';
    expect((await company.ask(end, { id: analyst.userId })).data.endSessions).toEqual({ code: 'NOT_FOUND' });
    expect(await analyst.seen()).not.toBeNull();
  });
});
