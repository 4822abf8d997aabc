import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBranch } from '../../../test/programme.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const TODAY = '2017-12-31';
const finance = viewerWith('FINANCE');
let kit: Testkit;
let branchId: string;

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  branchId = await makeBranch(kit.db);
});
afterAll(() => kit.close());

const BOOK = `mutation ($input: CostInput!) { bookCost(input: $input) {
  ... on Cost { id bookedOn nature entry amount { cents } reference } ... on Refusal { code field } } }`;
const CORRECT = `mutation ($id: ID!, $input: CostCorrectionInput!) { correctCost(id: $id, input: $input) {
  ... on Cost { id bookedOn documentOn entry correctsId reason amount { cents } } ... on Refusal { code field } } }`;
const REVERSE = `mutation ($id: ID!) { reverseCost(id: $id, reason: "Twice") { ... on Cost { id entry amount { cents } } ... on Refusal { code } } }`;
const LEDGER = '{ ledger { closedBefore version } }';
const CLOSE = `mutation ($month: CalendarDay!, $version: Int!) { closeMonth(month: $month, version: $version) {
  ... on Ledger { closedBefore version } ... on Refusal { code } } }`;
const REOPEN = `mutation ($month: CalendarDay!, $version: Int!, $reason: String!) { reopenMonth(month: $month, version: $version, reason: $reason) {
  ... on Ledger { closedBefore version } ... on Refusal { code } } }`;

const line = (change: object = {}) => ({
  bookedOn: '2017-11-15',
  category: 'SALARIES',
  branchId,
  amountCents: 100_00,
  ...change,
});
const book = async (change: object = {}) => (await ask(kit, finance, BOOK, { input: line(change) })).bookCost;
const correct = async (id: string, change: object = {}) =>
  (await ask(kit, finance, CORRECT, { id, input: { ...line(change), reason: 'Typed wrong' } })).correctCost;
const version = async () => (await ask(kit, finance, LEDGER)).ledger.version;
const close = async (month: string) =>
  (await ask(kit, finance, CLOSE, { month, version: await version() })).closeMonth;
const reopen = async (month: string, reason = 'An invoice came late') =>
  (await ask(kit, finance, REOPEN, { month, version: await version(), reason })).reopenMonth;
const sumOf = async (reference: string): Promise<number> =>
  (
    await kit.db.query('select sum(amount_cents)::bigint as cents from cost where reference = $1', [
      reference,
    ])
  )[0].cents;

