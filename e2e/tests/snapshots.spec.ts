import { expect, expectAccessible, open, test } from '../support/portal.ts';

test('an analyst seals the figures, and later sees which data made one of them another', async ({ page }) => {
  await open(page, 'analyst', '/admin/snapshots');
  const name = `Report ${Date.now()}`;
  await page.getByRole('button', { name: 'Take a snapshot' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Seal' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/The seal holds and all \d+ figures come to the same/)).toBeVisible();
  await expectAccessible(page);
  const address = page.url();

  await page.goto('/admin/snapshots?take=true');
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Seal' }).click();
  await expect(page.getByRole('dialog').getByText('There is one already', { exact: false }).first()).toBeVisible();

  await open(page, 'administrator', '/admin/duos?status=%5B%22CLOSED%22%5D&sort=STARTED_ON&dir=ASC');
  await page.locator('tbody a[data-row-link]').nth(3).click();
  await page.getByRole('button', { name: 'Log meeting' }).first().click();
  const form = page.getByRole('dialog');
  const day = await form.getByLabel('Day').inputValue();
  expect(day).not.toBe('');
  await form.getByLabel('Day').fill('01/10/2015');
  await form.getByRole('button', { name: 'Log meeting' }).click();
  await expect(form).toBeHidden();

  await page.goto(address);
  await expect(page.getByText(/The seal holds; \d+ of \d+ figures? come/)).toBeVisible();
  const hours = page.getByRole('row', { name: /Hours of mentoring/ });
  await expect(hours).toContainText('Other data');
  await expect(page.getByRole('heading', { name: '1 duo changed' })).toBeVisible();
  await expectAccessible(page);
});
