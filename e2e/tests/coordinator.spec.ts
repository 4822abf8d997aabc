import { accountOf, expect, open, test } from '../support/portal.ts';

test('signs in with one click on a sample account, and is led to the filtered list of silent duos', async ({
  page,
}) => {
  await page.goto('/admin/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: /^Coordinator/ }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  const silent = page.getByRole('link', { name: /silent duos/ });
  const count = Number((await silent.locator('strong').innerText()).trim());
  expect(count).toBeGreaterThan(0);
  await silent.click();
  await expect(page).toHaveURL(/attention=SILENT/);
  await expect(page.getByText(`1–${count} of ${count}`)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
});

test('says what is wrong with a password, and keeps the address', async ({ page }) => {
  await page.goto('/admin/');
  await page.getByRole('button', { name: 'English' }).click();
  const { email } = await accountOf(page, 'coordinator');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: /^Password/ }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('wrong');
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(email);
});

test('logs a meeting on a phone, sees it, and takes it back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'coordinator', '/admin/duos?status=%5B%22ACTIVE%22%5D&mine=true');
  await page.locator('tbody a[data-row-link]').first().click();
  await page.getByRole('button', { name: 'Log a meeting' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Note').fill('Rehearsed an interview.');
  await form.getByRole('button', { name: 'Log a meeting' }).click();
  await expect(page.getByText('The meeting is logged.')).toBeVisible();
  await expect(page.getByText('Rehearsed an interview.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(page.locator('ol').getByText('Rehearsed an interview.')).toHaveCount(0);
});

test('keeps what was typed into a form that was closed, and refuses a day before the duo', async ({
  page,
}) => {
  await open(page, 'coordinator', '/admin/duos?status=%5B%22ACTIVE%22%5D');
  await page.locator('tbody a[data-row-link]').first().click();
  await page.getByRole('button', { name: 'Log a meeting' }).click();
  await page.getByRole('dialog').getByLabel('Note').fill('Half a thought');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Log a meeting' }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('Note')).toHaveValue('Half a thought');
  await form.getByLabel('Day').fill('2001-01-01');
  await form.getByRole('button', { name: 'Log a meeting' }).click();
  await expect(form.getByText('This is before the duo began.')).toBeVisible();
  await expect(form.getByLabel('Note')).toHaveValue('Half a thought');
});

test('keeps what was typed when the server does not answer, and says so', async ({ page, complaints }) => {
  await open(page, 'coordinator', '/admin/duos?status=%5B%22ACTIVE%22%5D');
  await page.locator('tbody a[data-row-link]').first().click();
  await page.getByRole('button', { name: 'Log a meeting' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Note').fill('On the train');
  await page.route('**/graphql', (route) => route.abort());
  await form.getByRole('button', { name: 'Log a meeting' }).click();
  await expect(form.getByRole('alert')).toContainText('The server did not answer.');
  await expect(form.getByLabel('Note')).toHaveValue('On the train');
  await page.unroute('**/graphql');
  await form.getByRole('button', { name: 'Log a meeting' }).click();
  await expect(page.getByText('The meeting is logged.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  // The browser writes the failed request down.
  complaints.length = 0;
});

test('records an outcome, closes the duo, and takes both back', async ({ page }) => {
  await open(page, 'coordinator', '/admin/duos?status=%5B%22ACTIVE%22%5D&sort=STARTED_ON&dir=ASC');
  await page.locator('tbody a[data-row-link]').first().click();
  await page.getByRole('button', { name: 'Record a situation' }).click();
  await page.getByRole('radio', { name: 'Job' }).check();
  await page.getByRole('combobox', { name: /^Contract/ }).selectOption({ label: 'Open-ended' });
  await page.getByRole('radio', { name: 'Contract seen' }).check();
  // Of how many months may stay unsaid; what is said and is no number is not taken for that.
  const months = page.getByRole('dialog').getByRole('textbox', { name: 'Length of the contract' });
  await months.fill('6 weeks');
  await page.getByRole('dialog').getByRole('button', { name: 'Record a situation' }).click();
  await expect(page.getByRole('dialog').getByText('Give a number.')).toBeVisible();
  await expect(months).toHaveValue('6 weeks');
  await expect(page.getByText('The situation is recorded.')).toHaveCount(0);
  await months.fill('');
  await page.getByRole('dialog').getByRole('button', { name: 'Record a situation' }).click();
  await expect(page.getByText('The situation is recorded.')).toBeVisible();
  await expect(page.locator('ol').getByText('stable')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('ol').getByText('stable')).toHaveCount(0);

  await page.getByRole('button', { name: 'Close the duo' }).click();
  await page.getByRole('radio', { name: 'Completed' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the duo' }).click();
  await expect(page.getByText('The duo ended: Completed')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText('The duo ended: Completed')).toHaveCount(0);
});

test('finds a duo by name, and the address holds search, sort and columns', async ({ page }) => {
  await open(page, 'coordinator', '/admin/duos');
  await page.getByRole('searchbox', { name: 'Name or reference' }).fill('peeters');
  await expect(page).toHaveURL(/q=peeters/);
  await expect(page.getByText(/^1–\d+ of \d{2,3}$/)).not.toHaveText(/of 471$/);
  await page.getByRole('button', { name: 'Planned end' }).click();
  await expect(page).toHaveURL(/sort=PLANNED_END_ON/);
  await expect(page.getByRole('columnheader', { name: 'Planned end' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.waitForLoadState('networkidle');
  const first = page.locator('tbody tr').first();
  const before = await first.innerText();
  await page.reload();
  await expect.poll(() => first.innerText()).toBe(before);
});

test('exports the list as it is seen, in the reader’s language', async ({ page }) => {
  await open(page, 'coordinator', '/admin/duos?status=%5B%22ACTIVE%22%5D', 'fr-BE');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const total = Number((await page.getByText(/sur \d+$/).innerText()).split(' ').at(-1));
  await page.getByRole('button', { name: 'Exporter' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Données (CSV)' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFFMentee · mentor;Référence;En attente de;Statut;Début;Dernière rencontre;Fin prévue',
  );
  // Below the data, after an empty line, the file says what it is.
  expect(lines.indexOf('')).toBe(total + 1);
  expect(lines.at(-1)).toContain('/admin/duos');
});

test('goes anywhere by keyboard', async ({ page }) => {
  await open(page, 'coordinator', '/admin/');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Where to?').fill('indic');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Indicators' })).toBeVisible();
});
