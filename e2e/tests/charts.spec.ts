import { expect, open, test } from '../support/portal.ts';
import { readDownload } from '../support/read-download.ts';

test('a chart leaves the page as data, as a workbook and as an image that stands alone', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE?by=GENDER', 'fr-BE');
  const chart = page.getByRole('figure').nth(1);
  await expect(chart.locator('[data-mark]').first()).toBeVisible();
  const take = (format: string) =>
    readDownload(page, async () => {
      await chart.getByRole('button', { name: 'Exporter' }).click();
      await page.getByRole('menuitem', { name: format }).click();
    });
  const csv = await take('CSV');
  expect(csv.name).toBe('positive_exit_rate-gender.csv');
  const [header, first = ''] = csv.content.toString('utf8').split('\r\n');
  expect(header).toMatch(/^\uFEFFGenre;Sorties positives;/);
  expect(first).toMatch(/^Femme;0,\d+;affiché;\d+;\d+;\d+;\d+;0,\d+;0,\d+;/);
  const [, about = ''] = csv.content.toString('utf8').split('\r\n\r\n');
  expect(about).toContain('POSITIVE_EXIT_RATE, version');
  expect(about).toMatch(/\r\nLien;.*\/admin\/indicators\/POSITIVE_EXIT_RATE/);
  const svg = (await take('SVG')).content.toString('utf8');
  expect(svg).toContain('POSITIVE_EXIT_RATE');
  expect(svg).toContain('font/woff2;base64,');
  expect(svg).toContain('/admin/indicators/POSITIVE_EXIT_RATE');
  expect(svg).not.toContain('var(--');
  const png = await take('PNG');
  expect(png.content.subarray(1, 4).toString()).toBe('PNG');
  expect(png.content.readUInt32BE(16)).toBe(1800);
  const workbook = await take('Excel');
  expect(workbook.name).toBe('positive_exit_rate-gender.xlsx');
  expect(workbook.content.subarray(0, 2).toString()).toBe('PK');
});

test('a chart is read by keyboard: one stop, arrows between its values', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/pathway');
  const chart = page.getByRole('figure').first();
  const values = chart.locator('[data-mark]');
  await expect(values).toHaveCount(4);
  await chart.getByRole('button', { name: 'Export' }).focus();
  await page.keyboard.press('Tab');
  await expect(values.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(values.nth(1)).toBeFocused();
  await expect(values.nth(1)).toHaveAccessibleName(
    /^Registered: 625, 88% go on \(85–90%\) · median 10 days$/,
  );
  await expect(chart.getByText('Registered: 625')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chart.getByText('Registered: 625')).toBeHidden();
});

test('a period of hardly anybody is told apart in the chart, its table and its file', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/SATISFACTION_RATE?step=QUARTER');
  const trend = page.getByRole('figure').first();
  await expect(
    trend.getByText(/^Hollow with a dashed outline: out of fewer than 20, .* \(Q4 2015\)\.$/),
  ).toBeVisible();
  const take = (format: string) =>
    readDownload(page, async () => {
      await trend.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: format }).click();
    });
  expect((await take('SVG')).content.toString('utf8')).toContain('Hollow with a dashed outline');
  await trend.getByRole('button', { name: 'Table' }).click();
  const row = trend.getByRole('row', { name: /^Q4 2015/ });
  await expect(row.getByRole('cell').last()).toHaveText('out of fewer than 20');
  await expect(trend.getByRole('cell', { name: 'out of fewer than 20' })).toHaveCount(1);
  const csv = (await take('CSV')).content.toString('utf8');
  expect(csv).toMatch(/,Small number\r\n/);
  expect(csv).toMatch(/\nQ4 2015,.*,out of fewer than 20\r\n/);
  expect(csv.split('out of fewer than 20').length).toBe(2);
});
