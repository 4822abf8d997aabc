import { readDownload } from '../support/read-download.ts';
import { expect, expectAccessible, expectNoOverflow, open, test } from '../support/portal.ts';

test('a finance officer closes a month, corrects a line of it in the open one, and opens it again', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/money?tab=costs&year=2016');
  await page.getByRole('button', { name: 'Close January 2016' }).click();
  const closing = page.getByRole('dialog', { name: 'Close a month' });
  await expect(
    closing.getByText(
      /You close January 2016 and all open months before it: \d+ months with lines, \d+ lines, €[\d,.]+ in all/,
    ),
  ).toBeVisible();
  await closing.getByRole('button', { name: 'Close January 2016' }).click();
  await expect(page.getByText('January 2016 is closed, and all before it.')).toBeVisible();
  await page.goto('/admin/money?tab=costs&year=2015');
  const line = page.getByRole('row', { name: /31 Dec 2015 Salaries Bruxelles/ });
  const amount = /€([\d,]+\.\d\d)/.exec(await line.innerText())?.[1]?.replaceAll(',', '') ?? '';
  await line.getByRole('button', { name: 'Correct' }).click();
  const form = page.getByRole('dialog');
  // Where it will be booked is said before, and what it stays about.
  await expect(
    form.getByText(
      'The counter-entry is booked on 1 Feb 2016, since December 2015 is closed, and is about 31 Dec 2015.',
    ),
  ).toBeVisible();
  await expect(form.getByLabel('Day that it is about')).toHaveAccessibleDescription(
    'December 2015 is closed: the new line is booked on 1 Feb 2016, and stays about this day.',
  );
  await form.getByLabel('Amount').fill('100');
  await form.getByRole('button', { name: 'Correct' }).click();
  await expect(form.getByText('Say why.').first()).toBeVisible();
  await form.getByLabel('Reason').fill('Typed wrong');
  await form.getByRole('button', { name: 'Correct' }).click();
  await expect(page.getByText('Corrected: booked on 1 Feb 2016.')).toBeVisible();
  await page.goto('/admin/money?tab=costs&year=2016&corrections=true');
  await expect(page.getByRole('cell', { name: 'Counter-entry' })).toHaveCount(1);
  await expect(page.getByRole('row', { name: /^1 Feb 2016 31 Dec 2015 Salaries/ })).toHaveCount(2);
  const { content } = await readDownload(page, async () => {
    await page
      .getByRole('group', { name: 'Ledger' })
      .or(page.locator('main'))
      .getByRole('button', { name: 'Export' })
      .last()
      .click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
  });
  const [header = '', ...lines] = content.toString('utf8').replace('\uFEFF', '').split('\r\n');
  expect(header).toBe(
    'Booked on,About the day,Category,Branch,Nature,Reference,Entry,What became of it,Reason,Entered by,Amount',
  );
  expect(lines.filter((one) => /^2016-02-01,2015-12-31,.*,Typed wrong,Filip Maes,/.test(one))).toHaveLength(
    2,
  );
  await expect(page.getByRole('cell', { name: '€100.00' })).toBeVisible();
  await page.getByRole('button', { name: 'Open January 2016 again' }).click();
  await form.getByLabel('Reason').fill('An invoice came late');
  await form.getByRole('button', { name: 'Open again' }).click();
  await expect(page.getByText('January 2016 is open again.')).toBeVisible();
  // What was right is booked again: other pages are held against the sample's cost.
  await page
    .getByRole('row', { name: /€100\.00/ })
    .getByRole('button', { name: 'Correct' })
    .click();
  await form.getByLabel('Amount').fill(amount);
  await form.getByLabel('Reason').fill('It was right');
  await form.getByRole('button', { name: 'Correct' }).click();
  await expect(form).toBeHidden();
});

