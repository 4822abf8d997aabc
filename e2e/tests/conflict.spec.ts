import { expect, open, test } from '../support/portal.ts';
import type { Page } from '@playwright/test';

const ACTIVE = '/admin/duos?status=%5B%22ACTIVE%22%5D';
const form = (page: Page) => page.getByRole('dialog');

/** Opens the form of the meeting that was logged last. */
async function openMeeting(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Change the meeting of/ })
    .first()
    .click();
}

/** Other tests count the meetings of the sample. */
async function takeOut(page: Page, note: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Remove the meeting of/ })
    .first()
    .click();
  await expect(page.locator('ol').getByText(note)).toHaveCount(0);
}

test('two people change one meeting: the second sees what the first saved, keeps her words, and saves them anyway', async ({
  page,
  browser,
  complaints,
}) => {
  await open(page, 'coordinator', ACTIVE);
  await page.locator('tbody a[data-row-link]').nth(2).click();
  await page.getByRole('button', { name: 'Log a meeting' }).click();
  await form(page).getByLabel('Note').fill('As it was logged');
  await form(page).getByRole('button', { name: 'Log a meeting' }).click();
  await expect(page.locator('ol').getByText('As it was logged')).toBeVisible();

  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await open(other, 'administrator', new URL(page.url()).pathname);
  await openMeeting(other);
  await openMeeting(page);
  await form(other).getByLabel('Note').fill('What the first wrote');
  await form(other).getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('The meeting is changed.')).toBeVisible();

  await form(page).getByLabel('Note').fill('What the second wrote');
  await form(page).getByRole('button', { name: 'Save', exact: true }).click();
  const conflict = form(page).getByRole('alert').filter({ hasText: 'Somebody saved this meanwhile' });
  await expect(conflict).toContainText('As it was logged');
  await expect(conflict).toContainText('What the first wrote');
  await expect(form(page).getByLabel('Note')).toHaveValue('What the second wrote');
  // What the other changed stays in sight where no answer comes.
  await page.route('**/graphql', (route) => route.abort());
  await conflict.getByRole('button', { name: 'Save mine anyway' }).click();
  await expect(form(page).getByText('did not answer')).toBeVisible();
  await page.unroute('**/graphql');
  complaints.length = 0;
  await conflict.getByRole('button', { name: 'Save mine anyway' }).click();
  await expect(form(page)).toHaveCount(0);
  await expect(page.locator('ol').getByText('What the second wrote')).toBeVisible();
  // The way back is to what the first wrote.
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.locator('ol').getByText('What the first wrote')).toBeVisible();

  // The other way on: the form shows what is saved now.
  await openMeeting(page);
  await openMeeting(other);
  await form(other).getByLabel('Note').fill('The last word');
  await form(other).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form(other).getByRole('alert')).toContainText('What the second wrote');
  await form(other).getByRole('button', { name: 'Take theirs' }).click();
  await expect(form(other).getByLabel('Note')).toHaveValue('What the first wrote');
  await expect(form(other).getByRole('alert')).toHaveCount(0);
  await other.context().close();
  await form(page).getByRole('button', { name: 'Close' }).click();
  await takeOut(page, 'What the first wrote');
});

test('what is sent again because no answer came is done once', async ({ page, complaints }) => {
  await open(page, 'coordinator', ACTIVE);
  await page.locator('tbody a[data-row-link]').nth(3).click();
  await page.getByRole('button', { name: 'Log a meeting' }).click();
  await form(page).getByLabel('Note').fill('Sent twice');
  // The server does it, and its answer does not arrive.
  await page.route('**/graphql', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await form(page).getByRole('button', { name: 'Log a meeting' }).click();
  await expect(form(page).getByRole('alert')).toContainText('did not answer');
  await page.unroute('**/graphql');
  await form(page).getByRole('button', { name: 'Log a meeting' }).click();
  await expect(page.getByText('The meeting is logged.')).toBeVisible();
  await expect(page.locator('ol').getByText('Sent twice')).toHaveCount(1);
  await page.reload();
  await expect(page.locator('ol').getByText('Sent twice')).toHaveCount(1);
  await takeOut(page, 'Sent twice');
  // The browser writes down that the request failed, which was meant.
  complaints.length = 0;
});
