import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

interface Account {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string | null;
}
export type Who = 'administrator' | 'coordinator' | 'finance' | 'analyst' | 'company' | 'funder';
export type Locale = 'fr-BE' | 'nl-BE' | 'en-GB';

interface Fixtures {
  /** Everything that the browser's console warns of; a test that leaves something in it fails. */
  readonly complaints: string[];
}

/** How often an address may try to sign in is limited: each test has one of its own. */
export function ownAddress(): Record<string, string> {
  const [third, fourth] = [Math.random(), Math.random()].map((part) => Math.floor(part * 256));
  return { 'x-forwarded-for': `10.9.${third}.${fourth}` };
}

/** A test that fails where the page writes a warning or an error to the console. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line eslint/no-empty-pattern
  extraHTTPHeaders: async ({}, use) => use(ownAddress()),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        // A password or a link that is refused is answered with 4xx, and browsers write that down.
        const refused = message.location().url.includes('/auth/') && / 4\d\d /.test(message.text());
        if (['warning', 'error'].includes(message.type()) && !refused) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** One session an account for the whole run, kept in a file: signing in is limited in how often it may be tried. */
const SESSIONS = new URL('../test-results/sessions.json', import.meta.url);
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

async function sessionOf(page: Page, who: Who): Promise<Cookies> {
  const { origin } = new URL((await page.request.get('/health/live')).url());
  const kept = JSON.parse(await readFile(SESSIONS, 'utf8').catch(() => '{}')) as Record<string, Cookies>;
  const key = `${origin} ${who}`;
  const found = kept[key];
  if (found !== undefined) return found;
  const { email, password } = await accountOf(page, who);
  await expect
    .poll(
      async () =>
        (
          await page.request.post('/auth/sign-in/email', { data: { email, password }, headers: { origin } })
        ).status(),
      { timeout: 30_000, intervals: [3000] },
    )
    .toBe(200);
  const cookies = await page.context().cookies();
  await mkdir(new URL('.', SESSIONS), { recursive: true });
  // Another worker reads all of it or nothing.
  const written = new URL(`sessions-${process.pid}.json`, SESSIONS);
  await writeFile(written, JSON.stringify({ ...kept, [key]: cookies }));
  await rename(written, SESSIONS);
  return cookies;
}

/** Opens a page of the account's portal, signed in, in a language. */
export async function open(page: Page, who: Who, path: string, locale: Locale = 'en-GB'): Promise<void> {
  await page.addInitScript((wanted) => localStorage.setItem('tandem.locale', wanted), locale);
  const context = page.context();
  await context.clearCookies();
  const cookies = await sessionOf(page, who);
  await context.addCookies(cookies);
  await page.goto(path);
  await expect(page.locator('h1')).toBeVisible();
}

export async function accountOf(page: Page, who: Who): Promise<Account> {
  const accounts = (await (await page.request.get('/sample-accounts')).json()) as Account[];
  const account = accounts.find(({ email }) => email.startsWith(`${who}@`));
  if (account === undefined) throw new Error(`the sample has no account ${who}`);
  return account;
}

/** No violation of WCAG 2.2 A and AA that axe can see. */
export async function expectAccessible(page: Page): Promise<void> {
  // What depends on sizes is settled once the font is there and has been laid out.
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    // What fades in has its colours once it is there; a drawing that turns while something loads never ends.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 4)
        .join(' | ')}`,
  );
  expect(found).toEqual([]);
}

/** Nothing sticks out sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
}