describe('a line of the ledger', () => {
  test('has the usual nature of its category, and its reference once', async () => {
    expect(await book({ reference: 'A1', category: 'MENTOR_TRAINING' })).toMatchObject({
      nature: 'DIRECT',
      entry: 'BOOKING',
    });
    expect(await book({ nature: 'INDIRECT' })).toMatchObject({ nature: 'INDIRECT' });
    expect(await book({ reference: 'A1' })).toEqual({ code: 'REFERENCE_TAKEN', field: 'reference' });
    expect(await book({ bookedOn: '2018-01-01' })).toMatchObject({ code: 'DAY_IN_FUTURE' });
  });

  test('is put right by its counter-entry and a new line, once', async () => {
    const { id } = await book({ reference: 'B1' });
    const replaced = await correct(id, { amountCents: 90_00 });
    expect(replaced).toMatchObject({
      entry: 'REPLACEMENT',
      correctsId: id,
      documentOn: null,
      amount: { cents: 90_00 },
    });
    expect(await sumOf('B1')).toBe(90_00);
    expect(await correct(id, { amountCents: 80_00 })).toMatchObject({ code: 'ALREADY_CORRECTED' });
    expect(await correct(replaced.id, { amountCents: 80_00 })).toMatchObject({ correctsId: replaced.id });
    expect(await sumOf('B1')).toBe(80_00);
    const rows = await kit.db.query(
      `select entry, amount_cents as cents from cost where reference = 'B1' order by abs(amount_cents) desc, amount_cents desc`,
    );
    expect(rows.map(({ entry, cents }: any) => [entry, cents])).toEqual([
      ['BOOKING', 100_00],
      ['REVERSAL', -100_00],
      ['REPLACEMENT', 90_00],
      ['REVERSAL', -90_00],
      ['REPLACEMENT', 80_00],
    ]);
  });

  test('is shown with what it corrects and what corrects it, and with nothing else', async () => {
    const first = await book({ reference: 'B4' });
    const second = await correct(first.id, { amountCents: 90_00 });
    const third = await correct(second.id, { amountCents: 80_00 });
    const shown = async (line: string): Promise<number[]> => {
      const { costs } = await ask(
        kit,
        finance,
        'query ($line: ID!) { costs(filter: { line: $line }) { edges { node { amount { cents } } } } }',
        { line },
      );
      const edges: readonly { node: { amount: { cents: number } } }[] = costs.edges;
      return edges.map(({ node }) => node.amount.cents).toSorted((a, b) => a - b);
    };
    expect(await shown(first.id)).toEqual([-100_00, 90_00, 100_00]);
    expect(await shown(second.id)).toEqual([-100_00, -90_00, 80_00, 90_00, 100_00]);
    expect(await shown(third.id)).toEqual([-90_00, 80_00, 90_00]);
  });

  test('is taken back whole, and a counter-entry is not corrected', async () => {
    const { id } = await book({ reference: 'B2' });
    const { reverseCost: counter } = await ask(kit, finance, REVERSE, { id });
    expect(counter).toMatchObject({ entry: 'REVERSAL', amount: { cents: -100_00 } });
    expect(await sumOf('B2')).toBe(0);
    expect((await ask(kit, finance, REVERSE, { id: counter.id })).reverseCost.code).toBe(
      'REVERSAL_NOT_CORRECTED',
    );
    expect((await ask(kit, finance, REVERSE, { id })).reverseCost.code).toBe('ALREADY_CORRECTED');
  });

  test('says whether another took its place once it was taken back', async () => {
    const [standing, replaced, back] = [await book(), await book(), await book()];
    const replacement = await correct(replaced.id, { amountCents: 90_00 });
    await ask(kit, finance, REVERSE, { id: back.id });
    const { costs } = await ask(
      kit,
      finance,
      '{ costs(first: 200) { edges { node { id correction viewerCanCorrect } } } }',
    );
    const nodes: { id: string; correction: string | null; viewerCanCorrect: boolean }[] = costs.edges.map(
      ({ node }: { node: unknown }) => node,
    );
    const of = (line: { id: string }) => {
      const found = nodes.find(({ id }) => id === line.id);
      return [found?.correction, found?.viewerCanCorrect];
    };
    expect([standing, replaced, replacement, back].map(of)).toEqual([
      [null, true],
      ['REPLACED', false],
      [null, true],
      ['TAKEN_BACK', false],
    ]);
  });

  test('is corrected once, whoever corrects it at the same moment', async () => {
    const { id } = await book({ reference: 'B3' });
    const answers = await Promise.all([1, 2, 3, 4].map((cents) => correct(id, { amountCents: cents })));
    expect(answers.filter(({ code }) => code === 'ALREADY_CORRECTED')).toHaveLength(3);
    expect([1, 2, 3, 4]).toContain(await sumOf('B3'));
  });

  test('is of no grant that was declined while it was booked', async () => {
    const [{ id: grantId }] = await kit.db.query(
      `with funder as (insert into partner (name, kind) values ('Fondation Horizon', 'FOUNDATION') returning id)
       insert into funding_grant (reference, partner_id, kind, starts_on, ends_before, amount_cents)
       select 'G1', id, 'FINANCIAL_SPONSORSHIP', '2017-01-01', '2018-01-01', 100 from funder returning id`,
    );
    const refused = { code: 'GRANT_DOES_NOT_COUNT', field: 'grantId' };
    const booking = await kit.db.transaction(async (tx) => {
      await tx.query('select from funding_grant where id = $1 for update', [grantId]);
      const answer = book({ grantId });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.query(`update funding_grant set status = 'DECLINED' where id = $1`, [grantId]);
      return { answer };
    });
    expect(await booking.answer).toEqual(refused);
    expect(await book({ grantId })).toEqual(refused);
  });

  test('is never changed or taken out, nor half corrected, by whatever way', async () => {
    const { id } = await book();
    const fails = (text: string) =>
      expect(kit.db.query(text, [id])).rejects.toMatchObject({ constraint: expect.any(String) });
    await fails('update cost set amount_cents = 1 where id = $1');
    await fails('delete from cost where id = $1');
    const copy = (entry: string, cents: string) =>
      `insert into cost (booked_on, category, branch_id, amount_cents, nature, entry, corrects_id, reason)
       select booked_on, category, branch_id, ${cents}, nature, '${entry}', id, 'x' from cost where id = $1`;
    await fails(copy('REVERSAL', '-amount_cents + 1'));
    // About another day it would take back from others.
    await fails(copy('REVERSAL', '-amount_cents').replace('select booked_on', 'select booked_on + 31'));
    await fails(copy('REPLACEMENT', 'amount_cents'));
  });
});

