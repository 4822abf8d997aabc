import { expect, expectAccessible, open, test } from '../support/portal.ts';
import { readDownload } from '../support/read-download.ts';

test('the way in is told of mentees and of mentors, and its address says which', async ({ page }) => {
  await open(page, 'coordinator', '/admin/indicators');
  await page.getByRole('link', { name: 'Way in' }).click();
  await expect(page.getByText(/young people at an info session/)).toBeVisible();
  await expect(
    page.getByRole('heading', {
      name: 'The longest way: from “Intake interview” to “In a duo”, a median of 23 days',
    }),
  ).toBeVisible();
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

test('years are held against the one that is chosen, whatever the indicator, and the page says by which day', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/comparison?by=YEAR&of=COMPLETION_RATE');
  const reference = page.getByLabel('Held against');
  await expect(reference).toHaveValue('2016-01-01');
  await expect(page.getByText(/A period is about duos that closed in it\./)).toBeVisible();
  await reference.selectOption('2017-01-01');
  await expect(page).toHaveURL(/reference=/);
  await page.getByLabel('Indicator', { exact: true }).selectOption('MENTOR_LOYALTY_RATE');
  await expect(page.getByText(/A period is about mentors whose first duo closed in it\./)).toBeVisible();
  await expect(reference).toHaveValue('2017-01-01');
  await page.getByLabel('Indicator', { exact: true }).selectOption('JOB_SUSTAINED_12_RATE');
  await expect(page.getByText(/A period is about duos whose mentee first had a job in it\./)).toBeVisible();
  await expect(
    page.getByText(/^Of \d+ of \d+ it is not known, and the rate is about the others alone: /),
  ).toBeVisible();
});

test('the time to an exit is read as a sentence, a curve and rates of mature cohorts', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/time-to-exit');
  await expect(page.getByText(/^Positive exit: \d+% after 11 months \(/).first()).toBeVisible();
  await expect(
    page.getByText(
      /^Whatever became of those of whom it is not known: between \d+% and \d+%, since of \d+ it is not known and \d+ duos are not yet observable\.$/,
    ),
  ).toBeVisible();
  await expect(
    page.getByText(/^Whatever became of those .* not yet observable\. The curves end after 11 months/),
  ).toBeVisible();
  const chart = page.getByRole('figure');
  const possible = 'Exit still possible at the beginning of the month';
  await expect(chart.getByRole('img', { name: new RegExp(`^${possible}, Job: 0: \\d+;`) })).toBeVisible();
  await expect(
    page.getByText(/The curves end after 11 months: hardly anybody without an exit was followed/).first(),
  ).toBeVisible();
  // What competes is named, and a longer curve that would be the same is not offered.
  const competing = page.getByText(/it broke off \(Lack of time, Disagreement, Health,? and Moved away\)/);
  await expect(competing).toHaveCount(0);
  await chart.getByRole('button', { name: 'Definition' }).click();
  await expect(competing).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('How far the curves go')).toHaveCount(0);
  await open(page, 'analyst', '/admin/indicators/time-to-exit?months=6');
  await expect(page.getByText(/^Positive exit: \d+% after 6 months \(/).first()).toBeVisible();
  await page.getByLabel('How far the curves go').selectOption({ label: 'Up to 12 months' });
  await expect(page.getByText(/^Positive exit: \d+% after 11 months \(/).first()).toBeVisible();
  await expect(page).toHaveURL(/months=12/);
  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Job' });
  await page.getByLabel('By', { exact: true }).selectOption({ label: 'Branch' });
  await expect(page).toHaveURL(/exit=EMPLOYMENT_RATE.*by=BRANCH|by=BRANCH.*exit=EMPLOYMENT_RATE/);
  await expect(chart.getByRole('img', { name: new RegExp(`^${possible}, Bruxelles`) })).toBeVisible();
  await chart.getByRole('button', { name: 'Table' }).click();
  await expect(chart.getByRole('columnheader', { name: 'Months since the start' })).toBeVisible();
});

test('the table of a curve tells what became of everybody, month by month, and leads to the duos', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/time-to-exit?exit=POSITIVE_EXIT_RATE');
  const chart = page.getByRole('figure');
  await chart.getByRole('button', { name: 'Table' }).click();
  const rows = chart.getByRole('row');
  await expect(rows).toHaveCount(13);
  const months = await Promise.all(
    Array.from({ length: 12 }, async (_, month) =>
      (
        await rows
          .nth(month + 1)
          .getByRole('cell')
          .allInnerTexts()
      ).map((text) => Number.parseFloat(text)),
    ),
  );
  for (const [month, cells] of months.entries()) {
    const [atRisk = 0, exits = 0, ends = 0, censored = 0] = cells.slice(-4);
    const next = months[month + 1]?.at(-4);
    if (next !== undefined) expect(atRisk - exits - ends - censored).toBe(next);
  }
  expect(months.at(-1)?.at(-4)).toBe(100);
  await expect(
    page.getByText(
      /among all duos that started: those for which the 11 months are not over count there as without/,
    ),
  ).toBeVisible();
  await page.getByRole('link', { name: 'The duos behind it: Positive exit' }).click();
  await expect(page).toHaveURL(/population=STARTED.*windowMonths=11|windowMonths=11.*population=STARTED/);
  await expect(page.getByRole('heading', { name: 'The duos below this figure' })).toBeVisible();
});

test('a rate of a mature cohort has the bounds of its indicator, in the table and in its file', async ({
  page,
}) => {
  await open(
    page,
    'analyst',
    '/admin/indicators/POSITIVE_EXIT_RATE?population=MATURE&windowMonths=11&asOf=2017-12-31',
  );
  const finding = page.getByRole('heading', {
    name: /^Of \d+ out of \d+ it is not known: the rate lies between/,
  });
  const [unknown = '', total = '', worst = '', best = ''] = (await finding.innerText()).match(/\d+/g) ?? [];
  await open(page, 'analyst', '/admin/indicators/time-to-exit?exit=POSITIVE_EXIT_RATE');
  const table = page.getByRole('table', { name: 'Beside the rates of mature cohorts' });
  await expect(table.getByRole('cell').first()).toBeVisible();
  const cells = await table.getByRole('row').last().getByRole('cell').allInnerTexts();
  expect(cells.slice(-3)).toEqual([`${worst}–${best}%`, total, unknown]);
  const file = await readDownload(page, async () => {
    await page
      .locator('section', { has: page.getByRole('heading', { name: 'Beside the rates of mature cohorts' }) })
      .getByRole('button', { name: 'Export' })
      .click();
    await page.getByRole('menuitem', { name: 'Data (CSV)' }).click();
  });
  const [header = '', ...lines] = file.content.toString('utf8').split('\r\n');
  const of = 'Share among duos followed for so long';
  // A comma within a heading has a space behind it.
  const named = header.split(/,(?! )/).map((name) => name.replaceAll('"', ''));
  const last = lines.find((line) => line.startsWith('Positive exit,11,'))?.split(',') ?? [];
  const inFile = (name: string) => last[named.indexOf(name)];
  expect(Math.round(100 * Number(inFile(`${of}: if all of the unknown count`)))).toBe(Number(best));
  expect(inFile(`${of}: of how many it is not known`)).toBe(unknown);
});

test('figures out of few are told as counts in the sentence, and marked in the tiles', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/quality?from=2017-12-01&to=2017-12-20');
  await expect(
    page.getByText(
      /^At closure \d+ of \d+ mentees and \d+ of \d+ mentors answered; \d+ of \d+ who answered are/,
    ),
  ).toBeVisible();
  await expect(page.getByText(/^\d+% of 1\d$/).first()).toBeVisible();
  await expect(page.getByText('out of fewer than 20', { exact: true }).first()).toBeVisible();
  await expect(
    page.getByRole('heading', { name: /^Too few answers to tell with what they agree most; / }),
  ).toBeVisible();
  await expectAccessible(page);
  await open(page, 'analyst', '/admin/indicators/quality');
  await expect(page.getByText(/^At closure \d+% of mentees and/)).toBeVisible();
  await expect(page.getByText('out of fewer than 20', { exact: true })).toHaveCount(0);
});

