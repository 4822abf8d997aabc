import { describe, expect, test } from 'vitest';
import { type Browser } from '../../test/browser.ts';
import {
  administrator,
  branchId,
  browse,
  kit,
  letterTo,
  linkIn,
  PASSWORD,
  served,
  signedIn,
  viewerOf,
} from '../../test/identity-kit.ts';
import { newId } from '../database/new-id.ts';
import type { KeptLetter } from '../mail/mailer.ts';

const OTHER_PASSWORD = 'llamas-in-pyjamas-9';

describe('an address', () => {
  test('changes where the letter to the new one is opened by who is signed in; the former one is told', async () => {
    const browser = await signedIn('ANALYST');
    const newEmail = `${newId()}@example.org`;
    const asked = await browser.post('/auth/change-email', { newEmail, callbackURL: '/admin/account' });
    expect(asked.status).toBe(200);
    const link = linkIn(letterTo(newEmail) as KeptLetter);
    const open = (by: Browser) => by.get(`${link.pathname}${link.search}`);

    // Whoever else opens it is signed in by it nowhere.
    const stranger = browse();
    const turnedAway = await open(stranger);
    expect(turnedAway.headers.get('location')).toBe('/admin/?problem=signInFirst');
    expect(await stranger.seen()).toBeNull();
    const other = await signedIn('ANALYST');
    await open(other);
    expect(await browser.seen()).toMatchObject({ email: browser.email });

    await open(browser);
    expect(await browser.seen()).toMatchObject({ email: newEmail });
    expect(letterTo(browser.email)?.subject).toBe('Votre façon de vous connecter à Tandem a changé');
    const entries = await kit.db.query(
      `select after from audit_entry where actor_user_id = $1 and action = 'changeCredentials'`,
      [browser.userId],
    );
    expect(entries).toEqual([{ after: { by: '/verify-email', email: newEmail } }]);
  });
});

