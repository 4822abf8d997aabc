import type { Role } from '@tandem/domain/capabilities';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeBrowser, type Browser } from '../../../test/browser.ts';
import { serve, type Served } from '../../../test/serve.ts';
import { openTestkit, type Testkit } from '../../../test/testkit.ts';
import { newId } from '../../database/new-id.ts';
import { ACCOUNT_LIMITS } from '../../http/limits.ts';
import { makeAccount } from '../../identity/accounts.ts';
import { makeMailbox } from '../../mail/mailer.ts';

const PASSWORD = 'correct horse battery';
let kit: Testkit;
let served: Served;
let partners: { ours: string; theirs: string };
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  served = await serve(kit, { mailbox: makeMailbox(), limited: true });
  partners = { ours: newId(), theirs: newId() };
  await kit.db.query(
    `insert into partner (id, name, kind) values ($1, 'Acme', 'COMPANY'), ($2, 'Umbrella', 'COMPANY')`,
    [partners.ours, partners.theirs],
  );
});
beforeEach(() => kit.db.query('delete from limit_window'));
afterAll(async () => {
  await served.close();
  await kit.close();
});

async function signedIn(role: Role, partnerId: string | null = null): Promise<Browser & { userId: string }> {
  const email = `${newId()}@example.org`;
  const account = { name: 'Zoë', email, password: PASSWORD, role, partnerId };
  const userId = await makeAccount(served.identity, kit.db, account);
  const browser = makeBrowser(served.origin);
  expect((await browser.post('/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(200);
  return { ...browser, userId };
}

const INVITE = `mutation ($input: InvitationInput!) { inviteAccount(input: $input) {
  ... on Invitation { id email } ... on Refusal { code field } } }`;
const inviteRaw = (browser: Browser, email: string, position: { role: Role; partnerId?: string }) =>
  browser.ask(INVITE, { input: { email, name: 'Guest', locale: 'en', ...position } });
const invite = async (...given: Parameters<typeof inviteRaw>) =>
  (await inviteRaw(...given)).data.inviteAccount;
const openOf = async (userId: string): Promise<string[]> =>
  (
    await kit.db.query(
      'select email from invitation where invited_by = $1 and revoked_at is null order by email',
      [userId],
    )
  ).map(({ email }: { email: string }) => email);

describe('a partner learns nothing of others from whom it invites', () => {
  const member = (partnerId: string) => ({ role: 'PARTNER_MEMBER', partnerId }) as const;

  test('somebody who is invited elsewhere can be invited here, and takes one place', async () => {
    const ours = await signedIn('PARTNER_ADMINISTRATOR', partners.ours);
    const theirs = await signedIn('PARTNER_ADMINISTRATOR', partners.theirs);
    const administrator = await signedIn('ADMINISTRATOR');
    expect(await invite(ours, 'both@example.org', member(partners.ours))).toHaveProperty('id');
    expect(await invite(theirs, 'both@example.org', member(partners.theirs))).toHaveProperty('id');
    expect(await invite(administrator, 'both@example.org', { role: 'ANALYST' })).toHaveProperty('id');
    const open = { code: 'INVITATION_OPEN', field: 'email' };
    expect(await invite(ours, 'both@example.org', member(partners.ours))).toEqual(open);
    expect(await invite(administrator, 'both@example.org', { role: 'ANALYST' })).toEqual(open);
  });

  test('an account elsewhere is not told of; one of its own is', async () => {
    const ours = await signedIn('PARTNER_ADMINISTRATOR', partners.ours);
    const accounts = { 'theirs@example.org': partners.theirs, 'ours@example.org': partners.ours };
    for (const [email, partnerId] of Object.entries(accounts))
      await makeAccount(served.identity, kit.db, {
        name: 'Ed',
        email,
        password: PASSWORD,
        role: 'PARTNER_MEMBER',
        partnerId,
      });
    expect(await invite(ours, 'theirs@example.org', member(partners.ours))).toHaveProperty('id');
    expect(await invite(ours, 'ours@example.org', member(partners.ours))).toEqual({
      code: 'ACCOUNT_EXISTS',
      field: 'email',
    });
    const administrator = await signedIn('ADMINISTRATOR');
    expect(await invite(administrator, 'theirs@example.org', { role: 'ANALYST' })).toEqual({
      code: 'ACCOUNT_EXISTS',
      field: 'email',
    });
  });
});

describe('an invitation does not outlive who sent it', () => {
  test('who is kept out has invited nobody, whoever may accept', async () => {
    const administrator = await signedIn('ADMINISTRATOR');
    const former = await signedIn('ADMINISTRATOR');
    await invite(former, 'first@example.org', { role: 'ANALYST' });
    const { id } = await invite(former, 'second@example.org', { role: 'ANALYST' });
    // Who sends it again stands for it.
    await administrator.ask('mutation ($id: ID!) { resendInvitation(id: $id) { __typename } }', { id });
    await administrator.ask('mutation ($id: ID!) { disableAccount(id: $id) { __typename } }', {
      id: former.userId,
    });
    expect(await openOf(former.userId)).toEqual([]);
    expect(await openOf(administrator.userId)).toEqual(['second@example.org']);
    const [entry] = await kit.db.query(
      `select actor_user_id from audit_entry where action = 'revokeInvitation' and record_id = (select id from invitation where email = 'first@example.org')`,
    );
    expect(entry).toEqual({ actor_user_id: administrator.userId });
  });

  test('a new role keeps what it may still invite to', async () => {
    const administrator = await signedIn('ADMINISTRATOR');
    const former = await signedIn('ADMINISTRATOR');
    await invite(former, 'analyst@example.org', { role: 'ANALYST' });
    for (const [email, partnerId] of [
      ['member@example.org', partners.ours],
      ['other@example.org', partners.theirs],
    ] as const)
      await invite(former, email, { role: 'PARTNER_MEMBER', partnerId });
    const become = (version: number, input: object) =>
      administrator.ask(
        'mutation ($id: ID!, $version: Int!, $input: PositionInput!) { changeAccount(id: $id, version: $version, input: $input) { __typename } }',
        { id: former.userId, version, input },
      );
    await become(1, { role: 'ADMINISTRATOR' });
    expect(await openOf(former.userId)).toHaveLength(3);
    await become(2, { role: 'PARTNER_ADMINISTRATOR', partnerId: partners.ours });
    expect(await openOf(former.userId)).toEqual(['member@example.org']);
    await become(3, { role: 'PARTNER_MEMBER', partnerId: partners.ours });
    expect(await openOf(former.userId)).toEqual([]);
  });
});

describe('so many an hour', () => {
  test('letters of one account, and no more of another', async () => {
    const administrator = await signedIn('ADMINISTRATOR');
    const { id } = await invite(administrator, 'often@example.org', { role: 'ANALYST' });
    for (let letter = 1; letter < ACCOUNT_LIMITS.letters.points; letter += 1)
      await invite(administrator, `${letter}@letters.example`, { role: 'ANALYST' });
    const refused = await inviteRaw(administrator, 'late@letters.example', { role: 'ANALYST' });
    expect(refused.errors[0].extensions.code).toBe('TOO_MANY_REQUESTS');
    const response = await administrator.post('/graphql', {
      query: `mutation { resendInvitation(id: "${id}") { __typename } }`,
    });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect(
      await invite(await signedIn('ADMINISTRATOR'), 'late@letters.example', { role: 'ANALYST' }),
    ).toHaveProperty('id');
  });

  test('files that are taken out', async () => {
    const administrator = await signedIn('ADMINISTRATOR');
    const exporting = () =>
      administrator.post('/graphql', { query: 'mutation { recordExport(list: "duos", rows: 1) }' });
    await exporting();
    await kit.db.query(`update limit_window set spent = $1 where key like 'exports of %'`, [
      ACCOUNT_LIMITS.exports.points,
    ]);
    const { status, headers } = await exporting();
    expect([status, Number(headers.get('retry-after')) > 3000]).toEqual([429, true]);
  });
});
