import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, expectAccessible, open, test } from '../support/portal.ts';

const SAMPLE = fileURLToPath(new URL('../../apps/api/sample/brussels-2017/', import.meta.url));

test('the same files again change nothing, and the page says so, with the refused rows by line', async ({
  page,
}) => {
  await open(page, 'administrator', '/admin/imports');
  const files = readdirSync(SAMPLE).filter((name) => name.endsWith('.csv'));
  await page.locator('input[type=file]').setInputFiles(files.map((name) => join(SAMPLE, name)));
  await expect(
    page.getByRole('heading', { name: 'Nothing new: every accepted row is there already.' }),
  ).toBeVisible();
  await expect(page.getByText('31/02/2017')).toBeVisible();
  await expect(page.getByText('is not an existing day written like 31/12/2017 or 2017-12-31')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take it in' })).toHaveCount(0);
});

test('a file with unknown columns is mapped by hand, kept under a name, and taken in', async ({ page }) => {
  await open(page, 'administrator', '/admin/imports');
  // The two lines come to nothing: other pages are held against the sample's cost.
  const content =
    'quand;quoi;où;combien\n05/01/2017;Salaires;Bruxelles;1,00\n05/01/2017;Salaires;Bruxelles;-1,00\n06/01/2017;Salaires;Bruxelles;n/a\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'mystere.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await expect(page.getByText('The columns are not those of a known file.')).toBeVisible();
  await page.getByLabel('The rows are').selectOption({ label: 'costs' });
  await page.getByLabel('date').selectOption('quand');
  await page.getByLabel('category').selectOption('quoi');
  await page.getByLabel('branch').selectOption('où');
  await page.getByLabel('amount').selectOption('combien');
  await page.getByLabel('Keep this mapping under a name').fill('Accounts of Brussels');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('heading', { name: 'This would come in: 2 costs' })).toBeVisible();
  await expect(page.getByText('is not a number')).toBeVisible();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByRole('heading', { name: 'Taken in: 2 costs' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'mystere.csv' })).toBeVisible();

  await page.getByRole('button', { name: 'Import more' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByLabel('A mapping kept before').selectOption({ label: 'Accounts of Brussels' });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('heading', { name: /Nothing new/ })).toBeVisible();
});

test('a budget comes in whole or not at all, and is the version in force of its year', async ({ page }) => {
  await open(page, 'administrator', '/admin/imports');
  const give = (rows: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'begroting.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`maand;categorie;vestiging;begroting\n${rows}`),
    });
  await give('01/2018;lonen;Bruxelles;20.000\n01/2018;lonen;Brugge;5.000\n');
  await expect(page.getByText('a budget is taken in whole')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'is not known' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take it in' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Choose other files' }).click();
  await give('01/2018;lonen;Bruxelles;20.000\n01/2018;lonen;Gand;5.000\n');
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByRole('heading', { name: 'Taken in: 2 lines of budgets' })).toBeVisible();
  await page.goto('/admin/money?tab=budget&year=2018');
  await expect(page.getByText('€0 of the €25,000 planned for 2018 are spent: 0%.')).toBeVisible();
});

test('a file that only corrects lines of the accounts is taken in, and says so', async ({ page }) => {
  await open(page, 'finance', '/admin/imports');
  const give = (amount: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'grootboek.csv',
      mimeType: 'text/csv',
      // The two lines come to nothing: other pages are held against the sample's cost.
      buffer: Buffer.from(
        `Datum;Categorie;Vestiging;Bedrag;Stuknummer\n05/01/2017;ICT;Bruxelles;${amount};E2E-1\n05/01/2017;ICT;Bruxelles;-${amount};E2E-2\n`,
      ),
    });
  await give('99,99');
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByRole('heading', { name: 'Taken in: 2 costs' })).toBeVisible();
  await page.getByRole('button', { name: 'Import more' }).click();
  await give('109,99');
  await expect(
    page.getByRole('heading', { name: 'This would be put right by counter-entries: 2 costs.' }),
  ).toBeVisible();
  await expect(page.getByText('Put right: 2 rows, €0.00 becomes €0.00 (difference €0.00).')).toBeVisible();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByRole('heading', { name: 'Put right by counter-entries: 2 costs.' })).toBeVisible();
  await page.getByRole('button', { name: 'Import more' }).click();
  await give('109,99');
  await expect(page.getByRole('heading', { name: /Nothing new/ })).toBeVisible();
});

