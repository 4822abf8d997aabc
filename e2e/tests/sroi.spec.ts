import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoOverflow, open, test } from '../support/portal.ts';

test.describe.configure({ mode: 'serial' });

const cell = (page: Page, field: string) => page.getByRole('textbox', { name: `${field}: Mentees in work` });
const panel = (page: Page) => page.getByRole('complementary', { name: 'What it comes to' });

async function begin(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New version' }).click();
  await page.getByLabel('Name of the version').fill(name);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText(`“${name}” is begun.`)).toBeVisible();
}

test('a published version is locked, and says what it was published with', async ({ page }) => {
  await open(page, 'finance', '/admin/sroi');
  await expect(panel(page).getByText('€18.00', { exact: true })).toBeVisible();
  await expect(panel(page).getByText('€8.90', { exact: true })).toBeVisible();
  await expect(
    panel(page).getByText(/90 % interval of the net ratio: €\d+\.\d\d – €\d+\.\d\d/),
  ).toBeVisible();
  await expect(page.getByText(/Published as of 31 Dec 2017: €18.00 gross and €8.90 net/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  for (const chart of ['Sensitivity', 'Draws', 'Years']) {
    await panel(page).getByText(chart, { exact: true }).first().click();
    await expect(panel(page).getByRole('figure')).toBeVisible();
  }
  await panel(page).getByRole('button', { name: 'Explain: Net, for 1 €' }).click();
  await expect(page.getByText(/divided by the €999,247 put in: €8.90 for 1 €/)).toBeVisible();
});

test('the figure of a version leads to that version, and the page says whether figures come from the one that is seen', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/sroi');
  await expect(page.getByText('the published version that figures come from')).toBeVisible();
  await begin(page, 'Beside');
  await expect(page.getByText('You see the draft “Beside”. Figures do not come from it')).toBeVisible();
  await open(page, 'finance', '/admin/indicators/SROI_NET');
  await page.getByRole('link', { name: 'The value map with its assumptions' }).click();
  await expect(page.getByText('the published version that figures come from')).toBeVisible();
  await page.getByRole('button', { name: 'Open “Beside”' }).click();
  await page.getByRole('button', { name: 'Discard the draft' }).click();
  await expect(page.getByText('“Beside” is discarded.')).toBeVisible();
});

test('a draft recalculates as it is typed, is saved and taken back, and keeps what is typed', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/sroi');
  await begin(page, 'Tried out');
  await cell(page, 'Deadweight').fill('0');
  await expect(panel(page).getByText('saved: €8.90')).toBeVisible();
  await expect(panel(page).getByText('€18.00', { exact: true })).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo what was typed' }).click();
  await expect(panel(page).getByText('€8.90', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.reload();
  await expect(cell(page, 'Deadweight')).toHaveValue('0 %');
  await expect(cell(page, 'Deadweight')).toHaveAccessibleDescription(
    /outside its range.*source is of 50\.54%/,
  );
  // A number beside its range is not saved, and neither is changed by it.
  await page.getByRole('button', { name: 'Save' }).click();
  const refused = page.getByRole('alert').filter({ hasText: 'A number lies outside its range' });
  await expect(refused.getByRole('button', { name: /Mentees in work/ })).toBeVisible();
  await expect(cell(page, 'Deadweight')).toHaveValue('0 %');
  await expect(cell(page, 'Deadweight')).toHaveAccessibleDescription(/^40% – 55\.7%/);
  await cell(page, 'Deadweight').fill('45');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The value map is saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(cell(page, 'Deadweight')).toHaveValue('50.54 %');
});

test('an amount of the library comes with its source, also where another amount has the same one', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/sroi');
  await expect(cell(page, 'Worth of one')).toHaveValue('33,443 €');
  await page.getByRole('button', { name: 'Change: Mentees in work' }).click();
  const row = page.getByRole('dialog', { name: 'Change the row' });
  await row.getByRole('combobox', { name: 'Take from the library' }).click();
  await page.getByRole('option', { name: 'Public cost of a person out of work · FR 2010 · €28,737' }).click();
  await expect(row.getByText('This source was said of')).toHaveCount(0);
  await row.getByLabel('Worth of one, in a year').fill('28000');
  await expect(row.getByText('This source was said of €28,737')).toBeVisible();
  await row.getByLabel('Worth of one, in a year').fill('28737');
  await row.getByRole('button', { name: 'Change the row' }).click();
  await expect(cell(page, 'Worth of one')).toHaveValue('28,737 €');
  await expect(page.getByText('source is of')).toHaveCount(0);
  await page.getByRole('button', { name: 'Discard changes' }).click();
});

test('what a page of other fields kept is not taken for what was typed over the version', async ({
  page,
}) => {
  await open(page, 'finance', '/admin/sroi');
  await cell(page, 'Deadweight').fill('40');
  await page.evaluate(() => {
    const isDraft = (name: string) => name.startsWith('tandem.draft.sroi.');
    for (const name of Object.keys(sessionStorage).filter(isDraft)) {
      const draft = JSON.parse(sessionStorage.getItem(name) ?? '');
      for (const { assumptions } of draft.rows) for (const told of assumptions) delete told.value;
      sessionStorage.removeItem(name);
      sessionStorage.setItem(`tandem.draft.sroi.${draft.id}`, JSON.stringify(draft));
    }
  });
  await page.reload();
  await expect(cell(page, 'Deadweight')).toHaveValue('50.54 %');
  await expect(page.getByText(/source is of|NaN/)).toHaveCount(0);
});

test('the grid is moved through by keys, and takes what is pasted', async ({ page }) => {
  await open(page, 'finance', '/admin/sroi');
  await cell(page, 'Deadweight').focus();
  await cell(page, 'Deadweight').press('ControlOrMeta+a');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 'Displacement')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 'Deadweight')).toBeFocused();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '40 %\t15 %\t0,5');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(cell(page, 'Deadweight')).toHaveValue('40 %');
  await expect(cell(page, 'Displacement')).toHaveValue('15 %');
  await expect(cell(page, 'Attribution')).toHaveValue('0.5 %');
  // Nothing shows whether the point groups or parts: it is told, and stays as it was.
  await cell(page, 'Worth of one').focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '1.234\t1.000');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByRole('alert')).toContainText('“1.234”: can be read as 1,234 or as 1.234');
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  // What a cell cannot be is told with its place; what is good is taken over, and the whole block goes back in one step.
  await cell(page, 'Deadweight').focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '140 %\tunknown\t2 %');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  const report = page.getByRole('alert');
  await expect(report).toContainText('2 pasted cells were not taken over; one was');
  await expect(report.getByRole('listitem')).toHaveText([
    'Deadweight: Mentees in work “140 %”: more than 100 %',
    'Displacement: Mentees in work “unknown”: not a number',
  ]);
  await expect(cell(page, 'Attribution')).toHaveValue('2 %');
  await report.getByRole('button', { name: 'Undo the paste' }).click();
  await expect(report).toHaveCount(0);
  await expect(cell(page, 'Attribution')).toHaveValue('0.5 %');
  await expect(cell(page, 'Deadweight')).toHaveValue('40 %');
  // One number takes the place of what stands there, too, wherever the cursor is.
  await cell(page, 'Displacement').click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '16');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(cell(page, 'Displacement')).toHaveValue('16 %');
  // What is typed becomes a scenario, and the map is what it was.
  await page.getByLabel('Name of the scenario').fill('As pasted');
  await page.getByRole('button', { name: 'Keep what is typed as a scenario' }).click();
  await expect(page.getByRole('row', { name: /As pasted/ })).toContainText('€18.00');
  await expect(cell(page, 'Deadweight')).toHaveValue('50.54 %');
  // What was typed beyond what the cell can be is told, and the number stays.
  // Key by key: "14" on the way is a number, and is not taken over either.
  await cell(page, 'Deadweight').selectText();
  await cell(page, 'Deadweight').pressSequentially('140');
  await expect(page.getByText('not taken over: more than 100 %')).toBeVisible();
  await cell(page, 'Deadweight').blur();
  await expect(cell(page, 'Deadweight')).toHaveValue('50.54 %');
  const rate = page.getByLabel('Rate from year 1', { exact: true });
  const stood = await rate.inputValue();
  await rate.selectText();
  await rate.pressSequentially('60');
  await rate.blur();
  await expect(page.getByText('not taken over: more than 50', { exact: true })).toBeVisible();
  await expect(rate).toHaveValue(stood);
  await page.getByText('Sensitivity', { exact: true }).click();
  await panel(page)
    .getByRole('button', { name: /^Deadweight: Mentees in work/ })
    .click();
  await expect(cell(page, 'Deadweight')).toBeFocused();
  await page.getByRole('button', { name: 'Discard changes' }).click();
});

