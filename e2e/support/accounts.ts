import { createHmac } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import { open, type Who } from './portal.ts';

export const PASSWORD = 'llamas in pyjamas 9';

let made = 0;
/** An address that nobody has. */
export function newAddress(): string {
  made += 1;
  return `guest-${Date.now()}-${made}@example.org`;
}

/** The link in the latest letter to an address, once it is there. */
export async function linkTo(page: Page, address: string): Promise<string> {
  const find = async () => {
    const html = await (await page.request.get('/mailbox')).text();
    const letter = html.split('<article>').find((article) => article.includes(` ${address} `));
    return /href="(http[^"]+)"/.exec(letter ?? '')?.[1]?.replaceAll('&amp;', '&');
  };
  await expect.poll(find).toBeDefined();
  return (await find()) ?? '';
}

/** Asks the API in the page's session, as a program would. */
export async function ask(page: Page, query: string, variables: object): Promise<unknown> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post('/graphql', { data: { query, variables }, headers: { origin } });
  return answer.json();
}

/** Makes an account by an invitation of somebody's, takes it, and leaves the page signed in with it. Returns its address. */
export async function joinAs(page: Page, inviter: Who, portal: string, position: object): Promise<string> {
  const email = newAddress();
  await open(page, inviter, `/${portal}/account`);
  await ask(
    page,
    'mutation ($input: InvitationInput!) { inviteAccount(input: $input) { __typename ... on Refusal { code field } } }',
    { input: { email, name: 'Zoë Peeters', locale: 'en', ...position } },
  );
  const token = new URL(await linkTo(page, email)).searchParams.get('invitation');
  const { origin } = new URL(page.url());
  const data = { token, password: PASSWORD };
  const accepted = await page.request.post('/auth/accept-invitation', { data, headers: { origin } });
  expect(accepted.status()).toBe(200);
  return email;
}

const SECONDS = 30;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an authenticator shows for a key (RFC 6238). */
export function codeOf(secret: string, at = Date.now()): string {
  const bits = [...secret].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 1000 / SECONDS)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const start = digest.readUInt8(19) & 15;
  return String((digest.readUInt32BE(start) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

/** The key that an authenticator is given; it is shown in groups. */
export async function secretIn(place: Locator): Promise<string> {
  return (await place.locator('code').first().innerText()).replaceAll(' ', '');
}

/** Fills the sign-in form in. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
