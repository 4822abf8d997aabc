import type { Role } from '@tandem/domain/capabilities';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, expect } from 'vitest';
import { makeBranch } from './programme.ts';
import { bodyOf, makeBrowser, type Browser } from './browser.ts';
import { serve, type Served } from './serve.ts';
import { openTestkit, type Testkit } from './testkit.ts';
import { newId } from '../src/database/new-id.ts';
import { makeMailbox, type KeptLetter } from '../src/mail/mailer.ts';
import { makeAccount } from '../src/identity/accounts.ts';

export const PASSWORD = 'correct horse battery';
const mailbox = makeMailbox();
export let kit: Testkit;
export let served: Served;
export let partnerId: string;
export let branchId: string;

/** The whole server with a second factor for who needs one, opened for the test file that imports this. */
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

export const browse = () => makeBrowser(served.origin);

/** An account and a browser that is signed in with it. */
export async function signedIn(
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
export async function administrator() {
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
export const viewerOf = async (browser: Browser) =>
  (await browser.ask('{ viewer { email role secondFactorDue capabilities partner { id } } }')).data.viewer;
export const linkIn = ({ text }: KeptLetter) => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '');
export const letterTo = (address: string) => mailbox.letters.find((letter) => letter.address === address);

export async function invite(
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
