import { expect, open, test } from '../support/portal.ts';

test('marks who came on a phone, adds somebody by name, saves once, and takes it back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'coordinator', '/admin/events?q=BA038');
  await page.getByRole('link', { name: 'Intervision : préparer la clôture' }).click();
  const list = page.locator('ul', { has: page.getByRole('radiogroup') });
  const first = list.getByRole('listitem').first();
  await expect(first.getByRole('radio', { name: 'Attended' })).toBeChecked();
  const before = await list.getByRole('listitem').count();
  await first.getByRole('radio', { name: 'Excused' }).check();
  const search = page.getByRole('combobox', { name: 'Add somebody' });
  await search.fill('BM0001');
  await page.getByRole('option', { name: /BM0001/ }).click();
  await expect(list.getByRole('listitem')).toHaveCount(before + 1);
  await expect(page.getByText('2 changes to save')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Attendance saved.')).toBeVisible();
  await expect(page.getByText('2 changes to save')).toHaveCount(0);
  await expect(first.getByRole('radio', { name: 'Excused' })).toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(before);
  await expect(first.getByRole('radio', { name: 'Attended' })).toBeChecked();
});

test('keeps what was marked where somebody else saved the list meanwhile', async ({
  page,
  browser,
  baseURL,
}) => {
  const path = '/admin/events?q=BA037';
  const theirs = await (await browser.newContext({ ...(baseURL !== undefined && { baseURL }) })).newPage();
  for (const [who, where] of [
    ['administrator', page],
    ['administrator', theirs],
  ] as const) {
    await open(where, who, path);
    await where.getByRole('link', { name: 'Intervision : relancer après un refus' }).click();
    await expect(where.getByRole('radiogroup').first()).toBeVisible();
  }
  const mark = (where: typeof page, place: number, status: string) =>
    where.getByRole('radiogroup').nth(place).getByRole('radio', { name: status }).check();
  await mark(theirs, 1, 'Absent');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByText('Attendance saved.')).toBeVisible();
  await mark(page, 0, 'Excused');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Somebody else saved this list meanwhile.')).toBeVisible();
  const radio = (place: number, name: string) =>
    page.getByRole('radiogroup').nth(place).getByRole('radio', { name });
  await expect(radio(0, 'Excused')).toBeChecked();
  await expect(radio(1, 'Absent')).toBeChecked();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Attendance saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await theirs.close();
});

test('plans an event for whom its kind usually is, and cancels it with a way back', async ({ page }) => {
  await open(page, 'coordinator', '/admin/events');
  await page.getByRole('button', { name: 'Plan an event' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Workshop').check();
  await expect(form.getByLabel('Mentees', { exact: true })).toBeChecked();
  await form.getByLabel('Title').fill('Visit of a library');
  await form.getByLabel('Day').fill('2018-03-08');
  await form.getByLabel('Branch').selectOption({ label: 'Bruxelles' });
  await form.getByRole('button', { name: 'Plan an event' }).click();
  await expect(page.getByRole('heading', { name: 'Visit of a library' })).toBeVisible();
  await expect(page.getByText('Nobody is on the list yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the event' }).click();
  await expect(page.getByText('Event cancelled.')).toBeVisible();
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Cancel the event' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the event' }).click();
  await expect(page.getByRole('button', { name: 'Take the cancellation back' })).toBeVisible();
});