describe('an account', () => {
  test('is given another role, and acts as it', async () => {
    const admin = await administrator();
    const analyst = await signedIn('ANALYST');
    const change =
      'mutation ($id: ID!, $version: Int!, $input: PositionInput!) { changeAccount(id: $id, version: $version, input: $input) { ... on Account { role branches { id } } ... on Refusal { code field } } }';
    const set = async (version: number, input: object) =>
      (await admin.ask(change, { id: analyst.userId, version, input })).data.changeAccount;
    expect(await set(1, { role: 'COORDINATOR', branchIds: [branchId] })).toEqual({
      role: 'COORDINATOR',
      branches: [{ id: branchId }],
    });
    await expect.poll(async () => (await viewerOf(analyst)).role, { timeout: 1100 }).toBe('COORDINATOR');
    // Duos can be given to her, also where there is a namesake; and the trail says where in words.
    const [coordinator] = await kit.db.query('select name from coordinator where user_id = $1', [
      analyst.userId,
    ]);
    expect(coordinator.name).toContain('Zoë Peeters');
    const [entry] = await kit.db.query(
      `select before, after from audit_entry where record_id = $1 and action = 'changeAccount'`,
      [analyst.userId],
    );
    expect([entry.before.branches, entry.after]).toEqual([
      [],
      { role: 'COORDINATOR', partner: null, branches: ['Bruxelles'] },
    ]);
    expect(await set(2, { role: 'PARTNER_MEMBER' })).toEqual({ code: 'REQUIRED', field: 'partnerId' });
    expect(await set(2, { role: 'PARTNER_MEMBER', partnerId: newId() })).toEqual({
      code: 'REFERENCE_UNKNOWN',
      field: 'partnerId',
    });
  });

  test('is changed as it was seen, or the other change is told', async () => {
    const [admin, analyst] = [await administrator(), await signedIn('ANALYST')];
    const change = `mutation ($id: ID!) { changeAccount(id: $id, version: 1, input: {role: FINANCE}) {
      ... on Account { version } ... on Refusal { code params changes { action after } } } }`;
    const set = async () => (await admin.ask(change, { id: analyst.userId })).data.changeAccount;
    expect(await set()).toEqual({ version: 2 });
    // How somebody signs in is written down under their account, and is no change of it.
    await analyst.post('/auth/change-password', {
      currentPassword: PASSWORD,
      newPassword: 'another correct horse battery',
    });
    expect(await set()).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      params: { version: 2 },
      changes: [{ action: 'changeAccount', after: { role: 'FINANCE' } }],
    });
  });

  test('chooses the language of its letters, and not under which name it acts', async () => {
    const analyst = await signedIn('ANALYST');
    expect((await analyst.post('/auth/update-user', { locale: 'nl' })).status).toBe(200);
    for (const body of [{ name: 'Anne Lambert' }, { locale: 'nl', image: 'x' }, { locale: 'xx' }, {}])
      expect([body, (await analyst.post('/auth/update-user', body)).status]).toEqual([body, 400]);
    const [account] = await kit.db.query('select name, locale from identity."user" where id = $1', [
      analyst.userId,
    ]);
    expect(account).toEqual({ name: 'Zoë Peeters', locale: 'nl' });
  });

  test('finds nothing below /auth but what its pages use', async () => {
    const analyst = await signedIn('ANALYST');
    const endpoints = Object.values(served.identity.auth.api) as { path?: string }[];
    const paths = endpoints.flatMap(({ path }) => path ?? []);
    expect(paths.length).toBeGreaterThan(50);
    const open: string[] = [];
    for (const path of new Set(paths)) {
      const asked = `/auth${path.replaceAll(/:\w+/g, 'x')}`;
      const [got, posted] = [await analyst.get(asked), await analyst.post(asked, { password: 'x' })];
      if (got.status !== 404 || posted.status !== 404) open.push(path);
    }
    for (const closed of [
      '/sign-up/email',
      '/link-social',
      '/get-access-token',
      '/delete-user',
      '/set-password',
    ])
      expect(open).not.toContain(closed);
    expect(open.filter((path) => path.startsWith('/api-key'))).toEqual([]);
    expect(open.length).toBeLessThan(36);
  });

  test('is not reached by another name of the path, nor with a body that fills the memory', async () => {
    const ask = (path: string, headers: Record<string, string>, body: string) =>
      fetch(`${served.origin}/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: served.origin, ...headers },
        body,
      });
    const forwarded = { 'x-forwarded-proto': 'http://a/auth/sign-in/email?', 'x-forwarded-host': 'a' };
    const body = JSON.stringify({ email: 'ada@example.org', password: 'x' });
    expect((await ask('/ok', forwarded, body)).status).toBe(404);
    expect((await ask('/sign-out', forwarded, body)).status).not.toBe(401);
    const large = JSON.stringify({ email: 'x'.repeat(100_000) });
    expect((await ask('/sign-out', {}, large)).status).toBe(413);
    const long = JSON.stringify({ email: `${'x'.repeat(300)}@example.org`, password: 'x' });
    expect((await ask('/sign-in/email', {}, long)).status).toBe(400);
  });

  test('cannot be opened, nor a key be made, at the back door', async () => {
    const analyst = await signedIn('ANALYST');
    for (const path of ['/auth/sign-up/email', '/auth/api-key/create', '/auth/delete-user'])
      expect(
        (await analyst.post(path, { name: 'x', email: 'eve@example.org', password: PASSWORD })).status,
      ).toBeGreaterThanOrEqual(400);
  });
});

describe('the trail', () => {
  test('holds sign-ins, failures, sign-outs and changed credentials, with the address', async () => {
    const browser = await signedIn('ANALYST');
    const { email, userId } = browser;
    await browse().post('/auth/sign-in/email', { email, password: 'guess number one' });
    await browser.post('/auth/change-password', { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD });
    await browser.post('/auth/sign-out', {});
    const entries = await kit.db.query(
      'select action, address, actor_name from audit_entry where actor_user_id = $1 order by at',
      [userId],
    );
    expect(entries).toEqual(
      ['signIn', 'signInFailed', 'changeCredentials', 'signOut'].map((action) => ({
        action,
        address: '127.0.0.1',
        actor_name: 'Zoë Peeters',
      })),
    );
    expect(letterTo(email)?.subject).toBe('Votre façon de vous connecter à Tandem a changé');
  });

  test('holds a sign-in with a second factor once, when it is through', async () => {
    const { email, userId, code } = await administrator();
    const count = async () =>
      (
        await kit.db.query(`select 1 from audit_entry where actor_user_id = $1 and action = 'signIn'`, [
          userId,
        ])
      ).length;
    const before = await count();
    const browser = browse();
    await browser.post('/auth/sign-in/email', { email, password: PASSWORD });
    expect(await count()).toBe(before);
    await browser.post('/auth/two-factor/verify-totp', { code: code() });
    expect(await count()).toBe(before + 1);
  });
});