test('earmarks duos to a grant with a share, takes it back, and adds an instalment', async ({ page }) => {
  await open(page, 'finance', '/admin/money?tab=grants');
  const table = page.getByRole('group', { name: 'Grants', exact: true });
  await expect(table.getByRole('link', { name: 'BF06', exact: true })).toBeVisible();
  expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await page.getByRole('link', { name: 'BF06', exact: true }).click();
  await expect(page.getByText('No duo is earmarked yet.')).toBeVisible();
  await page.getByText('Could be paid').click();
  await expect(page.getByText('No duo of its period and branch has a free share.')).toBeVisible();
  // What is no share stays as it was typed, with the bound beside it.
  const share = page.getByLabel('Share');
  await share.fill('150');
  await share.blur();
  await expect(share).toHaveValue('150 %');
  await expect(page.getByText('At most 100%.')).toBeVisible();
  await page.getByRole('button', { name: 'Add an instalment' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('To be paid on').fill('2017-12-01');
  await form.getByLabel('Amount').fill('1000');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The grant is saved.')).toBeVisible();
  await expect(
    page.getByRole('cell', { name: /^To be received from .* overdue by \d+ days?$/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Add an instalment' }).click();
  await form.getByLabel('To be paid on').fill('2017-12-02');
  await form.getByLabel('Amount').fill('2000');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  // What is typed of an instalment stays with it, wherever it stands.
  const changed = page.getByRole('button', { name: 'Change: 2 Dec 2017' });
  await changed.click();
  await form.getByLabel('Amount').fill('2500');
  await form.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Remove: 1 Dec 2017' }).click();
  await expect(page.getByRole('button', { name: 'Change: 1 Dec 2017' })).toHaveCount(0);
  await changed.click();
  await expect(form.getByText('What you typed before was kept.')).toBeVisible();
  await expect(form.getByLabel('Amount')).toHaveValue(/^2.?500/);
  await form.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Grants', exact: true }).first().click();
  await page.getByRole('link', { name: 'BF05', exact: true }).click();
  await page
    .getByLabel(/^Choose BD/)
    .first()
    .check();
  await page.getByRole('button', { name: 'Take one away' }).click();
  await expect(page.getByText('One earmark is taken away.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText('Undone.')).toBeVisible();
});

test('traces what a grant bears to lines of the ledger, and pastes a budget', async ({ page }) => {
  await open(page, 'finance', '/admin/money?tab=allocation&year=2017');
  await page.getByRole('button', { name: 'Lines of Bruxelles, BF01' }).click();
  await expect(page.getByText(/Bruxelles, BF01: €[\d,.]+ from \d+ lines of the ledger/)).toBeVisible();
  // Each line leads to the ledger, and from there to who bears it.
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /^31 Jan 2017 · Salaries · Bruxelles/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Who bears this line' })).toBeVisible();
  const line = page.url();
  expect(line).toMatch(/tab=costs&line=[\w-]+&year=2017/);
  await page.goto(line);
  await expect(
    page.getByText(/By version \d+ of the rule, the €[\d,.]+ are divided among the duos of/),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /^Bruxelles BF01 €/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.goto('/admin/money?tab=allocation&year=2017');
  await page.getByRole('button', { name: 'Lines of Bruxelles, BF01' }).click();
  // The same amount from its other side: the duos that bear it.
  await page.getByRole('dialog').getByText('Duos', { exact: true }).click();
  await expect(page.getByText(/Bruxelles, BF01: €[\d,.]+ among \d+ duos\./)).toBeVisible();
  await page.goto('/admin/money?tab=budget&year=2016');
  await page.getByText('Category', { exact: true }).click();
  await expect(
    page.getByText(/€[\d,]+ were spent beyond the budget: the largest difference is “Salaries”/),
  ).toBeVisible();
  await page.goto('/admin/money?tab=budget');
  await page.getByRole('button', { name: 'Enter a budget' }).click();
  const form = page.getByRole('dialog');
  await form
    .getByLabel('Rows of your spreadsheet')
    .fill('1;Salaries;Bruxelles;20000\n13;Salaries;Bruxelles;5');
  await expect(form.getByText('Row 2: no month of this year.')).toBeVisible();
  await form
    .getByLabel('Rows of your spreadsheet')
    .fill('1;Salaries;Bruxelles;20000\n2;Salaries;Bruxelles;500000');
  await form.getByRole('button', { name: 'Save as the budget of 2017' }).click();
  await expect(page.getByText('The budget of 2017 is saved.')).toBeVisible();
  await expect(page.getByText(/of the €520,000 planned for 2017 are spent/)).toBeVisible();
});

test('a former version of the rule is used again with what it changes, and that is taken back', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/money?tab=allocation&year=2017');
  const rule = page.getByText(/^Version \d+: cost goes to grants by/);
  const [, before = ''] = /Version (\d+)/.exec(await rule.innerText()) ?? [];
  await page.getByText(/^\d+ versions$/).click();
  await page.getByRole('button', { name: 'Use version 1 again' }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByText('What changes:')).toBeVisible();
  await expect(
    form.getByText('Borne by all branches together: Shared and Indirect → Indirect'),
  ).toBeVisible();
  await expect(form.getByLabel('Reason')).toHaveValue('Version 1 again');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByText('The new rule is in force.')).toBeVisible();
  await expect(rule).toContainText(`Version ${Number(before) + 1}: `);
  await expect(rule).toContainText('borne by all branches together: indirect.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(rule).toContainText(`Version ${Number(before) + 2}: `);
  await expect(rule).toContainText('borne by all branches together: shared and indirect.');
});

test('a line is divided in the period whose amount it was found in, and a rule that changes nothing is not saved', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/money?tab=allocation&year=2017');
  const rule = page.getByText(/^Version \d+: cost goes to grants by/);
  const [, former = ''] = /Version (\d+)/.exec(await rule.innerText()) ?? [];
  const form = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Change the rule' }).click();
  await expect(form.getByText('Nothing changes against the version in force.')).toBeVisible();
  await form.getByLabel('Reason').fill('As books were kept before');
  await form.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(form.getByText('no new one was saved')).toBeVisible();
  // A share that cannot be read yet is not taken for a number.
  await form.getByLabel('Allocated by').selectOption('Shares of branches');
  await form.getByLabel('Bruxelles').fill('60');
  await expect(form.getByText('Shares of branches: none → Bruxelles 60%')).toBeVisible();
  await form.getByLabel('Bruxelles').fill('60,,');
  await expect(form.getByText('What changes:')).toBeHidden();
  await expect(form.getByText('NaN')).toHaveCount(0);
  // Nor is it asked for once the rule does not go by shares.
  await form.getByLabel('Allocated by').selectOption('Active duo-months');
  await form.getByLabel('Among the duos of').selectOption('Of the period that is looked at');
  await form.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(rule).toContainText('over the period that is looked at');
  await page.getByRole('combobox', { name: 'Month' }).selectOption('October 2017');
  for (const period of ['October 2017', '2017']) {
    await page.getByRole('button', { name: 'Lines of Bruxelles, BF01' }).click();
    const traced = form.getByRole('row', { name: /^31 Oct 2017 · Salaries · Bruxelles/ });
    const part = (await traced.getByRole('cell').last().innerText()).trim();
    await traced.getByRole('link').click();
    await expect(
      page.getByText(`divided among the duos of the period that is looked at (${period}).`),
    ).toBeVisible();
    await expect(page.getByRole('row', { name: `Bruxelles BF01 ${part}`, exact: true })).toBeVisible();
    await page.goto('/admin/money?tab=allocation&year=2017');
  }
  await page.getByText(/^\d+ versions$/).click();
  await page.getByRole('button', { name: `Use version ${former} again` }).click();
  await form.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(rule).toContainText('month by month');
});

test('what a duo cost leads to the month of which it was allocated, and months add up to their year', async ({
  page,
}) => {
  await open(page, 'administrator', '/admin/duos?q=BD0001');
  await page
    .getByRole('row', { name: /BD0001/ })
    .getByRole('link')
    .first()
    .click();
  await expect(
    page.getByText(/€[\d,.]+ direct, €[\d,.]+ shared and €[\d,.]+ indirect, by rule \d/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'By month, and to the lines' }).click();
  const drawer = page.getByRole('dialog', { name: 'What BD0001 cost' });
  await expect(drawer.getByRole('cell', { name: 'BF03', exact: true })).toHaveCount(7);
  await expectAccessible(page);
  await expectNoOverflow(page);
  await drawer.getByRole('link', { name: 'October 2015', exact: true }).click();
  await expect(page.getByText(/What the programme costs and who pays, in 2015/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lines of Bruxelles, BF03' })).toBeVisible();
  const months = page.getByRole('combobox', { name: 'Month' });
  await expect(months).toHaveValue('10');
  await expectAccessible(page);
  const row = page.getByRole('row', { name: /^Bruxelles BF03/ });
  const borne = async () =>
    Math.round(Number((await row.getByRole('cell').nth(5).innerText()).replace(/[€,]/g, '')) * 100);
  let sum = 0;
  for (let month = 1; month <= 12; month += 1) {
    await months.selectOption(String(month));
    await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
    if ((await row.count()) > 0) sum += await borne();
  }
  await months.selectOption('All of 2015');
  await expect.poll(borne).toBe(sum);
});

test('what each funder’s money did, and what a duo costs without and with hours in kind', async ({
  page,
}) => {
  await open(page, 'analyst', '/admin/money?tab=funds');
  await expect(
    page.getByText(/Service public de l'emploi: 217 duos started and €[\d,]+ of their cost/),
  ).toBeVisible();
  const cells = page.getByRole('row', { name: /^Cost per duo/ }).getByRole('cell');
  await expect(cells).toHaveCount(5);
  await expect(cells.nth(2)).toHaveText(/€/);
  await expect(cells.nth(3).getByRole('link')).toBeVisible();
  const [without = 0, given = 0, all = 0] = (await cells.allInnerTexts())
    .slice(1, 4)
    .map((text) => Number(text.replaceAll(/[€,]/g, '')));
  expect(given).toBeGreaterThan(0);
  expect(Math.abs(without + given - all)).toBeLessThan(0.02);
  await cells.nth(3).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cost per duo with hours in kind');
});

test('an amount is understood as it is written where the reader comes from, and stands as it was understood', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/money?tab=costs', 'nl-BE');
  await page.getByRole('button', { name: 'Een kost boeken' }).click();
  const amount = page.getByRole('dialog').getByLabel('Bedrag');
  for (const [typed, understood] of [
    ['1.234,50', '1234,5 €'],
    ['1 234,50', '1234,5 €'],
    ["1'234.50", '1234,5 €'],
    // In two ways readable: the language of the page says in which.
    ['1.234', '1234 €'],
    ['12.5', '12,5 €'],
  ] as const) {
    await amount.fill(typed);
    await amount.blur();
    await expect(amount).toHaveValue(understood);
  }
  await amount.fill('about 12');
  await amount.blur();
  await expect(amount).toHaveValue('about 12');
});

test('from what a programme costs in a time to the lines of that time', async ({ page }) => {
  await open(page, 'finance', '/admin/money?year=2017');
  await page.getByRole('link', { name: 'Total cost', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Total cost' })).toBeVisible();
  const value = page
    .locator('main')
    .getByText(/^€[\d,]+$/)
    .first();
  const total = (await value.innerText()).trim();
  await page.getByRole('link', { name: 'The lines of the accounts' }).click();
  await expect(page).toHaveURL(/tab=costs&year=2017/);
  const sum = page.getByText(/^€[\d,.]+ in \d+ lines$/);
  const rounded = async () =>
    `€${Math.round(Number((/^€([\d,.]+)/.exec(await sum.innerText())?.[1] ?? '').replaceAll(',', ''))).toLocaleString('en-GB')}`;
  await expect.poll(rounded).toBe(total);
  // A period that is no year is kept as well, said, and taken away again.
  await page.goto('/admin/indicators/TOTAL_COST?from=2017-02-10&to=2017-04-15');
  const part = (await value.innerText()).trim();
  await page.getByRole('link', { name: 'The lines of the accounts' }).click();
  await expect(page.getByText('Booked from 10 Feb 2017 to 15 Apr 2017.')).toBeVisible();
  await expect.poll(rounded).toBe(part);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('Booked from')).toHaveCount(0);
});

test('two costs per duo by branch name each other, and a year without cost is said to have none', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/money?year=2017');
  const byBranch = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Cost per duo by branch, as booked' }) });
  await expect(page.getByText('Whole grants that begin in 2017, not what 2017 had')).toBeVisible();
  await byBranch.getByRole('button', { name: 'Definition' }).click();
  await expect(page.getByRole('dialog').getByText(/COST_PER_DUO version \d/)).toBeVisible();
  await page.keyboard.press('Escape');
  await byBranch.getByRole('link', { name: 'Allocation' }).click();
  await page.getByRole('link', { name: 'cost per duo by branch' }).click();
  await expect(page).toHaveURL(/tab=overview&year=2017/);
  await page.goto('/admin/money?year=2018');
  await expect(page.getByText('No cost is booked in this time').first()).toBeVisible();
  await expect(page.getByText('No grant begins in this time')).toBeVisible();
  await expect(page.getByText('–: – of')).toHaveCount(0);
});

test('what is in kind in the cost and in the funds is said to be two things', async ({ page }) => {
  await open(page, 'finance', '/admin/money?tab=funds');
  const table = page.getByRole('group', { name: 'With and without what is given in kind' });
  await expect(
    table.getByRole('row', { name: /^Total cost .* Approved hours that no grant covers/ }),
  ).toBeVisible();
  await expect(table.getByRole('row', { name: /^Funds .* the amount of their agreement/ })).toBeVisible();
  await expect(
    page.getByText(/^Of grants of skills sponsorship, [\d,.]+ h of this time are approved: €[\d,.]+ at the/),
  ).toBeVisible();
  // Hours pay no line of the accounts: no band leads from them.
  const flows = page.getByRole('figure').first();
  await flows.getByRole('button', { name: 'Table' }).click();
  await expect(flows.getByRole('row', { name: /^Other means Salaries/ })).toBeVisible();
  await expect(flows.getByRole('row', { name: /Unspent, grant over/ }).first()).toBeVisible();
  await expect(flows.getByRole('row', { name: /Skills sponsorship/ })).toHaveCount(0);
});
