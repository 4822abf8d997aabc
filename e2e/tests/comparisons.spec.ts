import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, open, test } from '../support/portal.ts';
import { readDownload } from '../support/read-download.ts';

test('a published rate is added, changed and removed, and each is taken back', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/comparison/published?of=COMPLETION_RATE');
  await expect(page.getByText('There is no published rate here.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a rate' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('4 fields need your attention:')).toBeVisible();
  await form.getByLabel('Name on charts, in English').fill('Mentoring elsewhere');
  await form.getByLabel('Name on charts, in French').fill('Mentorat ailleurs');
  await form.getByLabel('Window (months)').fill('9');
  await form.getByLabel('Rate').fill('64.5');
  await form.getByLabel('Year').fill('2016');
  await form.getByLabel('Country').selectOption({ label: 'Belgium' });
  await form.getByLabel('About whom it is, in English').fill('Pairs of another programme.');
  await form.getByLabel('Source, in English').fill('Its yearly report 2016, page 12');
  await form.getByLabel('Web page').fill('report');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('That is not an address on the web').first()).toBeVisible();
  await form.getByLabel('Web page').fill('https://example.org/report');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('“Mentoring elsewhere” is saved.')).toBeVisible();
  const row = page.getByRole('row', { name: /Mentoring elsewhere/ });
  await expect(row).toContainText('64.5%');
  await expect(row).toContainText('Pairs of another programme. Within 9 months.');
  await expect(row.getByRole('link')).toHaveAttribute('href', 'https://example.org/report');
  await expect(row.getByRole('link')).toHaveAttribute('lang', 'en');

  await page.getByRole('button', { name: 'Mentoring elsewhere, Belgium', exact: true }).click();
  await form.getByLabel('Rate').fill('65');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('65%');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(row).toContainText('64.5%');

  await row.getByRole('button', { name: 'Remove Mentoring elsewhere, Belgium 2016' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: /^Remove/ }).click();
  await expect(row).toHaveCount(0);
});