test('finance is told first to say what unknown rows are, is offered what is known of them, and the words of a list', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/imports', 'nl-BE');
  await page.locator('input[type=file]').setInputFiles({
    name: 'grootboek.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Boekdag;Kostensoort;Plaats;Bedrag\n05/01/2017;Lonen en salarissen;Bruxelles;1,00\n'),
  });
  await expect(
    page.getByRole('heading', { name: 'Niets van dit bestand kan worden opgenomen' }),
  ).toBeVisible();
  const kind = page.getByLabel('De rijen zijn');
  const again = page.getByRole('button', { name: 'Opnieuw nakijken' });
  await expect(kind).toHaveValue('');
  await expect(page.getByText('Zeg eerst wat de rijen zijn.')).toBeVisible();
  await expect(again).toBeDisabled();
  await kind.selectOption({ label: 'kosten' });
  await expect(page.getByText('Nog nodig: datum, categorie en vestiging')).toBeVisible();
  await expect(page.getByLabel('bedrag')).toHaveValue('Bedrag');
  await page.getByLabel('datum').selectOption('Boekdag');
  await page.getByLabel('categorie').selectOption('Kostensoort');
  await page.getByLabel('vestiging').selectOption('Plaats');
  await again.click();
  await expect(
    page.getByText('is geen van de bekende woorden: lonen, huur en kantoren, opleiding van mentoren'),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Herkende kolommen en woorden' }).click();
  await expect(page.getByText('lonen: salaires, lonen, salarissen, salaries')).toBeInViewport();
  await expectAccessible(page);
});

test('the amounts of a file are told to the cent before it is taken in, and days after the programme’s', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/imports');
  await page.locator('input[type=file]').setInputFiles({
    name: 'grootboek.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Datum;Categorie;Vestiging;Bedrag\n05/01/2017;ICT;Bruxelles;1.099,99\n05/01/2018;ICT;Bruxelles;-0,49\n',
    ),
  });
  await expect(page.getByText('What is accepted comes to €1,099.50. New: 2 rows, €1,099.50.')).toBeVisible();
  await expect(page.getByText(/^One accepted row is dated after 31 Dec 2017/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take it in' })).toBeEnabled();
});

test('a file that names branches in another language is not taken in before somebody says that they are new', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/imports', 'nl-BE');
  await page.locator('input[type=file]').setInputFiles({
    name: 'grootboek.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Datum;Categorie;Vestiging;Bedrag\n05/01/2017;ICT;Brussel;1,00\n05/01/2017;ICT;Antwerpen;1,00\n',
    ),
  });
  await expect(page.getByText('Antwerpen en Brussel zijn nog geen vestigingen')).toBeVisible();
  await expect(page.getByText(/^Er zijn: .*Bruxelles/)).toBeVisible();
  const take = page.getByRole('button', { name: 'Opnemen', exact: true });
  await expect(take).toBeDisabled();
  await expectAccessible(page);
  // Nothing is taken in: a branch would stay for the other pages.
  await page.getByLabel('Het zijn nieuwe vestigingen: maak ze aan').check();
  await expect(take).toBeEnabled();
});

test('words of another ledger are said by hand to mean what is known, and kept for the next file', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/imports');
  // The two lines come to nothing: other pages are held against the sample's cost.
  const content =
    'Datum;Categorie;Vestiging;Bedrag\n07/01/2017;Lonen en salarissen;Brussel;1,00\n07/01/2017;Lonen en salarissen;Brussel;-1,00\n';
  const give = (name: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await give('januari.csv');
  await expect(page.getByRole('heading', { name: 'Nothing of this file can be taken in' })).toBeVisible();
  await page.getByRole('button', { name: 'Map columns and words by hand' }).click();
  await page.getByLabel('“Lonen en salarissen” (category)').selectOption({ label: 'salaries' });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('Brussel is no branch yet')).toBeVisible();
  await page.getByRole('button', { name: 'Map columns and words by hand' }).click();
  await expect(page.getByLabel('“Lonen en salarissen” (category)')).toHaveValue('SALARIES');
  await page.getByLabel('“Brussel” (branch)').selectOption('Bruxelles');
  await page.getByLabel('Keep this mapping under a name').fill('Dutch ledger');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('Brussel is no branch yet')).toHaveCount(0);
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByRole('heading', { name: 'Taken in: 2 costs' })).toBeVisible();

  await page.getByRole('button', { name: 'Import more' }).click();
  await give('februari.csv');
  await page.getByRole('button', { name: 'Map columns and words by hand' }).click();
  await page.getByLabel('A mapping kept before').selectOption({ label: 'Dutch ledger' });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('heading', { name: /Nothing new/ })).toBeVisible();
});

