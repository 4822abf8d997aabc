import type { Role } from '@tandem/domain/capabilities';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBranch } from '../../test/programme.ts';
import { bodyOf, makeBrowser, type Browser } from '../../test/browser.ts';
import { serve, type Served } from '../../test/serve.ts';
import { openTestkit, type Testkit } from '../../test/testkit.ts';
import { newId } from '../database/new-id.ts';
import { makeMailbox, type KeptLetter } from '../mail/mailer.ts';
import { makeAccount } from './accounts.ts';

const PASSWORD = 'correct horse battery';
const OTHER_PASSWORD = 'llamas-in-pyjamas-9';
const mailbox = makeMailbox();
let kit: Testkit;
let served: Served;
let partnerId: string;
let branchId: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  served = await serve(kit, { mailbox, secondFactor: true });
  branchId = await makeBranch(kit.db);
  partnerId = newId();
  await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Acme', 'COMPANY')`, [partnerId]);
});
afterAll(async () => {
  await served.close();
  await kit.close();
});

const browse = () => makeBrowser(served.origin);

/** An account and a browser that is signed in with it. */
async function signedIn(
  role: Role,
  email = `${newId()}@example.org`,
): Promise<Browser & { userId: string; email: string }> {
  const name = 'Zoë Peeters';
  const isPartner = role.startsWith('PARTNER_');
  const userId = await makeAccount(served.identity, kit.db, {
    name,
    email,
    password: PASSWORD,
    role,
    partnerId: isPartner ? partnerId : null,
  });
  const browser = browse();
  expect((await browser.post('/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(200);
  return { ...browser, userId, email };
}

/** An administrator who has set the second factor up. */
async function administrator() {
  const browser = await signedIn('ADMINISTRATOR');
  const { totpURI, backupCodes } = await bodyOf(
    await browser.post('/auth/two-factor/enable', { password: PASSWORD }),
  );
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  // A code opens one session: the second is that of the next half minute, which is taken already.
  let used = 0;
  const code = () => new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 * used++ });
  const verified = await browser.post('/auth/two-factor/verify-totp', { code: code() });
  expect(verified.status).toBe(200);
  return { ...browser, code, backupCodes: backupCodes as string[] };
}

const INVITE = `mutation ($input: InvitationInput!) { inviteAccount(input: $input) {
  ... on Invitation { id email role expired branches { id } } ... on Refusal { code field } } }`;
const viewerOf = async (browser: Browser) =>
  (await browser.ask('{ viewer { email role secondFactorDue capabilities partner { id } } }')).data.viewer;
const linkIn = ({ text }: KeptLetter) => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '');
const letterTo = (address: string) => mailbox.letters.find((letter) => letter.address === address);

async function invite(
  browser: Browser,
  input: Record<string, unknown>,
): Promise<{ email: string; token: string; answer: any }> {
  const email = `${newId()}@example.org`;
  const { data } = await browser.ask(INVITE, {
    input: { email, name: 'Élodie Müller', locale: 'fr', ...input },
  });
  const letter = letterTo(email);
  const token = letter === undefined ? '' : (linkIn(letter).searchParams.get('invitation') ?? '');
  return { email, token, answer: data?.inviteAccount };
}