test('a title tells a difference with its own interval, as the table of differences has it', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE?step=QUARTER');
  await expect(
    page.getByRole('heading', {
      name: 'Positive exits: 65% in Q4 2015, 82% in Q4 2016; difference +16.8 pp (95 % interval of these two alone: +0.04 pp – +32.9 pp)',
    }),
  ).toBeVisible();
  // A period whose time is not over for everybody neither begins nor ends it, whatever its value.
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE?step=YEAR&population=STARTED');
  await expect(
    page.getByRole('heading', { name: /^Positive exits: \d+% in 2015, \d+% in 2016; difference / }),
  ).toBeVisible();
  await open(page, 'analyst', '/admin/indicators/comparison?by=QUARTER&reference=%222016-07-01%22');
  await expect(
    page.getByRole('heading', { name: 'Positive exits: from 58% (Q3 2016) to 82% (Q4 2016)' }),
  ).toBeVisible();
  const clear = page.getByRole('row', { name: /^Q4 2016/ });
  await expect(clear).toContainText('clearly higher');
  await expect(page.getByText(/One of them is not told, since it rests on too few people/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Q2 2017/ })).toContainText('Too early');
  await expect(page.getByLabel('Held against').getByRole('option', { name: /2017/ })).toHaveCount(0);
});

