import { readFileSync } from 'node:fs';
import { expect, open, test } from '../support/portal.ts';

/** What the sample's figures are, worked out without the platform. */
const expected = JSON.parse(
  readFileSync(new URL('../../apps/api/sample/brussels-2017/expected.json', import.meta.url), 'utf8'),
);

function euros(amount: number): string {
  return `€${Math.round(amount).toLocaleString('en-GB')}`;
}

test('the catalogue shows every figure as it was worked out by hand', async ({ page }) => {
  await open(page, 'administrator', '/admin/indicators');
  const ofMany = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    `${numerator} of ${denominator}`;
  const { conversion, response_rate: answers } = expected;
  // The spreadsheet counts an intake that is dated the day after.
  const intakes = conversion.intake - 1;
  for (const words of [
    ...[expected.duos_started, expected.duos_closed, expected.duos_active].map(String),
    ofMany(expected.positive_exit_rate['of mature, 12 months from start']),
    ofMany(expected.employment_rate['of mature']),
    ofMany(expected.stable_employment_rate['of mature']),
    ofMany(expected.mentor_loyalty_rate),
    ofMany(expected.completion_rate),
    ofMany(answers.mentee),
    ofMany(answers.mentor),
    ...Object.values<{ numerator: number; denominator: number }>(expected.survey_top2).map(ofMany),
    `${conversion.registered} of ${conversion.info_session}`,
    `${intakes} of ${conversion.registered}`,
    `${conversion.matched} of ${intakes}`,
    `${expected.duos_meeting_at_least_twice_a_month} of ${expected.duos_started}`,
    `${Math.round(expected.hours_of_mentoring).toLocaleString('en-GB')} h`,
    `+${Math.round(expected.nps)}`,
    euros(expected.total_cost_eur),
    euros(expected.cost_per_duo_started_eur),
    euros(expected.cost_per_positive_exit_eur),
    euros(expected.cost_per_job_eur),
    `€${expected.sroi.gross_ratio.toFixed(2)}`,
    `€${expected.sroi.net_ratio.toFixed(2)}`,
  ])
    await expect(page.getByText(words, { exact: true }).first(), words).toBeVisible();
});

test('an indicator opens its definition, its course, its groups and exactly the duos that it counts', async ({
  page,
}) => {
  await open(page, 'administrator', '/admin/indicators/POSITIVE_EXIT_RATE?population=CLOSED');
  const { numerator, denominator } = expected.positive_exit_rate['of closed, 12 months from start'];
  await expect(page.getByText(`${numerator} of ${denominator}`).first()).toBeVisible();
  await expect(page.getByText('POSITIVE_EXIT_RATE version 2')).toBeVisible();
  await expect(page.getByText(`1–50 of ${denominator}`)).toBeVisible();
  await page.locator('label', { hasText: /^Counted$/ }).click();
  await expect(page.getByText(`1–50 of ${numerator}`)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(`51–100 of ${numerator}`)).toBeVisible();
});

test('a period is typed to its end, may be open, and is refused where it ends before it begins', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/DUOS_STARTED');
  const tile = page.getByText(String(expected.duos_started), { exact: true });
  await expect(tile).toBeVisible();
  const from = page.getByLabel('From', { exact: true });
  await from.focus();
  await page.keyboard.type('01012017');
  expect(page.url()).not.toContain('from=');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=2017-01-01/);
  await expect(tile).toHaveCount(0);
  await page.getByLabel('Until').fill('2016-01-01');
  await expect(page.getByText('Before the first day')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(tile).toBeVisible();
});

test('a figure explains itself where it stands', async ({ page }) => {
  await open(page, 'analyst', '/admin/');
  await page.getByRole('button', { name: 'What is “Positive exits”?' }).click();
  await expect(
    page.getByText('Duos whose mentee had a job, an internship or training in the window.'),
  ).toBeVisible();
  await page.keyboard.press('Escape');
});

test('money shows cost per duo, of what it is made, and the fund structure', async ({ page }) => {
  await open(page, 'finance', '/admin/money');
  for (const amount of [
    expected.cost_per_duo_started_eur,
    expected.cost_per_positive_exit_eur,
    expected.cost_per_job_eur,
    expected.total_cost_eur,
    ...Object.values<number>(expected.fund_structure_eur),
  ])
    await expect(page.getByText(euros(amount)).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /Public subsidies: \d+% of the funds/ })).toBeVisible();
  // From the first year with a cost on.
  await expect(page.getByRole('combobox', { name: 'Year' }).getByRole('option')).toHaveText([
    'All years',
    '2018',
    '2017',
    '2016',
    '2015',
  ]);
});

test('an analyst sees figures and money, and no person', async ({ page }) => {
  await open(page, 'analyst', '/admin/');
  const rail = page.getByRole('navigation', { name: 'Pages' });
  await expect(rail.getByRole('link', { name: 'Money' })).toBeVisible();
  await expect(rail.getByRole('link', { name: 'Mentees' })).toHaveCount(0);
  await expect(rail.getByRole('link', { name: 'Duos' })).toHaveCount(0);
  await page.goto('/admin/indicators/COMPLETION_RATE');
  const records = page.getByRole('table', { name: /records|duos/i }).last();
  await expect(records.getByRole('columnheader', { name: 'Pseudonym' })).toBeVisible();
  await expect(records.getByRole('link')).toHaveCount(0);
  await page.goto('/admin/duos');
  await expect(page.getByText('This is not for your account')).toBeVisible();
  await expect(page.getByText('tell us this number')).toHaveCount(0);
});
