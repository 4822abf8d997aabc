import type { Page } from '@playwright/test';
import { expect, expectAccessible, open, test } from '../support/portal.ts';

const CLOSED = '/admin/duos?status=%5B%22CLOSED%22%5D&sort=STARTED_ON&dir=ASC';

async function figuresOf(page: Page): Promise<unknown> {
  const result = 'result { ... on Figure { numerator denominator } }';
  const query = `{ exits: breakdown(metric: POSITIVE_EXIT_RATE, by: GENDER) { key ${result} }
    duos: breakdown(metric: DUOS_STARTED, by: EDUCATION) { key ${result} } hours: breakdown(metric: MENTORING_HOURS, by: GENDER) { key ${result} } }`;
  const { data } = (await (await page.request.post('/graphql', { data: { query } })).json()) as {
    data: Readonly<Record<string, readonly unknown[]>>;
  };
  expect(Object.values(data).map((groups) => groups.length > 1)).toEqual([true, true, true]);
  return data;
}

test('records a consent, takes the file out, holds and erases a person; the name is gone and the figures stay', async ({
  page,
}) => {
  await open(page, 'administrator', CLOSED);
  const before = await figuresOf(page);
  await page.locator('tbody a[data-row-link]').first().click();
  await page.locator('a[href*="/mentees/"]').first().click();
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Data protection' }) });
  await expect(section.getByRole('button', { name: 'Erase the person' })).toBeVisible();
  const name = await page.locator('h1').innerText();
  const address = page.url();

  await section.getByRole('button', { name: 'Record a consent' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: /^Purpose/ }).selectOption({ label: 'Newsletter' });
  await form.getByRole('radio', { name: 'Withdrawn' }).check();
  await form.getByRole('button', { name: 'Record a consent' }).click();
  await expect(page.getByText('The consent is recorded.')).toBeVisible();
  await expect(section.locator('tbody tr').first()).toContainText('Withdrawn');

  const [file] = await Promise.all([
    page.waitForEvent('popup'),
    section.getByRole('link', { name: 'File to read' }).click(),
  ]);
  await expect(file.getByRole('heading', { name: 'What we hold about you' })).toBeVisible();
  await expect(file.getByText('Newsletter')).toBeVisible();
  await expectAccessible(file);
  await file.close();

  await section.getByRole('button', { name: 'Place a legal hold' }).click();
  await form.getByLabel('Reason').fill('A complaint is under way');
  await form.getByRole('button', { name: 'Place a legal hold' }).click();
  await expect(section.getByText('A complaint is under way')).toBeVisible();
  await section.getByRole('button', { name: 'Erase the person' }).click();
  await expect(form.getByText('This person is under a legal hold.')).toBeVisible();
  await page.keyboard.press('Escape');
  await section.getByRole('button', { name: 'Lift the legal hold' }).click();
  await expect(section.getByRole('button', { name: 'Place a legal hold' })).toBeVisible();

  await section.getByRole('button', { name: 'Erase the person' }).click();
  await expect(form.getByText('What stays for figures')).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel('Reason').fill(`For ${name}`);
  await form.getByRole('button', { name: 'Erase for good' }).click();
  await expect(form.getByText('do not name the person')).toBeVisible();
  await form.getByLabel('Reason').fill('Asked by letter');
  await form.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText('The person is erased. The figures stay.')).toBeVisible();
  await expect(page.locator('h1')).toContainText('Anonymus');
  await page.goto(address);
  await expect(page.locator('h1')).toContainText('Anonymus');
  await expect(page.getByText(name)).toHaveCount(0);
  await open(page, 'administrator', '/admin/privacy?tab=erasures');
  await expect(page.getByText('Asked by letter')).toBeVisible();
  expect(await figuresOf(page)).toEqual(before);
});

test('a coordinator records consents, and neither takes files out nor erases', async ({ page }) => {
  await open(page, 'coordinator', '/admin/mentees');
  await page.locator('tbody a[data-row-link]').first().click();
  await expect(page.getByRole('button', { name: 'Record a consent' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erase the person' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'File to read' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Privacy' })).toHaveCount(0);
});

test('writes a retention rule, sees what it would erase, and takes it back', async ({ page }) => {
  await open(page, 'administrator', '/admin/privacy?tab=retention');
  await page.getByRole('button', { name: 'New rule' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('radio', { name: /^Mentees/ }).check();
  await form.getByLabel('Kept for').fill('18');
  await form.getByLabel('Reason').fill('The period of complaints');
  await form.getByRole('button', { name: 'Save the rule' }).click();
  await expect(page.getByText(/people would be erased today/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Nothing is erased by itself')).toBeVisible();
});

test('sets a limit of disclosure control with a reason, and not below its safe minimum', async ({ page }) => {
  await open(page, 'administrator', '/admin/privacy?tab=thresholds');
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Smallest count' }) });
  const set = async (value: string) => {
    await section.getByRole('button', { name: 'Set the value' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Value').fill(value);
    await form.getByLabel('Reason').fill('Advice of the authority');
    await form.getByRole('button', { name: 'Set the value' }).click();
    return form;
  };
  const form = await set('2');
  await expect(form.getByText('At least 3.')).toBeVisible();
  await page.keyboard.press('Escape');
  await set('6');
  await expect(section.locator('tbody tr').first()).toContainText('Advice of the authority');
  await set('5');
  await expect(section.locator('tbody tr').first()).toContainText('5');
});
