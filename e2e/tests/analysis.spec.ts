import { expect, expectAccessible, expectNoOverflow, open, test } from '../support/portal.ts';
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

test('the way in is told of mentees and of mentors, and its address says which', async ({ page }) => {
  await open(page, 'coordinator', '/admin/indicators');
  await page.getByRole('link', { name: 'Way in' }).click();
  await expect(page.getByText(/young people at an info session/)).toBeVisible();
  await page.locator('label', { hasText: 'Mentors' }).click();
  await expect(page).toHaveURL(/journey=MENTOR/);
  await expect(page.getByText(/candidate mentors at an info session/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/young people at an info session/)).toBeVisible();
});

test('a former version of a definition is read, chosen by its link, and compared in the chart', async ({
  page,
}) => {
  await open(page, 'administrator', '/admin/indicators/COMPLETION_RATE');
  await expect(page.getByText('COMPLETION_RATE version 2')).toBeVisible();
  await page.getByRole('link', { name: /Version 1, until/ }).click();
  await expect(page).toHaveURL(/version=1/);
  await expect(page.getByText('COMPLETION_RATE version 1')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('COMPLETION_RATE version 2')).toBeVisible();
});

test('an indicator is narrowed by what is known of people, and the link keeps it', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE?gender=%5B%22WOMAN%22%5D');
  const women = await page
    .getByText(/^\d+ of \d+$/)
    .first()
    .innerText();
  await page.getByRole('button', { name: 'Filters (1)' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Gender' }).press('Backspace');
  await expect(page).not.toHaveURL(/gender/);
  await expect(page.getByText(women, { exact: true })).toHaveCount(0);
});

test('the handbook leads a funder from a figure to what it counts', async ({ page }) => {
  await open(page, 'funder', '/partner/');
  await page.getByRole('link', { name: 'How these figures are counted' }).click();
  await expect(page.getByRole('heading', { name: 'Positive exits', exact: true })).toBeVisible();
  await expect(page.locator('#POSITIVE_EXIT_RATE')).toContainText('12 months from the start');
});

test('a figure tells by which duos it is another one than it was, down to the SQL that ran', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE');
  await page.getByText('Show the SQL', { exact: true }).click();
  await expect(page.locator('pre').first()).toContainText('select');
  await page.getByRole('link', { name: 'Why did it change?' }).click();
  await expect(
    page.getByText(/^Positive exits: from [\d.]+% \(\d+ of \d+; 95% interval .*\) to [\d.]+% \(\d+ of \d+/),
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
    expect.arrayContaining(['At the other moment', 'This figure', 'Difference', 'Entered – Window ended']),
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
  expect(header).toContain('"Exit on, at the other moment"');
  expect(header).toContain('"Written down on, of this figure"');
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
      /^At the other moment: between \d+% and \d+%, since of \d+ it is not known and \d+ duos are/,
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

test('a coordinator reads whose records the figures are of, and what of a link is beyond them', async ({
  page,
}) => {
  await open(page, 'coordinator', '/admin/indicators');
  await expect(page.getByRole('note')).toHaveText(/^Figures of your branch: Bruxelles\. Records of other/);
  const elsewhere = encodeURIComponent('["019a0000-0000-7000-8000-000000000000"]');
  await page.goto(`/admin/indicators/POSITIVE_EXIT_RATE?branch=${elsewhere}`);
  await expect(page.getByRole('note')).toContainText('it cannot be shown to you whole');
});

test('branches are compared in plain words, against the one that is chosen', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators');
  await page.getByRole('link', { name: 'Comparison' }).click();
  await expect(page.getByText(/none of the 2 differences to Bruxelles is clear/).first()).toBeVisible();
  await expect(page.getByText(/Who looks at many finds some by chance/)).toBeVisible();
  await page.getByLabel('Held against').selectOption({ label: 'Against Gand' });
  await expect(page).toHaveURL(/reference=/);
  await expect(page.getByText(/differences to Gand is clear/).first()).toBeVisible();
  await page.getByLabel('By', { exact: true }).selectOption('YEAR');
  await expect(page).toHaveURL(/by=YEAR/);
  await expect(page).not.toHaveURL(/reference=/);
  await expect(page.getByRole('heading', { name: 'With the same people' })).toHaveCount(0);
});

test('the time to an exit is read as a sentence, a curve and rates of mature cohorts', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/time-to-exit');
  await expect(page.getByText(/^Positive exit: \d+% after 11 months \(/).first()).toBeVisible();
  const chart = page.getByRole('figure');
  await expect(chart.getByRole('img', { name: /^Exit still possible, Job: 0: \d+;/ })).toBeVisible();
  await expect(
    page.getByText(/^The curves end after 11 months: hardly anybody without an exit was followed/).first(),
  ).toBeVisible();
  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Job' });
  await page.getByLabel('By', { exact: true }).selectOption({ label: 'Branch' });
  await expect(page).toHaveURL(/exit=EMPLOYMENT_RATE.*by=BRANCH|by=BRANCH.*exit=EMPLOYMENT_RATE/);
  await expect(chart.getByRole('img', { name: /^Exit still possible, Bruxelles/ })).toBeVisible();
  await chart.getByRole('button', { name: 'Table' }).click();
  await expect(chart.getByRole('columnheader', { name: 'Months since the start' })).toBeVisible();
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

test('an indicator says what is not known, and quality what records leave open', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE');
  await expect(
    page.getByRole('heading', { name: /^Of 77 out of 268 it is not known: the rate lies between/ }),
  ).toBeVisible();
  await open(page, 'analyst', '/admin/indicators/quality');
  await expect(page.getByRole('heading', { name: /^Most often missing:/ })).toBeVisible();
  await expect(page.getByText('Duos of a year: any situation noted in it').first()).toBeVisible();
});

test('a rate says of how many without an exit it is known, and which windows nobody was followed for', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/EMPLOYMENT_RATE?windowMonths=6');
  await expect(
    page.getByText(
      /^Of 372 duos, \d+ are known to have had a job\. Of the other \d+, \d+ were heard of at the end of the 6 months/,
    ),
  ).toBeVisible();
  await expect(page.getByRole('note').filter({ hasText: 'heard of that late' })).toHaveCount(0);
  const choice = page.getByLabel('Window', { exact: true });
  const late = choice.locator(
    'optgroup[label="Hardly anybody without an exit was heard of that late"] option',
  );
  await expect(late).toHaveText(['12 months', '18 months', '24 months']);
  await choice.selectOption({ label: '24 months' });
  await expect(page).toHaveURL(/windowMonths=24/);
  await expect(page.getByText(/none was heard of at the end of the 24 months/)).toBeVisible();
  await expect(
    page.getByRole('note').filter({ hasText: 'Of those without an exit, nobody was heard of that late.' }),
  ).toBeVisible();
  await expectAccessible(page);
});

test('what people answered says how many answers were asked for, wherever it is told', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/SATISFACTION_RATE?step=YEAR');
  const answered = '499 of 766 answers asked for (65%)';
  await expect(page.getByText(`Response: ${answered}. Each duo is asked on its own.`)).toBeVisible();
  await expect(
    page
      .getByRole('heading', { name: /^Satisfaction: .*; \d+% to \d+% of the answers asked for were given$/ })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('img', { name: /^Bruxelles: 94%, .*, of 406, 66% answered$/ })).toBeVisible();
  await open(page, 'analyst', '/admin/indicators/quality');
  await expect(page.getByText(answered)).toHaveCount(2);
});

test('a published rate stands beside the figure with its source, and about whom it is', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/EMPLOYMENT_RATE');
  const chart = page.getByRole('figure', { name: 'The programme and the published rates' });
  // Of the line of the programme's country, the rate of the latest year; of other countries nothing.
  await expect(chart.getByRole('img', { name: 'Eurostat 20–64, Belgium (2017): 69%' })).toBeVisible();
  await expect(chart.locator('[data-mark]')).toHaveCount(2);
  await expect(page.getByRole('cell', { name: /t2020_10/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /^all residents of 20 to 64/ })).toBeVisible();
});

test('a figure is read by two dimensions at once, with totals, and the link keeps both', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE?by=EDUCATION');
  await page.getByRole('combobox', { name: 'And by' }).click();
  await page.getByRole('option', { name: 'and by: Gender' }).click();
  await expect(page).toHaveURL(/across=GENDER/);
  const chart = page.getByRole('figure', { name: 'Positive exits: Education and Gender' });
  await expect(
    chart.getByRole('img', { name: /^All, All: 71%, .* of 268, 203 of 471 duos not observable yet$/ }),
  ).toBeVisible();
  await expect(chart.getByRole('img', { name: /^Master, Woman: / })).toBeVisible();
});
