import { expect, expectAccessible, expectNoOverflow, open, test, type Who } from '../support/portal.ts';
import { readDownload } from '../support/read-download.ts';
import type { Page } from '@playwright/test';

async function openGrant(page: Page, who: Who, reference: string): Promise<void> {
  await open(page, who, '/admin/money?tab=grants');
  await page.getByRole('link', { name: reference, exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(reference);
}

/** The lines of the data of a CSV of the duos of the grant, without those that say what the file is. */
async function duosInFile(
  page: Page,
): Promise<{ name: string; header: string; rows: string[]; about: string }> {
  const duos = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Duos', exact: true }) });
  const { name, content } = await readDownload(page, async () => {
    await duos.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
  });
  const [data = '', about = ''] = content.toString('utf8').replace('\uFEFF', '').split('\r\n\r\n');
  const [header = '', ...rows] = data.split('\r\n');
  return { name, header, rows, about };
}

test('a figure of a grant opens as the same figure, of the duos of that grant', async ({ page }) => {
  await openGrant(page, 'analyst', 'BF05');
  await expect(page.getByText('14 of 21', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Positive exits' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Positive exits' })).toBeVisible();
  await expect(page.getByText('14 of 21', { exact: true })).toBeVisible();
  // It says that it is narrowed, and to what.
  await page.getByRole('button', { name: 'Filters (1)' }).click();
  await expect(page.getByRole('dialog').getByText('BF05 · Course solidaire 2017')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('14 of 21', { exact: true })).toHaveCount(0);
});

test('all duos of a grant leave the page as a file, with what they cost it and, for who may see it, what became of them', async ({
  page,
}) => {
  await openGrant(page, 'finance', 'BF01');
  // The page shows the first 200 of them, below their headings.
  await expect(page.getByRole('group', { name: 'Duos', exact: true }).getByRole('row')).toHaveCount(201);
  const { name, header, rows, about } = await duosInFile(page);
  expect(name).toBe('duos-of-BF01.csv');
  expect(header).toBe('Duo,Branch,First day,Last day,Outside of the grant’s period,Share,Cost borne');
  const total = Number(/^€[\d,]+ pay (\d+) duos/m.exec(await page.locator('main').innerText())?.[1]);
  expect(total).toBeGreaterThan(200);
  expect(rows).toHaveLength(total);
  expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(total);
  const cents = rows.reduce((sum, row) => sum + Math.round(Number(row.split(',').at(-1)) * 100), 0);
  const said = /€([\d,.]+) together\. With the €([\d,.]+) that no duo bears, it is the €([\d,.]+) that/.exec(
    about,
  );
  const [duos, rest, borne] = (said ?? [])
    .slice(1)
    .map((text) => Math.round(Number(text.replaceAll(',', '')) * 100));
  expect(cents).toBe(duos);
  expect((duos ?? 0) + (rest ?? 0)).toBe(borne);
  await openGrant(page, 'administrator', 'BF05');
  const withOutcomes = await duosInFile(page);
  expect(withOutcomes.header).toBe(
    'Duo,Branch,First day,Last day,Why it ended,Outside of the grant’s period,Share,Cost borne,Positive exits',
  );
  // As the figure above says: 14 of 21.
  expect(withOutcomes.rows.filter((row) => row.endsWith(',yes'))).toHaveLength(14);
  expect(withOutcomes.rows.filter((row) => /,(yes|no|not known)$/.test(row))).toHaveLength(21);
  expect(withOutcomes.about).toContain('POSITIVE_EXIT_RATE, version');
});

test('a grant says what is left of it, and which of its duos it pays nothing of', async ({ page }) => {
  await openGrant(page, 'finance', 'BF03');
  await expect(page.getByText('Unspent, grant over')).toBeVisible();
  await openGrant(page, 'finance', 'BF05');
  const value = async (name: string) =>
    Number(
      (
        await page
          .locator('dl > div')
          .filter({ has: page.getByText(name, { exact: true }) })
          .locator('strong')
          .innerText()
      ).replaceAll(/[€,]/g, ''),
    );
  expect(await value('Left to spend')).toBe((await value('Granted')) - (await value('Cost of its duos')));
  await expect(
    page.getByText('25 of the 42 began before the grant: the figures below count them'),
  ).toBeVisible();
  await expect(page.getByText('18 cost the grant nothing.')).toBeVisible();
  await openGrant(page, 'finance', 'BF06');
  await expect(page.getByText('€38,000 pay no duo yet.', { exact: true })).toBeVisible();
});

test('what a duo cost is opened by who sees no duos, and followed to the lines of the accounts', async ({
  page,
}) => {
  await openGrant(page, 'finance', 'BF05');
  await page.getByRole('button', { name: 'BD0384', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: 'What BD0384 cost' });
  const sentence = await drawer.getByText(/^BD0384 cost €[\d,.]+ by today/).innerText();
  const [total = 0, direct = 0, shared = 0, indirect = 0] = [...sentence.matchAll(/€([\d,]+\.\d\d)/g)].map(
    ([, amount = '']) => Math.round(Number(amount.replaceAll(',', '')) * 100),
  );
  expect(direct + shared + indirect).toBe(total);
  await expectAccessible(page);
  const amount = drawer.getByRole('button', { name: /^€[\d,.]+, Shared, October 2017, BF05: its lines$/ });
  const part = (await amount.innerText()).trim();
  await amount.click();
  await expect(
    drawer.getByText(new RegExp(`^BD0384 bears ${part.replace('.', '\\.')} of it: it weighs [\\d.]+%`)),
  ).toBeVisible();
  await expect(
    drawer.getByText(/^Anvers, BF05, Shared: €[\d,.]+ from \d+ lines of the ledger\.$/),
  ).toBeVisible();
  await drawer
    .getByRole('link', { name: /^31 Oct 2017 · Salaries/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Who bears this line' })).toBeVisible();
  // From the other end: among the duos that bear what a grant bears.
  await page.goto('/admin/money?tab=allocation&year=2017&month=10');
  await page.getByRole('button', { name: 'Lines of Anvers, BF05' }).click();
  const amounts = page.getByRole('dialog');
  await amounts.getByText('Duos', { exact: true }).click();
  await amounts.getByRole('button', { name: 'BD0384', exact: true }).click();
  await expect(amounts.getByText(sentence)).toBeVisible();
  await amounts.getByRole('button', { name: 'Back to all duos' }).click();
  await expect(amounts.getByText(/^Anvers, BF05: €[\d,.]+ among (one duo|\d+ duos)\./)).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await amounts.getByRole('button', { name: 'BD0384', exact: true }).click();
  await expect(amounts.getByText(sentence)).toBeVisible();
  await expectNoOverflow(page);
});
