import { expect, expectAccessible, expectNoOverflow, open, test } from '../support/portal.ts';
import { readDownload } from '../support/read-download.ts';

test('a figure tells by which duos it is another one than it was, down to the SQL that ran', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE');
  await page.getByText('Show the SQL', { exact: true }).click();
  await expect(page.locator('pre').first()).toContainText('select');
  await page.getByRole('link', { name: 'Why did it change?' }).click();
  await expect(
    page.getByText(
      /^Positive exits: [\d.]+% \(\d+ of \d+; 95% interval .*\) as of 31 Dec 2016; [\d.]+% \(\d+ of \d+; .*\) as of 31 Dec 2017\. The difference is/,
    ),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: /^\d+ entered and \d+ left/ })).toBeVisible();
  await expect(page.getByText(/^95% interval of the difference/)).toBeVisible();
  const both = await readDownload(page, async () => {
    await page
      .locator('section', { has: page.getByRole('heading', { name: 'The two figures' }) })
      .getByRole('button', { name: 'Export' })
      .click();
    await page.getByRole('menuitem', { name: 'Data (CSV)' }).click();
  });
  const firsts = both.content
    .toString('utf8')
    .split('\r\n')
    .map((line) => line.split(',')[0]);
  expect(firsts).toEqual(
    expect.arrayContaining([
      'as of 31 Dec 2016',
      'as of 31 Dec 2017',
      'Difference',
      'Entered – Window ended',
    ]),
  );
  const reasons = page.getByRole('table', { name: 'What happened' });
  const entered = reasons.getByRole('row', { name: /^Entered – Window ended/ });
  const count = Number((await entered.getByText(/^\d+ duos$/).innerText()).split(' ')[0]);
  await expect(page.getByText(`1–50 of ${count}`, { exact: true })).toBeVisible();
  await page.goto(
    '/admin/indicators/POSITIVE_EXIT_RATE/change?population=STARTED&thenAsOf=2017-06-30&asOf=2017-12-31',
  );
  await reasons.getByRole('link', { name: 'Now counted – Outcome found' }).click();
  await expect(page).toHaveURL(/change=NOW_COUNTED&reason=OUTCOME|reason=OUTCOME.*change=NOW_COUNTED/);
  await page.reload();
  const records = page.getByRole('table', { name: 'The duos that make the difference' });
  await expect(records.getByRole('cell', { name: 'Outcome found' }).first()).toBeVisible();
  await expect(records.getByRole('cell', { name: 'Entered', exact: true })).toHaveCount(0);
  await records
    .getByRole('button', { name: /^Details: / })
    .first()
    .click();
  await expect(
    page.getByText('A situation of the mentee that lies between the two moments decides it.'),
  ).toBeVisible();
  await expect(page.getByText(/^– → \d+ \w+ 2017$/).first()).toBeVisible();
  await expectAccessible(page);
  const file = await readDownload(page, async () => {
    await page.getByRole('button', { name: 'Export' }).last().click();
    await page.getByRole('menuitem', { name: 'Data (CSV)' }).click();
  });
  const [header = '', first = ''] = file.content.toString('utf8').split('\r\n');
  expect(header).toContain('Change,Why,');
  expect(header).toContain('"Exit on, as of 30 Jun 2017"');
  expect(header).toContain('"Written down on, as of 31 Dec 2017"');
  expect(first).toMatch(/,Now counted,Outcome found,/);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page).not.toHaveURL(/reason=/);
});

test('what changed says what is not known of either side, and its files by what they are narrowed', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE?population=CLOSED');
  const parts = page.getByText(/^Of \d+ duos, \d+ are known to have had an exit\./);
  const [total, exits, others, unknown, early] = (
    (await parts.innerText()).match(/\d+(?!\d| months)/g) ?? []
  ).map(Number);
  expect(total).toBe((exits ?? 0) + (others ?? 0));
  expect(others).toBe((unknown ?? 0) + (early ?? 0));
  await expect(
    page.getByRole('heading', {
      name: `Of ${unknown} out of ${total} it is not known, and for ${early} it is too early`,
    }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Why did it change?' }).click();
  await expect(
    page.getByText(
      /^The figure as of 31 Dec 2016: between \d+% and \d+%, since of \d+ it is not known and \d+ duos are/,
    ),
  ).toBeVisible();
  await expect(page.getByText(/^Whatever became of those .* between -?\d.* and \+/)).toBeVisible();
  await expect(page.getByText('The two were not followed equally long.')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '95% interval from' })).toBeVisible();
  await page.getByLabel('Version of the definition').selectOption('1');
  await expect(page).toHaveURL(/version=1/);
  await expect(
    page.getByText(/^Version 1, replaced on .* by version 2\. Version 1 called only/),
  ).toBeVisible();
  await page
    .getByRole('table', { name: 'What happened' })
    .getByRole('link', { name: 'Now counted – Outcome found' })
    .click();
  await expect(page).toHaveURL(/reason=OUTCOME/);
  const take = (button: number) =>
    readDownload(page, async () => {
      await expect(page.getByRole('menuitem')).toHaveCount(0);
      await page.getByRole('button', { name: 'Export' }).nth(button).click();
      await page.getByRole('menuitem', { name: 'Data (CSV)' }).click();
    });
  const last = (await page.getByRole('button', { name: 'Export' }).count()) - 1;
  const records = (await take(last)).content.toString('utf8');
  expect(records).toMatch(
    /as of 31 Dec 2017, against 31 Dec 2016; narrowed to “+Now counted, Outcome found”+: \d+ of \d+ rows/,
  );
  expect(records).toMatch(/Version 1, replaced on .* by version 2: Version 1 called/);
  expect(records).toMatch(/\r\nLink,.*reason=OUTCOME/);
  for (let button = 0; button < last; button += 1) {
    const file = (await take(button)).content.toString('utf8');
    expect(file).toContain('as of 31 Dec 2017, against 31 Dec 2016');
    expect(file).not.toContain('narrowed to');
    expect(file).not.toMatch(/\r\nLink,.*reason=OUTCOME/);
  }
});

