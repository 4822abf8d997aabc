import { readFileSync } from 'node:fs';
import { expect, open, test } from '../support/portal.ts';

/** What the sample's figures are, worked out without the platform. */
const expected = JSON.parse(
  readFileSync(new URL('../../apps/api/sample/brussels-2017/expected.json', import.meta.url), 'utf8'),
);

test('an indicator opens its definition, its course, its groups and exactly the duos that it counts', async ({
  page,
}) => {
  await open(page, 'administrator', '/admin/indicators/POSITIVE_EXIT_RATE?population=CLOSED');
  const { numerator, denominator } = expected.outcomes.positive_exit_rate;
  await expect(page.getByText(`${numerator} of ${denominator}`).first()).toBeVisible();
  await expect(page.getByText('POSITIVE_EXIT_RATE version 1')).toBeVisible();
  await expect(page.getByText(`1–50 of ${denominator}`)).toBeVisible();
  await page.getByRole('radio', { name: 'Counted' }).check({ force: true });
  await expect(page.getByText(`1–50 of ${numerator}`)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(`51–100 of ${numerator}`)).toBeVisible();
});

test('a figure explains itself where it stands', async ({ page }) => {
  await open(page, 'analyst', '/admin/');
  await page.getByRole('button', { name: 'What is “Positive exits”?' }).click();
  await expect(
    page.getByText('Those whose mentee had a job, an internship or training in the window.'),
  ).toBeVisible();
  await page.keyboard.press('Escape');
});

test('money shows cost per duo, of what it is made, and the fund structure', async ({ page }) => {
  await open(page, 'finance', '/admin/money');
  const euros = (cents: number) => `€${Math.round(cents / 100).toLocaleString('en-GB')}`;
  await expect(page.getByText(euros(expected.costs.cost_per_duo_cents)).first()).toBeVisible();
  await expect(page.getByText(euros(expected.costs.total_cents)).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /Public subsidies: \d+% of the funds/ })).toBeVisible();
});

test('the value map recalculates as it is typed, is saved, and taken back', async ({ page }) => {
  await open(page, 'finance', '/admin/sroi');
  await expect(page.getByText('€18.00')).toBeVisible();
  const deadweight = page.getByRole('textbox', { name: /^Deadweight/ }).first();
  const before = await deadweight.inputValue();
  await deadweight.fill('0');
  await expect(page.getByText('€18.00')).toHaveCount(2);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The value map is saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(deadweight).toHaveValue(before);
  await expect(page.getByText(/version 3/)).toBeVisible();
});

test('an analyst sees figures and money, and no person', async ({ page }) => {
  await open(page, 'analyst', '/admin/');
  const rail = page.getByRole('navigation', { name: 'Pages' });
  await expect(rail.getByRole('link', { name: 'Money' })).toBeVisible();
  await expect(rail.getByRole('link', { name: 'Mentees' })).toHaveCount(0);
  await expect(rail.getByRole('link', { name: 'Duos' })).toHaveCount(0);
});