test('mentors who closed late had less time to go on, which is said above their trend and of no other', async ({
  page,
}) => {
  const warning = page.getByText(
    /^By the period in which it happened\. Those who closed recently had less time/,
  );
  await open(page, 'analyst', '/admin/indicators/MENTOR_LOYALTY_RATE');
  await expect(warning).toBeVisible();
  await expect(page.getByText(/There is no window: the more recent the closure/).first()).toBeVisible();
  await open(page, 'analyst', '/admin/indicators/SATISFACTION_RATE');
  await expect(page.getByText('By the period in which it happened.', { exact: true })).toBeVisible();
  await expect(warning).toHaveCount(0);
});

test('an indicator says what is not known, and quality what records leave open', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE');
  await expect(
    page.getByRole('heading', { name: /^Of 77 out of 268 it is not known: the rate lies between/ }),
  ).toBeVisible();
  await open(page, 'analyst', '/admin/indicators/quality');
  await expect(page.getByRole('heading', { name: /^Most often missing:/ })).toBeVisible();
  await expect(page.getByText('Duos of a year: any situation noted in it').first()).toBeVisible();
  // Two counts that are close and not the same are told apart, the one with the way to its duos.
  await expect(
    page.getByText(/^Of 26 of the 268 duos of a year no situation was noted in it\. That is something else/),
  ).toBeVisible();
  await page.getByRole('link', { name: /^the 77 duos of which it is not known/ }).click();
  await expect(page).toHaveURL(/POSITIVE_EXIT_RATE\?.*standing=UNKNOWN/);
  await expect(page.getByRole('radio', { name: 'Not known' })).toBeChecked();
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

test('a cost of exits says among whom they are counted, and how low it would be if all others came to one', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/indicators/COST_PER_POSITIVE_EXIT?from=2017-01-01&to=2017-12-31');
  await expect(
    page.getByText(
      'Of the 203 duos of this period, 115 are looked at (those closed), and 85 of these had such an exit so far: all cost is divided by them alone. 88 more are not looked at. For 30 it is too early. Whatever becomes of these, the cost lies between €2,081 and €4,971.',
    ),
  ).toBeVisible();
  await expect(page.getByText(/^Too early: the cost is there/)).toBeVisible();
  await page.goto('/admin/indicators/COST_PER_POSITIVE_EXIT?from=2016-01-01&to=2016-12-31');
  await expect(page.getByText(/Of 57 it is not known\. .* between €2,166 and €3,029\.$/)).toBeVisible();
  await expect(page.getByText(/^Too early: the cost is there/)).toHaveCount(0);
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