describe('an invitation', () => {
  test('is a letter in the language of who is invited, and opens an account once', async () => {
    const admin = await administrator();
    const { email, token, answer } = await invite(admin, { role: 'COORDINATOR', branchIds: [branchId] });
    expect(answer).toMatchObject({
      email,
      role: 'COORDINATOR',
      expired: false,
      branches: [{ id: branchId }],
    });
    expect(letterTo(email)).toMatchObject({ subject: 'Votre compte sur Tandem' });
    expect(letterTo(email)?.text).toContain('Bonjour Élodie Müller,');
    expect(letterTo(email)?.html).toContain('lang="fr"');

    const guest = browse();
    expect(await (await guest.get(`/auth/invitation?token=${token}`)).json()).toMatchObject({ email });
    const accepted = await guest.post('/auth/accept-invitation', { token, password: PASSWORD });
    expect(accepted.status).toBe(200);
    expect(await viewerOf(guest)).toMatchObject({ email, role: 'COORDINATOR', secondFactorDue: false });
    const again = await browse().post('/auth/accept-invitation', { token, password: PASSWORD });
    expect([again.status, (await bodyOf(again)).code]).toEqual([400, 'INVITATION_INVALID']);
    const [kept] = await kit.db.query('select * from invitation where email = $1', [email]);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  test.each([
    ['short', 'hunter2', 'PASSWORD_TOO_SHORT'],
    ['leaked', 'password1234', 'PASSWORD_GUESSABLE'],
    ['a walk on the keyboard', 'qwertyuiop12', 'PASSWORD_GUESSABLE'],
    ['one’s own name', 'Élodie Müller1', 'PASSWORD_GUESSABLE'],
    ['too long', 'x9'.repeat(80), 'PASSWORD_TOO_LONG'],
  ])('refuses a password that is %s, and still holds', async (_, password, code) => {
    const { token } = await invite(await administrator(), { role: 'ANALYST' });
    const refused = await browse().post('/auth/accept-invitation', { token, password });
    expect([refused.status, (await bodyOf(refused)).code]).toEqual([400, code]);
    expect((await browse().post('/auth/accept-invitation', { token, password: PASSWORD })).status).toBe(200);
  });

  test('that was withdrawn, sent again or has expired holds no more', async () => {
    const admin = await administrator();
    const status = async (token: string) => (await browse().get(`/auth/invitation?token=${token}`)).status;
    const withdrawn = await invite(admin, { role: 'ANALYST' });
    await admin.ask('mutation ($id: ID!) { revokeInvitation(id: $id) }', { id: withdrawn.answer.id });
    const sentAgain = await invite(admin, { role: 'ANALYST' });
    await admin.ask('mutation ($id: ID!) { resendInvitation(id: $id) { __typename } }', {
      id: sentAgain.answer.id,
    });
    const expired = await invite(admin, { role: 'ANALYST' });
    await kit.db.query(`update invitation set expires_at = now() where id = $1`, [expired.answer.id]);
    expect(await Promise.all([withdrawn, sentAgain, expired].map(({ token }) => status(token)))).toEqual([
      400, 400, 400,
    ]);
    const letter = letterTo(sentAgain.email);
    expect(await status(linkIn(letter as KeptLetter).searchParams.get('invitation') ?? '')).toBe(200);
  });

  test('comes from a partner administrator for its own members only', async () => {
    const company = await signedIn('PARTNER_ADMINISTRATOR');
    const member = await invite(company, { role: 'PARTNER_MEMBER', partnerId });
    expect(member.answer).toMatchObject({ role: 'PARTNER_MEMBER' });
    const other = newId();
    await kit.db.query(`insert into partner (id, name, kind) values ($1, $2, 'COMPANY')`, [other, other]);
    for (const input of [
      { role: 'PARTNER_MEMBER', partnerId: other },
      { role: 'ADMINISTRATOR' },
      { role: 'ANALYST' },
    ])
      expect((await invite(company, input)).answer).toEqual({ code: 'CHOICE_INVALID', field: 'role' });
    const { data } = await company.ask('{ invitations { email } accounts { email role } }');
    expect(data.invitations).toEqual([{ email: member.email }]);
    expect(new Set(data.accounts.map(({ role }: any) => role))).toEqual(new Set(['PARTNER_ADMINISTRATOR']));
  });

  test('names a branch that there is', async () => {
    const { answer } = await invite(await administrator(), { role: 'COORDINATOR', branchIds: [newId()] });
    expect(answer).toEqual({ code: 'REFERENCE_UNKNOWN', field: 'branchIds' });
  });

  test('is for whom has no account and no open invitation', async () => {
    const admin = await administrator();
    const { email } = await invite(admin, { role: 'ANALYST' });
    expect((await invite(admin, { role: 'ANALYST', email })).answer).toEqual({
      code: 'INVITATION_OPEN',
      field: 'email',
    });
    expect((await invite(admin, { role: 'ANALYST', email: admin.email })).answer).toEqual({
      code: 'ACCOUNT_EXISTS',
      field: 'email',
    });
    expect((await invite(admin, { role: 'COORDINATOR' })).answer).toEqual({
      code: 'REQUIRED',
      field: 'branchIds',
    });
  });
});

describe('the second factor', () => {
  test.each(['ADMINISTRATOR', 'FINANCE'] as const)('is due before %s may do anything', async (role) => {
    const browser = await signedIn(role);
    expect(await viewerOf(browser)).toMatchObject({ secondFactorDue: true, capabilities: [] });
    const { errors } = await browser.ask('{ partners { totalCount } }');
    expect(errors[0].extensions.code).toBe('FORBIDDEN');
    expect(
      (
        await browser.ask(
          'mutation { createApiKey(input: {name: "x", scopes: [SEE_PARTNERS], days: 1}) { ... on Refusal { code } } }',
        )
      ).data.createApiKey,
    ).toEqual({ code: 'SCOPE_TOO_WIDE' });
  });

  test('is asked for from then on, and wrong codes lead nowhere', async () => {
    const { email, code } = await administrator();
    const browser = browse();
    const first = await browser.post('/auth/sign-in/email', { email, password: PASSWORD });
    expect(await first.json()).toMatchObject({ twoFactorRedirect: true });
    expect(await viewerOf(browser)).toBeNull();
    expect((await browser.post('/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect(await viewerOf(browser)).toBeNull();
    expect((await browser.post('/auth/two-factor/verify-totp', { code: code() })).status).toBe(200);
    expect(await viewerOf(browser)).toMatchObject({ email, secondFactorDue: false });
  });

  test('takes a code once, also from two who send it at the same time', async () => {
    const { email, code } = await administrator();
    const overheard = code();
    const enter = async () => {
      const browser = browse();
      await browser.post('/auth/sign-in/email', { email, password: PASSWORD });
      const { status } = await browser.post('/auth/two-factor/verify-totp', { code: overheard });
      return [status, (await browser.seen())?.email];
    };
    const entered = await Promise.all([enter(), enter(), enter()]);
    expect(entered.toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [200, email],
      [401, undefined],
      [401, undefined],
    ]);
  });

  test('is asked for on every device, and a code that is wrong stands in the trail', async () => {
    const { email, userId, code } = await administrator();
    const browser = browse();
    await browser.post('/auth/sign-in/email', { email, password: PASSWORD });
    const trusting = { code: code(), trustDevice: true };
    expect((await browser.post('/auth/two-factor/verify-totp', trusting)).status).toBe(400);
    await browser.post('/auth/two-factor/verify-totp', { code: '000000' });
    const failures = await kit.db.query(
      `select after from audit_entry where actor_user_id = $1 and action = 'signInFailed'`,
      [userId],
    );
    expect(failures.at(-1)).toEqual({ after: { by: '/two-factor/verify-totp' } });
  });

  test('can be a recovery code, once', async () => {
    const { email, backupCodes } = await administrator();
    const enter = async () => {
      const browser = browse();
      await browser.post('/auth/sign-in/email', { email, password: PASSWORD });
      return (await browser.post('/auth/two-factor/verify-backup-code', { code: backupCodes[0] })).status;
    };
    expect([await enter(), await enter()]).toEqual([200, 401]);
  });

  test('that is lost is taken away by another administrator, and due again', async () => {
    const admin = await administrator();
    const lost = await administrator();
    const reset =
      'mutation ($id: ID!) { resetSecondFactor(id: $id) { ... on Account { hasSecondFactor } ... on Refusal { code } } }';
    expect((await admin.ask(reset, { id: admin.userId })).data.resetSecondFactor).toEqual({
      code: 'OWN_ACCOUNT',
    });
    expect((await admin.ask(reset, { id: lost.userId })).data.resetSecondFactor).toEqual({
      hasSecondFactor: false,
    });
    const browser = browse();
    await browser.post('/auth/sign-in/email', { email: lost.email, password: PASSWORD });
    expect(await viewerOf(browser)).toMatchObject({ secondFactorDue: true });
  });
});

describe('a forgotten password', () => {
  test('is replaced through a letter, once, and ends every session', async () => {
    const browser = await signedIn('ANALYST');
    const { email } = browser;
    await browse().post('/auth/request-password-reset', { email, redirectTo: '/admin/' });
    const link = linkIn(letterTo(email) as KeptLetter);
    const token = link.pathname.split('/').at(-1);
    const reset = (newPassword: string) => browse().post('/auth/reset-password', { token, newPassword });
    expect((await bodyOf(await reset('password1234'))).code).toBe('PASSWORD_GUESSABLE');
    expect((await reset(OTHER_PASSWORD)).status).toBe(200);
    expect((await reset(PASSWORD)).status).toBe(400);
    expect(await browser.seen()).toBeNull();
    expect((await browse().post('/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(401);
    expect((await browse().post('/auth/sign-in/email', { email, password: OTHER_PASSWORD })).status).toBe(
      200,
    );
    expect(letterTo(email)?.subject).toBe('Votre façon de vous connecter à Tandem a changé');
  });

  test('is not replaced by one’s own name, nor by whoever reads the database', async () => {
    const { email } = await signedIn('ANALYST');
    await browse().post('/auth/request-password-reset', { email, redirectTo: '/admin/' });
    const token =
      linkIn(letterTo(email) as KeptLetter)
        .pathname.split('/')
        .at(-1) ?? '';
    const rows = await kit.db.query('select verification::text as row from identity."verification"');
    expect(rows.filter(({ row }: { row: string }) => row.includes(token))).toEqual([]);
    const named = await browse().post('/auth/reset-password', { token, newPassword: 'PeetersXq7v2' });
    expect((await bodyOf(named)).code).toBe('PASSWORD_GUESSABLE');
  });

  test('of nobody gets the same answer and no letter', async () => {
    const { email } = await signedIn('ANALYST');
    const ask = async (address: string) => {
      const response = await browse().post('/auth/request-password-reset', {
        email: address,
        redirectTo: '/admin/',
      });
      return [response.status, await response.json()];
    };
    expect(await ask('nobody@example.org')).toEqual(await ask(email));
    expect(letterTo('nobody@example.org')).toBeUndefined();
  });
});

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

describe('a link to sign in with', () => {
  test('is sent to members of partners, and holds once', async () => {
    const { email } = await signedIn('PARTNER_MEMBER');
    await browse().post('/auth/sign-in/magic-link', { email, callbackURL: '/partner/' });
    await expect.poll(() => letterTo(email)).toBeDefined();
    const { pathname, search } = linkIn(letterTo(email) as KeptLetter);
    const browser = browse();
    expect((await browser.get(`${pathname}${search}`)).status).toBe(302);
    expect(await viewerOf(browser)).toMatchObject({ email, partner: { id: partnerId } });
    const again = browse();
    await again.get(`${pathname}${search}`);
    expect(await viewerOf(again)).toBeNull();
  });

  test('is not sent to staff, and nobody is told', async () => {
    const { email } = await signedIn('ANALYST');
    const answers = await Promise.all(
      [email, 'nobody@example.org'].map(async (address) => {
        const response = await browse().post('/auth/sign-in/magic-link', {
          email: address,
          callbackURL: '/partner/',
        });
        return [response.status, await response.json()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(letterTo(email)).toBeUndefined();
  });
});

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