test('an unsourced proxy blocks the publication; sourced, it is published and compared', async ({ page }) => {
  await open(page, 'finance', '/admin/sroi');
  await page.getByRole('button', { name: 'Add a row' }).click();
  const drawer = page.getByRole('dialog', { name: 'Add a row' });
  await drawer.getByLabel('Stakeholder').selectOption({ label: 'Mentors' });
  await drawer.getByLabel('Outcome').fill('Mentors feel useful');
  await drawer.getByRole('textbox', { name: 'Quantity', exact: true }).fill('200');
  await drawer.getByLabel('Worth of one, in a year').fill('250');
  await drawer.getByRole('button', { name: 'Add a row' }).click();
  await expect(page.getByText('no source', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The value map is saved.')).toBeVisible();
  const publish = async () => {
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  };
  await publish();
  const refused = page.getByRole('alert').filter({ hasText: 'has no source' });
  await expect(refused).toContainText('“Mentors feel useful”');
  await refused.getByRole('button', { name: 'Change: Mentors feel useful' }).click();
  const row = page.getByRole('dialog', { name: 'Change the row' });
  await row.getByRole('textbox', { name: 'Source', exact: true }).fill('A study of volunteers, 2016');
  await row
    .getByRole('group', { name: 'On what the numbers stand' })
    .getByRole('combobox', { name: 'Quantity' })
    .selectOption({ label: 'Measured' });
  await row.getByLabel('Source, or why').fill('Counted by the branches');
  await row.getByRole('button', { name: 'Change the row' }).click();
  // A number that is changed since its source was said of it asks whether that still holds.
  await cell(page, 'Worth of one').fill('33000');
  const confirm = page.getByRole('button', {
    name: 'Worth of one: Mentees in work: the source holds for €33,000 as well',
  });
  await expect(confirm).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await publish();
  await expect(page.getByRole('alert').filter({ hasText: 'is of a former value' })).toBeVisible();
  await confirm.click();
  await expect(confirm).toHaveCount(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await publish();
  await expect(page.getByText('“Tried out” is published.')).toBeVisible();
  await expect(page.getByText(/^The public page still tells the return of “.+”, until/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: /From €\d+\.\d\d to €\d+\.\d\d for 1 €/ }),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /Mentors feel useful/ })).toBeVisible();
  await expectAccessible(page);
});