test('who may see analyses and not change them reads the rates alone', async ({ page }) => {
  await open(page, 'coordinator', '/admin/indicators/comparison/published');
  await expect(page.getByRole('row', { name: /Eurostat 20–64, Belgium 2017 68.5%/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a rate' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
  // She sees one branch, which has no other beside it.
  await page.goto('/admin/indicators/comparison');
  await expect(page.getByRole('combobox', { name: 'By', exact: true })).toHaveValue('YEAR');
  await expect(page.getByRole('heading', { name: 'Differences' })).toBeVisible();
});

test('published rates are dashed lines by year, with about whom they are; who wants them off has them off', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/EMPLOYMENT_RATE?step=YEAR');
  const trend = page.getByRole('figure').first();
  await expect(trend.getByRole('img', { name: /^2016: \d+%, .*Eurostat 20–64, Belgium 68%$/ })).toBeVisible();
  await expect(
    trend.getByText(/the distance to them is no effect of it.*all residents of 20 to 64/),
  ).toBeVisible();
  await trend.getByRole('button', { name: 'Table' }).click();
  await expect(trend.getByRole('columnheader', { name: 'Eurostat 20–64, Belgium' })).toBeVisible();
  await expect(trend.getByRole('cell', { name: /t2020_10/ }).first()).toBeVisible();
  const take = (format: string) =>
    readDownload(page, async () => {
      await trend.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: format }).click();
    });
  const csv = (await take('CSV')).content.toString('utf8');
  expect(csv).toMatch(/Eurostat 20–64, Belgium.*\r\n2015,.*0\.672,"?Eurostat, table t2020_10/);
  const svg = (await take('SVG')).content.toString('utf8');
  for (const said of ['stroke-dasharray', 'no effect of it', 'table t2020_10']) expect(svg).toContain(said);
  await expect(page.getByRole('figure').nth(1).getByText('Eurostat 20–64, Belgium (2017) 69%')).toBeVisible();

  const distance =
    /The programme less Eurostat 20–64, Belgium \(2017\): -[\d.]+ pp \(95 % interval of the difference: -/;
  const beside = page.getByRole('figure', { name: 'The programme and the published rates' });
  await expect(beside.getByText(distance)).toBeVisible();
  await expect(beside.getByText(/it is taken as exact/)).toBeVisible();
  const table = page.getByRole('table', { name: 'Beside what others published' });
  const cell = (name: string | RegExp) =>
    table.getByRole('row', { name: /^Eurostat/ }).getByRole('cell', { name, exact: true });
  const published = await readDownload(page, async () => {
    await table.locator('xpath=preceding::button[normalize-space()="Export"][1]').click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
  });
  const filed =
    /Eurostat 20–64, Belgium \(2017\)"?,[\d.]+,\d*,(-?[\d.]+),(-?[\d.]+),(-?[\d.]+),"?Its source does not say/.exec(
      published.content.toString('utf8'),
    );
  expect(filed).not.toBeNull();
  const points = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const [difference, lower, upper] = (filed ?? [])
    .slice(1)
    .map((value) => `${points.format(100 * Number(value))} pp`);
  await expect(cell(`${difference}`)).toBeVisible();
  await expect(cell(`${lower} – ${upper}`)).toBeVisible();
  await expect(table.getByText(/^Its source does not say .* it is taken as exact/)).toBeVisible();

  await page.getByRole('button', { name: 'Published rates (1)' }).click();
  const choice = page.getByRole('dialog');
  await choice.getByRole('checkbox', { name: 'Eurostat 20–64, Netherlands' }).check();
  await expect(trend.getByRole('columnheader', { name: 'Eurostat 20–64, Netherlands' })).toBeVisible();
  await choice.getByRole('checkbox', { name: 'Eurostat 20–64, Netherlands' }).uncheck();
  await choice.getByRole('checkbox', { name: 'Eurostat 20–64, Belgium' }).uncheck();
  await expect(page).toHaveURL(/lines=%5B%5D/);
  await expect(trend.getByRole('columnheader', { name: /Eurostat/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Published rates', exact: true })).toBeVisible();
  await expect(trend.getByText(/all residents/)).toHaveCount(0);
});

test('of a figure that is counted otherwise nothing published is drawn, and the page says why', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/STABLE_EMPLOYMENT_RATE?windowMonths=6');
  await expect(page.getByText(/Published rates are of the indicator as it is usually counted/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Published rates/ })).toHaveCount(0);
  await open(page, 'analyst', '/admin/indicators/STABLE_EMPLOYMENT_RATE');
  await expect(page.getByRole('button', { name: 'Published rates (1)' })).toBeVisible();
});

test('a rate that states its window stands beside another one, and the charts say so in the reader’s language', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE?windowMonths=6&population=CLOSED');
  await expect(
    page
      .getByRole('figure')
      .first()
      .getByText(/a training\. Within 12 months; here within 6\. Here the figure counts closed duos\.$/),
  ).toBeVisible();
  await expect(
    page
      .getByRole('figure', { name: 'The programme and the published rates' })
      .getByText(/^DUO for a JOB, published \(\d{4}\): .* here within 6\./),
  ).toBeVisible();
  await expect(page.getByRole('cell', { name: /Within 12 months; here within 6/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Counted otherwise: no difference is told.' })).toBeVisible();
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE', 'nl-BE');
  await expect(
    page
      .getByRole('figure')
      .first()
      .getByText(/zijn jongeren in alle steden .* een opleiding\. Binnen 12 maanden\.$/),
  ).toBeVisible();
});

test('figures of one’s own choice are compared in plain words, and nobody may be in two of them', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE');
  await page.getByRole('link', { name: 'Compare two figures' }).click();
  await expect(page).toHaveURL(/comparison\/figures\?of=POSITIVE_EXIT_RATE/);
  await expect(page.getByText(/^Positive exits: the difference to A is not clear/).first()).toBeVisible();
  await expect(page.getByText('One difference was looked at.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a figure' }).click();
  const third = page.getByRole('group', { name: 'Figure C' });
  await third.getByLabel('From').fill('2016-01-01');
  await third.getByLabel('Until').fill('2016-06-30');
  await expect(page.getByText(/^C and A have \d+ duos in common: nothing is said/)).toBeVisible();
  await page.getByRole('group', { name: 'Figure A' }).getByLabel('From').fill('2016-07-01');
  await expect(page.getByText(/none of the 2 differences to A|against A/).first()).toBeVisible();
  await expect(page.getByText(/2 differences were looked at/)).toBeVisible();
  const { href } = new URL(page.url());
  await page.goto(href);
  await expect(third.getByLabel('Until')).toHaveValue('2016-06-30');
  await third.getByRole('button', { name: 'Remove C' }).click();
  await expect(third).toHaveCount(0);
});

test('figures begin with years that have enough, and one of hardly anybody says so and can be widened', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/indicators/comparison/figures?of=SATISFACTION_RATE');
  const figure = (name: string) => page.getByRole('group', { name });
  await expect(figure('Figure A').getByLabel('Until')).toHaveValue('2017-12-31');
  await expect(figure('Figure B').getByLabel('From')).toHaveValue('2016-01-01');
  await expect(page.getByText(/the difference to A is|against A/).first()).toBeVisible();
  await expect(page.getByRole('note')).toHaveCount(0);
  // What is chosen is not asked for again.
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql'))
      asked.push((request.postDataJSON() as { operationName: string }).operationName);
  });
  await page.goto(
    `${page.url()}&figures=${encodeURIComponent('[{"from":"2016-01-01","to":"2016-12-31"},{"from":"2014-01-01","to":"2014-12-31"}]')}`,
  );
  await expect(page.getByRole('note')).toHaveText(/^B has nothing to count: too few for a rate\./);
  await page.getByRole('button', { name: 'Widen B by a year' }).click();
  await expect(page.getByRole('note')).toHaveText(/^B is out of one alone: too few for a rate\./);
  expect(asked).toContain('ChosenFigures');
  expect(asked).not.toContain('RateByYear');
  await expectAccessible(page);
});

const EDUCATION = ['NO_RECOGNISED_DIPLOMA', 'BELOW_UPPER_SECONDARY', 'UPPER_SECONDARY', 'BACHELOR', 'MASTER'];

/** People who are known in every way that participants are: some of them in work after three months. */
function outsiders(): string {
  const header =
    'Comparison group;Pseudonym;Gender;Age;Education;Months out of work;Start;Observed until;Positive exit;Job';
  const rows = Array.from({ length: 240 }, (_, index) => {
    const of = (values: readonly (string | number)[], step: number) =>
      values[Math.floor(index / step) % values.length];
    const gender = index % 30 === 7 ? 'Other' : of(['Woman', 'Man', 'Woman'], 80);
    const known = [gender, of([19, 22, 27, 32], 1), of(EDUCATION, 4), of([3, 9, 18, 30], 20)];
    const exit = index % 5 < 2 ? '01/06/2016' : '';
    return `Job seekers 2016;p-${index};${known.join(';')};01/03/2016;31/10/2017;${exit};${exit}`;
  });
  return [header, ...rows].join('\n');
}

async function takeIn(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'outsiders.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(outsiders()),
  });
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByRole('heading', { name: /^Taken in:/ })).toBeVisible();
}