test('a mapping of a name that is there takes its place where that is said, and the former is put back', async ({
  page,
}) => {
  await open(page, 'administrator', '/admin/imports');
  const keepAs = async (date: string) => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'boek.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('een;twee;drie;vier;vijf\n05/01/2017;05/02/2017;ICT;Bruxelles;1,00\n'),
    });
    await page.getByLabel('The rows are').selectOption({ label: 'costs' });
    await page.getByLabel('date').selectOption(date);
    await page.getByLabel('category').selectOption('drie');
    await page.getByLabel('branch').selectOption('vier');
    await page.getByLabel('amount').selectOption('vijf');
    await page.getByLabel('Keep this mapping under a name').fill('Two days');
  };
  const again = page.getByRole('button', { name: 'Check again' });
  const fresh = page.getByRole('heading', { name: 'This would come in: 1 cost' });
  await keepAs('een');
  await again.click();
  await expect(fresh).toBeVisible();
  await page.getByRole('button', { name: 'Choose other files' }).click();
  await keepAs('twee');
  await again.click();
  await expect(page.getByText('This name is already taken.')).toBeVisible();
  await page.getByLabel('Replace “Two days”, a mapping of costs that is kept already').check();
  await expectAccessible(page);
  await again.click();
  await expect(fresh).toBeVisible();
  await expect(page.getByText('“Two days” was replaced.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await page.getByRole('button', { name: 'Map columns and words by hand' }).click();
  await page.getByLabel('A mapping kept before').selectOption({ label: 'Two days' });
  await expect(page.getByLabel('date')).toHaveValue('een');
});

test('files of which no answer came may have come in, and sent once more come in once', async ({
  page,
  complaints,
}) => {
  await open(page, 'administrator', '/admin/imports');
  const content =
    'Date;Catégorie;Antenne;Montant\n11/01/2017;IT;Bruxelles;1,00\n11/01/2017;IT;Bruxelles;-1,00\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'lost.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  const take = page.getByRole('button', { name: 'Take it in' });
  const answers = [
    { status: 429, words: 'Too much was sent in a short time.' },
    { status: 403, words: 'Your account may not take files in.' },
    { status: 504, words: 'it is not known whether the files were taken in' },
  ];
  for (const { status, words } of answers) {
    await page.route('/imports', (route) => route.fulfill({ status, body: 'A proxy says so' }), { times: 1 });
    await take.click();
    await expect(page.getByRole('alert').getByText(words)).toBeVisible();
  }
  let first = 0;
  await page.route(
    '/imports',
    async (route) => {
      first = (await route.fetch()).status();
      await route.abort();
    },
    { times: 1 },
  );
  await take.click();
  await expect(page.getByText('it is not known whether the files were taken in')).toBeVisible();
  expect(first).toBe(200);
  await take.click();
  // The report of the first time: nothing was there already.
  await expect(page.getByRole('heading', { name: 'Taken in: 2 costs' })).toBeVisible();
  expect(complaints.splice(0)).toHaveLength(answers.length + 1);
});

for (const [name, content, words] of [
  ['empty.csv', '', 'The file has no rows.'],
  ['picture.csv', '\u0000\u0001\u0002', 'The file is not a table'],
  ['costs.csv', 'Date;Antenne;Montant\n01/01/2017;Bruxelles;1\n', 'A column is missing'],
] as const) {
  test(`a file that cannot be taken says why: ${name}`, async ({ page }) => {
    await open(page, 'administrator', '/admin/imports');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Nothing of this file can be taken in' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Take it in' })).toHaveCount(0);
  });
}
