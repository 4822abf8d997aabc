import { expect, open, test } from '../support/portal.ts';

test('a company registers a pasted list: it sees what is wrong line by line, mends it, and registers all', async ({
  page,
}) => {
  await open(page, 'company', '/partner/people/register?way=list');
  const rows = page.getByLabel('Rows from your spreadsheet');
  await rows.fill(
    'Prénom\tNom\tE-mail\nMarie\tDupont\tmarie.dupont@banque.example\nJan\tPeeters\tno address\n\tLeroy\tleroy@banque.example',
  );
  await page.getByRole('button', { name: 'Check 3 rows' }).click();
  await expect(page.getByRole('heading', { name: '3 rows: 2 to mend' })).toBeVisible();
  await expect(page.getByText('E-mail address: This is not an e-mail address.')).toBeVisible();
  await expect(page.getByText('Given name: Fill this in.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Register \d/ })).toHaveCount(0);

  await rows.fill(
    'Prénom\tNom\tE-mail\tAntenne\tHeures\nMarie\tDupont\tmarie.dupont@banque.example\tLille\tdouze',
  );
  await page.getByRole('button', { name: 'Check one row' }).click();
  await expect(page.getByText(/Branch: there is no branch “Lille” \(there are: .*Bruxelles/)).toBeVisible();
  await expect(page.getByText('“douze” is not a whole number of hours')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Register / })).toHaveCount(0);

  await rows.fill(
    'Prénom\tNom\tE-mail\nMarie\tDupont\tmarie.dupont@banque.example\nJan\tPeeters\tjan.peeters@banque.example\nEva\tLeroy\tleroy@banque.example',
  );
  await page.getByRole('button', { name: 'Check 3 rows' }).click();
  await page.getByRole('button', { name: 'Register 3 people' }).click();
  await expect(page.getByText('3 people are registered.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Marie Dupont', exact: true })).toBeVisible();

  await page.goto('/partner/people/register?way=list');
  await rows.fill('Marie;Dupont;marie.dupont@banque.example\nAnna;Nieuw;anna.nieuw@banque.example');
  await page.getByRole('button', { name: 'Check 2 rows' }).click();
  await expect(page.getByText('already registered', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Register one person' }).click();
  await expect(page.getByText('One person is registered.')).toBeVisible();
});

test('a company registers one person and logs hours on a phone; staff approve them, and take it back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'company', '/partner/people/register');
  await page.getByLabel('Given name').fill('Luc');
  await page.getByLabel('Family name').fill('Ardenne');
  await page.getByLabel('E-mail address').fill('luc.ardenne@banque.example');
  await page.getByRole('radio', { name: 'Volunteer' }).check();
  await page.getByLabel('Branch').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('One person is registered.')).toBeVisible();

  await page.goto('/partner/hours?log=%22%22');
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Person' }).fill('ardenne luc');
  await page.getByRole('option', { name: 'Luc Ardenne' }).click();
  // As it is typed in Belgium, whatever the language of the page.
  await form.getByLabel('Hours').pressSequentially('2,5');
  await form.getByLabel('What was done').fill('Mock interviews');
  await form.getByRole('button', { name: 'Log hours' }).click();
  await expect(page.getByText('The hours are logged and wait for approval.')).toBeVisible();

  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, 'administrator', '/admin/');
  await page.getByRole('link', { name: /hours to approve/ }).click();
  await expect(page.getByRole('cell', { name: '2.5 h' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Luc Ardenne' }).check();
  await page.getByRole('button', { name: 'Approve 1' }).click();
  await expect(page.getByText('One entry is approved.')).toBeVisible();
  await expect(page.getByText('Mock interviews')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Mock interviews')).toBeVisible();
});