/** The weighted rates of the page, made again from nothing but the file of combinations. */
async function expectRecomputed(page: Page, rates: Locator): Promise<void> {
  const table = page.getByRole('table', { name: 'What the effect is made of' });
  await expect(table.locator('tbody tr')).toHaveCount(10);
  await page.getByRole('button', { name: /^Show all \d+$/ }).click();
  const shown = await table.locator('tbody tr').count();
  expect(shown).toBeGreaterThan(10);
  const file = await readDownload(page, async () => {
    await table.locator('xpath=preceding::button[normalize-space()="Export"][1]').click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
  });
  expect(file.name).toBe('positive_exit_rate-weighted-combinations.csv');
  const [header = '', ...lines] = file.content
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\r\n');
  const fields = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
  const headings = fields(header);
  expect(headings.slice(0, 4)).toEqual(['Gender', 'Age', 'Education', 'Time out of work']);
  // What the file says of itself stands below an empty line.
  const rows = lines.slice(0, lines.indexOf('')).map(fields);
  expect(rows).toHaveLength(shown);
  const sum = (side: string, of: string) =>
    rows.reduce((all, row) => {
      const [value, weight] = [of, 'weight of each'].map((name) =>
        Number(row[headings.indexOf(`${side}: ${name}`)]),
      );
      return all + (value ?? 0) * (weight ?? 0);
    }, 0);
  const weighted = rates.getByRole('row', { name: /^Weighted \d/ }).getByRole('cell');
  for (const [place, side] of ['Participants', 'Comparison group'].entries())
    await expect(weighted.nth(place + 1)).toHaveText(
      `${((100 * sum(side, 'had the exit')) / sum(side, 'people')).toFixed(1)}%`,
    );
}

