import type { Page } from '@playwright/test';
import { expect, open, test } from '../support/portal.ts';
import { readDownload } from '../support/read-download.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'What it comes to' });

test('the file of what swings the return has numbers alone in its columns of numbers, with what they are in', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/sroi');
  await panel(page).getByText('Sensitivity', { exact: true }).first().click();
  const file = await readDownload(page, async () => {
    await panel(page).getByRole('figure').getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Data (CSV)' }).click();
  });
  const [header = '', ...rows] = file.content.toString('utf8').split('\r\n\r\n')[0]?.split('\r\n') ?? [];
  expect(header).toMatch(/^\uFEFFAssumption,Unit,Low,"Net, for 1 € \(Low\)",High,"Net, for 1 € \(High\)"$/);
  expect(rows.length).toBeGreaterThan(2);
  const units = new Set<string>();
  for (const row of rows) {
    const [unit = '', ...numbers] = row.split(',').slice(-5);
    units.add(unit);
    for (const number of numbers) expect(number).toMatch(/^\d+(\.\d+)?$/);
  }
  expect([...units].toSorted()).toEqual(['EUR', 'number', 'share of 1']);
});

test('the value map, its scenarios and its switching values come as files that say which map they are of', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/sroi');
  const fileOf = async (section: string) => {
    const file = await readDownload(page, async () => {
      await page
        .locator('section', { has: page.getByRole('heading', { name: section, exact: true }) })
        .getByRole('button', { name: 'Export' })
        .click();
      await page.getByRole('menuitem', { name: 'CSV' }).click();
    });
    const [table = '', about = ''] = file.content.toString('utf8').split('\r\n\r\n');
    expect(about).toContain('Value map');
    // Whoever follows it sees this version, also while a draft is open.
    expect(about).toMatch(/\/admin\/sroi\?mapVersion=[\da-f-]{36}/);
    return { name: file.name, lines: table.split('\r\n') };
  };
  const map = await fileOf('Value map');
  expect(map.name).toBe('value-map.csv');
  expect(map.lines[0]).toContain('Deadweight');
  for (const header of [
    'Leakage (%)',
    'Deadweight, lowest (%)',
    'Put in',
    'Horizon (years)',
    'Rate from year 1 (%)',
  ])
    expect(map.lines[0]).toContain(header);
  // As it is typed, so that it can be pasted back.
  expect(map.lines[0]).toContain('Deadweight (%)');
  expect(map.lines.find((line) => line.includes('Mentees in work'))).toMatch(/,50\.54,/);
  const scenarios = await fileOf('Scenarios');
  expect(scenarios.lines.length).toBeGreaterThan(2);
  const switching = await fileOf('Switching values');
  expect(switching.lines.length).toBeGreaterThan(5);
  expect(switching.lines.find((line) => line.startsWith('Deadweight: Mentees in work'))).toMatch(
    /,0\.5054,[\d.]+,,share of 1/,
  );
});
