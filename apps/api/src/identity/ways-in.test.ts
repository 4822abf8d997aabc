import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../test/browser.ts';
import {
  administrator,
  browse,
  kit,
  letterTo,
  linkIn,
  partnerId,
  PASSWORD,
  signedIn,
  viewerOf,
} from '../../test/identity-kit.ts';
import type { KeptLetter } from '../mail/mailer.ts';

const OTHER_PASSWORD = 'llamas-in-pyjamas-9';

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