test('a funder sees what is published, with its assumptions', async ({ page }) => {
  await open(page, 'funder', '/partner/');
  await expect(page.getByText(/“Tried out”, published by/)).toBeVisible();
  await expect(page.getByText(/90 % interval of the net ratio/)).toBeVisible();
  await expect(page.getByText('A study of volunteers, 2016')).toBeVisible();
  // What other assumptions would make of it, and at which the money would not come back, as staff see them.
  await expect(
    page
      .getByRole('table', { name: 'Scenarios' })
      .getByRole('row', { name: /^A job counts for one year .*€\d+\.\d\d €\d+\.\d\d / }),
  ).toBeVisible();
  await expect(
    page
      .getByRole('table', { name: 'Switching values' })
      .getByRole('row', { name: /^Worth of one/ })
      .first(),
  ).toBeVisible();
});

test('the library holds what was published, with its source', async ({ page }) => {
  await open(page, 'finance', '/admin/sroi/proxies');
  const row = page.getByRole('row', { name: /£9,800/ });
  await expect(row).toContainText('GMCA Unit Cost Database');
  await expectAccessible(page);
});

for (const [name, width] of [
  ['a desk', 1440],
  ['a phone', 390],
] as const)
  test(`the editor fits ${name}, light and dark, without a fault that axe can see`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await open(page, 'analyst', '/admin/sroi');
      await expect(panel(page).getByRole('figure')).toBeVisible();
      await expectNoOverflow(page);
      await expectAccessible(page);
    }
  });