test('a year against the year before names both, and tells where they differ', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/COMPLETION_RATE/change');
  await page.getByRole('link', { name: 'Year against year: 2017 against 2016' }).click();
  const before = 'from 1 Jan 2016 until 31 Dec 2016, as of 31 Dec 2017';
  const after = 'from 1 Jan 2017 until 31 Dec 2017, as of 31 Dec 2017';
  await expect(
    page.getByText(new RegExp(`^Completed duos: .* ${before}; .* ${after}\\. The difference is`)),
  ).toBeVisible();
  const figures = page.getByRole('table', { name: 'The two figures' });
  await expect(figures.getByRole('row', { name: new RegExp(`^${before} `) })).toBeVisible();
  await expect(figures.getByRole('row', { name: new RegExp(`^${after} `) })).toBeVisible();
  const steps = page.getByRole('figure').filter({ hasText: /^\d+ entered and \d+ left/ });
  await expect(steps.getByRole('img', { name: new RegExp(`^${before}: \\d+$`) })).toBeVisible();
  await expect(steps.getByRole('img', { name: new RegExp(`^${after}: \\d+$`) })).toBeVisible();
  const branches = page.getByRole('table', { name: 'Both by branch' });
  const sums = async (column: number) => {
    const cells = await branches.getByRole('row').locator(`:scope > *:nth-child(${column})`).allInnerTexts();
    return cells.reduce((sum, text) => sum + Number(/(\d+) of \d+/.exec(text)?.[1] ?? 0), 0);
  };
  await expect(branches.getByRole('columnheader', { name: before })).toBeVisible();
  const said = await page.getByText(/^Completed duos: .*The difference is/).innerText();
  const counted = [...said.matchAll(/\((\d+) of \d+/g)].map(([, count]) => Number(count));
  expect([await sums(2), await sums(3)]).toEqual(counted);
  await expectAccessible(page);
});

test('two years of mentors, who are no duos, differ with an interval, and no duo is spoken of', async ({
  page,
}) => {
  const years = 'from=2017-01-01&to=2017-12-31&thenFrom=2016-01-01&thenTo=2016-12-31';
  await open(page, 'analyst', `/admin/indicators/MENTOR_LOYALTY_RATE/change?${years}`);
  await expect(page.getByText(/^95% interval of the difference: /)).toBeVisible();
  await expect(page.getByText(/^The two figures have nothing in common: /)).toBeVisible();
});

test('jobs kept say how many were seen in work, and how many count by their contract', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/JOB_SUSTAINED_12_RATE');
  await expect(
    page.getByRole('heading', { name: 'In work or under contract 12 months on', level: 1 }),
  ).toBeVisible();
  await expect(
    page.getByText(/^None of the mentees counted was seen in work then or later: \d+ count by a contract/),
  ).toBeVisible();
  await expectAccessible(page);
});

test('on a phone, what changed a figure is rows of two lines that open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'administrator', '/admin/indicators/POSITIVE_EXIT_RATE/change');
  const records = page.getByRole('table', { name: 'The duos that make the difference' });
  const row = records.getByRole('row').nth(1);
  await expect(row).toContainText('Window ended');
  expect((await row.boundingBox())?.height).toBeLessThan(72);
  await expectNoOverflow(page);
  await records
    .getByRole('button', { name: /^Details: / })
    .first()
    .click();
  await expect(records.getByRole('heading', { name: 'Who changed what' })).toBeVisible();
  await expect(records.getByText('Nothing was changed by hand so far.')).toBeVisible();
  await expectNoOverflow(page);
});
