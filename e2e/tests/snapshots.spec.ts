import { createHash } from 'node:crypto';
import { expect, expectAccessible, open, test } from '../support/portal.ts';
import { readDownload } from '../support/read-download.ts';

test('an analyst seals the figures, and later sees which data made one of them another', async ({ page }) => {
  await open(page, 'analyst', '/admin/snapshots');
  const name = `Report ${Date.now()}`;
  await page.getByRole('button', { name: 'Take a snapshot' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByText(/^Indicators: 4\d of 4\d$/).click();
  await page.getByRole('dialog').getByLabel('Duos started', { exact: true }).uncheck();
  await expect(page.getByText(/^Indicators: 4\d of 4\d$/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Seal' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const sealed = page.getByRole('table', { name: 'Sealed figures' });
  await expect(sealed.getByRole('row', { name: /^Duos started/ })).toHaveCount(0);
  await expect(sealed.getByRole('row', { name: /^Satisfaction/ })).toContainText(
    /464 \/ 499\s*499 of 766 answers asked for \(65%\)/,
  );
  await expect(sealed.getByRole('row', { name: /^Positive exits/ })).toContainText(
    /\d+–\d+%, 95.% interval; \d+ duos not yet observable; between \d+% and \d+%, since of \d+ it is not known; .* heard of that late/,
  );
  await expect(page.getByText(/The seal holds and all \d+ figures come to the same/)).toBeVisible();
  await expect(sealed.getByRole('row', { name: /^Social return, net/ })).toContainText(
    /value map “[^”]+”, version \d+, locked on .+; no scenario.*for each euro put in/,
  );
  // What is sealed leads to the version that it was made of.
  await expect(
    sealed.getByRole('row', { name: /^Social return, net/ }).getByRole('link', { name: /^value map/ }),
  ).toHaveAttribute('href', /\/sroi\?mapVersion=[0-9a-f-]{36}$/);
  const words = page.getByRole('table', { name: 'What the figures were said to be' });
  await expect(words.getByRole('row', { name: /^Positive exits definition, version 2/ })).toContainText(
    /heard of at the end of the window or later.*The same words today/,
  );
  await expectAccessible(page);
  const book = await readDownload(page, async () => {
    await page.getByRole('button', { name: 'Export' }).first().click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
  });
  expect(book.content.toString('utf8')).toMatch(
    /"?Positive exits \(POSITIVE_EXIT_RATE, version 2\)"?,.*The same words today\./,
  );
  const [heading = ''] = book.content.toString('utf8').split('\r\n');
  expect(heading).toContain('If none of the unknown count,If all of the unknown count,How it is to be read');
  expect(book.content.toString('utf8')).toMatch(/Sealed on .* by Nadia Benali; seal [0-9a-f]{64}/);
  const address = page.url();
  const file = await readDownload(page, async () => {
    await page.getByRole('button', { name: 'Export' }).first().click();
    await page.getByRole('menuitem', { name: 'JSON' }).click();
  });
  const { seal, sealBefore, content } = JSON.parse(file.content.toString('utf8')) as {
    seal: string;
    sealBefore: string | null;
    content: string;
  };
  const again = createHash('sha256')
    .update(Buffer.from(sealBefore ?? '', 'hex'))
    .update(content);
  expect(again.digest('hex')).toBe(seal);

  await page.goto('/admin/snapshots?take=true');
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Seal' }).click();
  await expect(page.getByRole('dialog').getByText('This name is already taken.').first()).toBeVisible();

  // Somebody writes a meeting of a closed duo down, late.
  await open(page, 'administrator', '/admin/duos');
  const { origin } = new URL(page.url());
  const ask = async <Data>(query: string): Promise<Data> => {
    const answer = await page.request.post('/graphql', { data: { query }, headers: { origin } });
    return ((await answer.json()) as { data: Data }).data;
  };
  const { duos } = await ask<{ duos: { edges: { node: { id: string; startedOn: string } }[] } }>(
    '{ duos(filter: {status: [CLOSED]}, first: 1) { edges { node { id startedOn } } } }',
  );
  const duo = duos.edges[0]?.node;
  const { logMeeting } = await ask<{ logMeeting: { __typename: string } }>(
    `mutation { logMeeting(duoId: "${duo?.id}", input: {heldOn: "${duo?.startedOn}", minutes: 45, mode: REMOTE}) { __typename } }`,
  );
  expect(logMeeting.__typename).toBe('Meeting');
  // And what became of somebody of whom it was not known, which leaves the rate as it was.
  const { figureRecords } = await ask<{ figureRecords: { edges: { node: { duo: { id: string } } }[] } }>(
    '{ figureRecords(metric: POSITIVE_EXIT_RATE, standing: UNKNOWN, first: 1) { edges { node { duo { id } } } } }',
  );
  const { recordOutcome } = await ask<{ recordOutcome: { id: string; version: number } }>(
    `mutation { recordOutcome(duoId: "${figureRecords.edges[0]?.node.duo.id}", input: {situation: JOB_SEARCH, observedOn: "2017-12-31", evidence: DECLARED}) { ... on Outcome { id version } } }`,
  );

  await open(page, 'analyst', address);
  await expect(page.getByText(/The seal holds; \d+ of \d+ figures? come/)).toBeVisible();
  const hours = sealed.getByRole('row', { name: /Hours of mentoring/ });
  await expect(hours).toContainText(/\+1 h\s*Other data/);
  await expect(sealed.getByRole('row', { name: /^Positive exits/ })).toContainText(
    /of 77 it is not known.*191 \/ 268.*191 \/ 268.*of 76 it is not known.*Other data/,
  );
  await expect(page.getByRole('heading', { name: '2 duos changed' })).toBeVisible();
  await expectAccessible(page);

  // What others count among those of whom it is not known stays as it was.
  await open(page, 'administrator', '/admin/duos');
  const { removeOutcome } = await ask<{ removeOutcome: { __typename: string } }>(
    `mutation { removeOutcome(id: "${recordOutcome.id}", version: ${recordOutcome.version}) { __typename } }`,
  );
  expect(removeOutcome.__typename).toBe('Outcome');
});