describe('a closed month', () => {
  test('takes no booking; its corrections are booked in the open one; it opens again with a reason', async () => {
    const { id } = await book({ bookedOn: '2016-03-10', reference: 'C1' });
    expect(await close('2017-12-01')).toEqual({ code: 'MONTH_NOT_OVER' });
    expect(await close('2016-03-01')).toMatchObject({ closedBefore: '2016-04-01' });
    expect(await close('2016-02-01')).toEqual({ code: 'MONTH_CLOSED' });
    expect(await book({ bookedOn: '2016-03-31' })).toEqual({ code: 'MONTH_CLOSED', field: 'bookedOn' });
    const corrected = await correct(id, { bookedOn: '2016-03-10', amountCents: 70_00 });
    expect(corrected).toMatchObject({ bookedOn: '2016-04-01', documentOn: '2016-03-10' });
    const [march] = await kit.db.query(
      `select sum(amount_cents)::bigint as cents from cost where booked_on >= '2016-03-01' and booked_on < '2016-04-01'`,
    );
    expect(march.cents).toBe(100_00);
    expect(await sumOf('C1')).toBe(70_00);
    expect(await reopen('2016-05-01')).toEqual({ code: 'MONTH_NOT_CLOSED' });
    expect(await reopen('2016-03-01', ' ')).toEqual({ code: 'REASON_NEEDED' });
    expect(await reopen('2016-03-01')).toMatchObject({ closedBefore: '2016-03-01' });
    expect(await book({ bookedOn: '2016-03-31' })).toMatchObject({ bookedOn: '2016-03-31' });
    const { ledger } = await ask(
      kit,
      finance,
      '{ ledger { months(year: 2016) { month closed lines corrections total { cents } } events { action month reason } } }',
    );
    expect(ledger.events[0]).toEqual({
      action: 'REOPENED',
      month: '2016-03-01',
      reason: 'An invoice came late',
    });
    expect(ledger.months.find(({ month }: any) => month === '2016-04-01')).toMatchObject({
      lines: 2,
      corrections: 2,
      total: { cents: -30_00 },
      closed: false,
    });
    expect(ledger.months.find(({ month }: any) => month === '2016-02-01').closed).toBe(true);
    await kit.db.query('update ledger set closed_before = null');
    // Taken back in turn, in an open month: it is still about March.
    await ask(kit, finance, REVERSE, { id: corrected.id });
    expect(
      await kit.db.query(
        `select booked_on as "bookedOn", document_on as "documentOn" from cost where corrects_id = $1 and entry = 'REVERSAL'`,
        [corrected.id],
      ),
    ).toEqual([{ bookedOn: '2016-04-01', documentOn: '2016-03-10' }]);
  });

  test('says before it is closed what goes with it: the open months up to it, no closed one', async () => {
    const closing = async (month: string) =>
      (
        await ask(
          kit,
          finance,
          `query ($month: CalendarDay!) { ledger { closing(month: $month) { months lines total { cents } } } }`,
          { month },
        )
      ).ledger.closing;
    const before = await closing('2017-03-15');
    await book({ bookedOn: '2017-02-10', amountCents: 30_00 });
    await book({ bookedOn: '2017-03-31', amountCents: 12_34 });
    await book({ bookedOn: '2017-04-01', amountCents: 99_99 });
    expect(await closing('2017-03-15')).toEqual({
      months: before.months + 2,
      lines: before.lines + 2,
      total: { cents: before.total.cents + 42_34 },
    });
    expect(await close('2017-02-01')).toMatchObject({ closedBefore: '2017-03-01' });
    expect(await closing('2017-03-01')).toEqual({ months: 1, lines: 1, total: { cents: 12_34 } });
    await kit.db.query('update ledger set closed_before = null');
  });

  test('is closed for who saw it last', async () => {
    const seen = await version();
    const answers = await Promise.all(
      ['2015-01-01', '2015-02-01'].map(
        async (month) => (await ask(kit, finance, CLOSE, { month, version: seen })).closeMonth,
      ),
    );
    expect(answers.filter(({ code }) => code === 'CHANGED_MEANWHILE')).toHaveLength(1);
    await kit.db.query('update ledger set closed_before = null');
  });

  test('has no booking that came while it was closed', async () => {
    for (let round = 0; round < 12; round += 1) {
      const month = `2014-${String(round + 1).padStart(2, '0')}`;
      const bookings = Array.from({ length: 4 }, () => book({ bookedOn: `${month}-15` }));
      const [closed, ...booked] = await Promise.all([close(`${month}-01`), ...bookings]);
      expect(closed.closedBefore).toBeDefined();
      const [count] = await kit.db.query('select count(*) from cost where booked_on = $1', [`${month}-15`]);
      expect(count.count).toBe(booked.filter(({ id }) => id !== undefined).length);
      expect(booked.every((answer) => answer.id !== undefined || answer.code === 'MONTH_CLOSED')).toBe(true);
    }
    // By the database itself as well, whoever does not ask for the ledger first.
    await expect(
      kit.db.query(
        `insert into cost (booked_on, category, branch_id, amount_cents) values ('2014-12-31', 'IT', $1, 1)`,
        [branchId],
      ),
    ).rejects.toMatchObject({ constraint: 'ledger_month_closed' });
    await kit.db.query('update ledger set closed_before = null');
  });
});

test('who may read the books does not write them', async () => {
  const answer = await askRaw(kit, viewerWith('ANALYST'), BOOK, { input: line() });
  expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const coordinator = await askRaw(kit, viewerWith('COORDINATOR'), LEDGER);
  expect(coordinator.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});
