import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../test/browser.ts';
import {
  administrator,
  branchId,
  browse,
  invite,
  kit,
  letterTo,
  linkIn,
  partnerId,
  PASSWORD,
  signedIn,
  viewerOf,
} from '../../test/identity-kit.ts';
import { newId } from '../database/new-id.ts';
import type { KeptLetter } from '../mail/mailer.ts';

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