test('a comparison group is imported, weighted, described, removed and put back', async ({ page }) => {
  await open(page, 'administrator', '/admin/indicators/comparison/groups');
  await expect(page.getByText('There is no comparison group yet.')).toBeVisible();
  for (const heading of outsiders().split('\n', 1)[0]?.split(';') ?? [])
    await expect(page.getByRole('cell', { name: heading, exact: true })).toBeVisible();
  await expect(page.getByText(/Days are written 31\/12\/2017, .* or 2017-12-31/)).toBeVisible();
  await expect(
    page.getByRole('row', { name: /^Gender no .*woman: femme, f, vrouw, v, woman, female/i }),
  ).toBeVisible();
  await expect(
    page.getByRole('row', { name: /^Positive exit no .*A job counts as one on its day/ }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Import a file' }).click();
  await takeIn(page);

  await open(page, 'analyst', '/admin/indicators/POSITIVE_EXIT_RATE');
  await page.getByRole('link', { name: 'Comparison groups' }).click();
  await expect(
    page
      .getByText(
        /^Positive exit within 12 months: \d+% of the participants, against \d+% of the people of “Job seekers 2016”/,
      )
      .first(),
  ).toBeVisible();
  await expect(page.getByText(/No method can test that/).first()).toBeVisible();
  // In the sample hardly anybody without an exit is followed so long: the effect is told with what it may be instead.
  await expect(
    page
      .getByText(/^Participants: between .*heard of that late\. .*the difference lies between [+−]/)
      .first(),
  ).toBeVisible();
  const rates = page.getByRole('table', { name: 'Rates of both groups and their difference' });
  await expect(rates.locator('tbody td:first-child')).toHaveText([
    'As they are',
    'Weighted',
    'Weighted, if all of the unknown count',
  ]);
  const balance = page.getByRole('figure').last();
  await expect(
    balance.getByRole('img', { name: /^Gender: Woman: As they are [+−]?\d.\d\d, Weighted/ }),
  ).toBeVisible();
  await balance.getByRole('button', { name: 'Table' }).click();
  await expect(balance.getByRole('columnheader', { name: 'Comparison group, weighted' })).toBeVisible();
  await expectRecomputed(page, rates);
  await expectAccessible(page);

  // Of those outside no country is recorded: it says so, and how to go on.
  await page.getByLabel('The effect for').selectOption({ label: 'both groups together' });
  await page.getByRole('combobox', { name: 'Weighted by' }).press('ArrowDown');
  await page.getByRole('option', { name: 'Country', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(
    page.getByText(
      /^The cause: .*“Country: Not recorded” \(\d+ people of the comparison group\)\. Only one of the groups has each of these values/,
    ),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Weigh without: Country' }).click();
  await expect(page).not.toHaveURL(/COUNTRY/);
  await expect(page.getByText(/^Positive exit within 12 months: /).first()).toBeVisible();

  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Stable job' });
  await expect(page).toHaveURL(/exit=STABLE_EMPLOYMENT_RATE/);
  await expect(page.getByText(/^Stable job within 12 months: .*against 0%/).first()).toBeVisible();
  await page.getByLabel('Window').selectOption({ label: '24 months' });
  await expect(
    page.getByText(/^There is nothing to compare: 24 months are over for \d+ participants, and 0 people/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();

  await page.getByRole('button', { name: 'Describe the group' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Source').fill('Employment service, registered in March 2016');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Employment service, registered in March 2016')).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('There is no comparison group yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText(/Job seekers 2016/).first()).toBeVisible();

  // Once the notice is gone the page itself is the way back.
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText(/^“Job seekers 2016” is removed\. It can be put back until \d/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('There is no comparison group yet.')).toBeVisible();
  const removed = page.getByRole('table', { name: 'Removed groups' });
  await expect(removed.getByRole('row', { name: /^Job seekers 2016 240 \d+ \w+ \d{4} / })).toBeVisible();
  await expectAccessible(page);
  await removed.getByRole('button', { name: 'Put back: Job seekers 2016' }).click();
  await expect(page.getByText('“Job seekers 2016” is put back.')).toBeVisible();
  await expect(removed).toBeHidden();
  await expect(page.getByRole('heading', { name: '“Job seekers 2016”', exact: true })).toBeVisible();

  await open(page, 'coordinator', '/admin/indicators/comparison/groups');
  await expect(
    page.getByText('An administrator or an analyst can describe the group, remove it and put it back.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toHaveCount(0);

  await open(page, 'analyst', '/admin/indicators/comparison/groups');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('There is no comparison group yet.')).toBeVisible();
});

test('an adjusted rate shows of which strata it is made, and its file says the same', async ({ page }) => {
  await open(page, 'analyst', '/admin/indicators/comparison');
  const table = page.getByRole('table', { name: 'What the adjusted rates are made of' });
  const rows = table.getByRole('row');
  await expect(rows.first()).toContainText(/^Stratum.*Weight.*People.*Much weight on few people$/);
  await expect(page.getByText(/^Few people carry much here; .*Gand, .* of the weight/).first()).toBeVisible();
  const file = await readDownload(page, async () => {
    await table.locator('xpath=preceding::button[normalize-space()="Export"][1]').click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
  });
  const [header = '', ...lines] = file.content.toString('utf8').trimEnd().split('\r\n');
  const shown = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );
  const groups = shown[0]?.slice(3, -1) ?? [];
  const counted = groups.map((group) => `${group}: how many count,${group}: out of how many,${group}: rate`);
  expect(groups.toSorted()).toEqual(['Anvers', 'Bruxelles', 'Gand']);
  expect(header).toContain(`,${counted.join(',')},Much weight on few people`);
  for (const [place, cells] of shown.slice(1).entries()) {
    const line = lines[place] ?? '';
    const numbers = line.replace(/^(?:"[^"]*"|[^,]*),/, '').split(',');
    for (const group of groups.keys()) {
      const [count, total] = numbers.slice(2 + 3 * group);
      expect(cells[3 + group]).toMatch(total === '0' ? /^–$/ : new RegExp(`^${count} of ${total}( |$)`));
    }
    // Which groups have few there: the last field, quoted where it lists several.
    expect(/,("[^"]*"|[^",]*)$/.exec(line)?.[1]?.replaceAll('"', '')).toBe(cells.at(-1));
  }
  expect(shown.slice(1).map((cells) => cells.at(-1))).toContain('Gand');
  await expectAccessible(page);
});
