import { strFromU8, unzipSync } from 'fflate';
import { expect, open, test } from '../support/portal.ts';
import { readDownload } from '../support/read-download.ts';

test('an analyst chooses columns, sees what they tell, names purpose and recipient, and takes the data set out', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators');
  await page.getByRole('link', { name: 'Research', exact: true }).click();
  const sentence = page.getByText(/^\d+ duos with/);
  await expect(sentence).toBeVisible();
  const duos = Number.parseInt(await sentence.innerText(), 10);
  expect(duos).toBeGreaterThan(400);
  await expect(page.getByRole('checkbox', { name: 'Nationality of the mentee' })).toHaveCount(0);

  const alone = page.getByText(/rows? (has|have) a combination of/);
  await expect(alone).toContainText('of the 3 identifying columns');
  await page.getByRole('checkbox', { name: 'Month in which the duo began' }).check();
  await expect(alone).toContainText('of the 4 identifying columns');
  const withheld = page.getByRole('table', { name: 'Withheld values by column' });
  await expect(withheld.getByRole('row', { name: /Month in which the duo began/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'People who share each combination' }).selectOption('10');
  await expect(page).toHaveURL(/group=10/);

  await page.getByRole('combobox', { name: 'Purpose' }).selectOption({ label: 'Measuring the programme' });
  await page.getByRole('button', { name: 'Download the data set (ZIP)' }).click();
  await expect(page.getByRole('textbox', { name: 'Recipient' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Recipient' }).fill('Université de Namur');
  await page.getByRole('textbox', { name: 'What it is used for' }).fill('Evaluation of 2017');
  const { name, content } = await readDownload(page, () =>
    page.getByRole('button', { name: 'Download the data set (ZIP)' }).click(),
  );
  expect(name).toBe('tandem-research-2017-12-31.zip');
  const files = unzipSync(content);
  expect(Object.keys(files)).toEqual(['duos.csv', 'codebook.csv', 'README.txt']);
  const [header, ...rows] = strFromU8(files['duos.csv'] ?? new Uint8Array())
    .trim()
    .split('\r\n');
  expect(header).toContain('duo,mentee,mentor,start_month,mentee_gender');
  expect(rows.length).toBe(duos);
  expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toContain('Recipient: Université de Namur');

  // The address holds the choice: who opens the link sees the same data set.
  await page.reload();
  await expect(alone).toContainText('of the 4 identifying columns');
  await expect(page.getByRole('combobox', { name: 'Purpose' })).toHaveValue('MEASUREMENT');

  await open(page, 'administrator', '/admin/audit');
  const entry = page.getByRole('row').filter({ hasText: 'took data for research out' }).first();
  await expect(entry).toContainText('Université de Namur');
  await expect(entry).toContainText('Evaluation of 2017');
});

test('a download that is refused for now or lost on its way says so, and keeps what was typed', async ({
  page,
  complaints,
}) => {
  await open(page, 'analyst', '/admin/indicators/research?purpose=MEASUREMENT');
  await page.getByRole('textbox', { name: 'Recipient' }).fill('Université de Namur');
  await page.getByRole('textbox', { name: 'What it is used for' }).fill('Evaluation of 2017');
  const button = page.getByRole('button', { name: 'Download the data set (ZIP)' });
  const failure = page.getByRole('alert');

  await page.route('**/research/data-set.zip', (route) =>
    route.fulfill({ status: 429, headers: { 'retry-after': '1500' }, body: '{}' }),
  );
  await button.click();
  await expect(failure).toContainText('Try again in 25 minutes');
  await page.unroute('**/research/data-set.zip');

  await page.route('**/research/data-set.zip', (route) => route.abort());
  await button.click();
  await expect(failure).toContainText('Whether the data set was made stands in the audit trail');
  await expect(page.getByRole('textbox', { name: 'Recipient' })).toHaveValue('Université de Namur');
  // The browser writes down what was refused and what was lost.
  complaints.length = 0;
});

test('a purpose that rests on consent says who is left out', async ({ page }) => {
  await open(page, 'administrator', '/admin/indicators/research?purpose=EVALUATION');
  await expect(page.getByText(/left out, since the mentee has not consented/)).toBeVisible();
  await open(page, 'coordinator', '/admin/indicators');
  await expect(page.getByRole('link', { name: 'Research', exact: true })).toHaveCount(0);
});
