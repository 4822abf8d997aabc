import { expect, expectAccessible, open, test } from '../support/portal.ts';
import { readDownload } from '../support/read-download.ts';

test('an administrator withdraws the public figures, takes that back, and publishes them again', async ({
  page,
  browser,
}) => {
  const { origin } = new URL((await page.request.get('/health/live')).url());
  // Somebody who is not signed in.
  const context = await browser.newContext({ locale: 'en-GB' });
  const reader = await context.newPage();
  await reader.goto(`${origin}/impact`);
  await expect(reader).toHaveURL(`${origin}/partner/impact`);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('What the programme achieves');
  await expect(
    reader.getByText(/Of the 268 young people whose 12 months are over, 71% found work/),
  ).toBeVisible();
  await expect(reader.getByText('191 of 268').first()).toBeVisible();
  await expect(
    reader.getByText(
      'Positive exits: between 71% and 100%, since of 77 it is not known; of those without an exit, nobody was heard of that late.',
    ),
  ).toBeVisible();
  await expect(
    reader.getByText(/^Social return, net: €.+ – €.+, 90 % interval \(100,000 draws\)\.$/),
  ).toBeVisible();
  await reader
    .getByRole('button', { name: /Positive exits?/ })
    .first()
    .click();
  await expect(reader.getByRole('dialog').getByText('POSITIVE_EXIT_RATE version 2')).toBeVisible();
  await reader.keyboard.press('Escape');
  await expect(reader.getByText(/Tandem, intergenerational job mentoring: figures as of/)).toContainText(
    `${origin}/impact`,
  );
  await reader.getByRole('button', { name: 'Nederlands' }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Wat het programma bereikt');
  await expectAccessible(reader);

  await open(page, 'administrator', '/admin/publication');
  const file = await readDownload(page, async () => {
    await page.getByRole('button', { name: 'Export' }).first().click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
  });
  const [table = '', about = ''] = file.content.toString('utf8').split('\r\n\r\n');
  expect(table.split('\r\n').find((line) => line.startsWith('Positive exits,'))).toMatch(
    /^Positive exits,(0\.71\d+),shown,\1,shown,share from 0 to 1,/,
  );
  expect(about).toContain('As everybody would see it.');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('Nothing is public. The page says so.')).toBeVisible();
  await reader.reload();
  await expect(reader.getByText('Er zijn op dit moment geen cijfers gepubliceerd')).toBeVisible();
  await expectAccessible(reader);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/The figures of .* are public since/)).toBeVisible();
  await reader.reload();
  await expect(reader.getByText(/vond 71 ?% in die tijd werk/)).toBeVisible();

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('button', { name: /Publish the figures of/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Publish the figures of/ })
    .click();
  await expect(page.getByText(/The figures of .* are public since/)).toBeVisible();
  await expect(page.getByRole('row', { name: /Anne Lambert/ })).toHaveCount(2);
  await reader.reload();
  await expect(reader.getByText(/vond 71 ?% in die tijd werk/)).toBeVisible();
  await context.close();
});
