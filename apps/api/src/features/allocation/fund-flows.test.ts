import { addMonths, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import type { AllocationSpan } from '@tandem/domain/vocabulary';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Database } from '../../database/database.ts';
import { newId } from '../../database/new-id.ts';
import { allocateBy } from '../../../test/allocate-by.ts';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const finance = viewerWith('FINANCE');
let kit: Testkit;
let grantId: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
}, 60_000);
afterAll(() => kit.close());

/** Of public money: a grant in kind pays no line. */
async function addGrant(startsOn: CalendarDay, endsBefore: CalendarDay, cents: number): Promise<string> {
  const id = newId();
  await kit.db.query(
    `insert into funding_grant (id, reference, partner_id, kind, starts_on, ends_before, amount_cents)
     select $1, $2, partner_id, kind, $3, $4, $5 from funding_grant where kind = 'PUBLIC_SUBSIDY' order by id limit 1`,
    [id, `OVER ${id}`, startsOn, endsBefore, cents],
  );
  return id;
}
const setAmount = (cents: number) =>
  kit.db.query('update funding_grant set amount_cents = $2 where id = $1', [grantId, cents]);

/** What flows by kind of funds and category of cost. */
async function flowsOf(period: Period): Promise<Map<string, number>> {
  const { fundFlows } = await ask(
    kit,
    finance,
    'query ($period: PeriodInput!) { fundFlows(period: $period) { flows { from { key } to { key } cents } } }',
    { period },
  );
  const flows: { from: { key: string }; to: { key: string }; cents: number }[] = fundFlows.flows;
  return new Map(flows.map(({ from, to, cents }) => [`${from.key} ${to.key}`, cents]));
}
const leftOver = async (period: Period): Promise<number> =>
  [...(await flowsOf(period))].reduce(
    (sum, [key, cents]) => sum + (key.startsWith('LEFT_OVER') ? cents : 0),
    0,
  );

test('years add up in what funders gave and in the cost, and not in who paid it: what is left of a year is not carried into the next', async () => {
  const years = [2015, 2016, 2017, 2018].map((year) => ({ from: `${year}-01-01`, to: `${year + 1}-01-01` }));
  const all = await flowsOf({ from: '2015-01-01', to: '2019-01-01' });
  const ofYears = await Promise.all(years.map(flowsOf));
  const sumOf = (flows: Map<string, number>, keep: RegExp) =>
    [...flows].reduce((sum, [key, cents]) => sum + (keep.test(key) ? cents : 0), 0);
  const sums = (keep: RegExp) => ofYears.reduce((sum, flows) => sum + sumOf(flows, keep), 0);
  const GIVEN = / (PUBLIC_SUBSIDY|FINANCIAL_SPONSORSHIP|FUNDRAISING)$/;
  const SPENT = / (SALARIES|RENT_AND_OFFICES|MENTOR_TRAINING|COMMUNICATION|IT|OVERHEADS)$/;
  expect(sumOf(all, GIVEN)).toBeGreaterThan(0);
  expect(sums(GIVEN)).toBe(sumOf(all, GIVEN));
  expect(sums(SPENT) - sums(/^GIVEN_BACK/)).toBe(sumOf(all, SPENT) - sumOf(all, /^GIVEN_BACK/));
  const more = sums(/^OTHER_MEANS/) - sumOf(all, /^OTHER_MEANS/);
  expect(more).toBeGreaterThan(0);
  // What other means pay more of by year stays with the grants, but for what was left of those that were over.
  const unspent = / (NOT_YET_SPENT|UNSPENT)$/;
  expect(sums(unspent) - sumOf(all, unspent)).toBe(more + sums(/^LEFT_OVER/) - sumOf(all, /^LEFT_OVER/));
});

/** What the grant bears of what is booked in a period. */
async function borneIn(period: Period): Promise<number> {
  const query =
    'query ($period: PeriodInput!, $grantId: ID!) { allocationTrace(period: $period, grantId: $grantId) { total { cents } } }';
  return (await ask(kit, finance, query, { period, grantId })).allocationTrace.total.cents;
}

test('what is booked late of a grant that was over is paid out of what was left of it', async () => {
  grantId = await addGrant('2015-01-01', '2016-01-01', 100_00);
  const period = { from: '2017-11-01', to: '2018-01-01' };
  const book = (bookedOn: CalendarDay, cents: number) =>
    kit.db.query(
      `insert into cost (booked_on, category, branch_id, amount_cents, grant_id)
       select $1, 'MENTOR_TRAINING', id, $2, $3 from branch order by name limit 1`,
      [bookedOn, cents, grantId],
    );
  await book('2015-06-15', 60_00);
  // When it was over, but before the period.
  await book('2017-10-20', 10_00);
  const before = await flowsOf(period);
  await book('2017-11-20', 50_00);
  const after = await flowsOf(period);
  const more = (key: string) => (after.get(key) ?? 0) - (before.get(key) ?? 0);
  expect(more('LEFT_OVER MENTOR_TRAINING')).toBe(30_00);
  expect(more('OTHER_MEANS MENTOR_TRAINING')).toBe(20_00);
});

test('what several grants that were over bore before is allocated at once, each as by itself', async () => {
  const period = { from: '2017-11-01', to: '2018-01-01' };
  const times = [
    ['2015-01-01', '2016-01-01'],
    ['2015-04-01', '2016-04-01'],
    ['2015-10-01', '2017-04-01'],
  ] as const;
  const before = await leftOver(period);
  for (const [from, to] of times) {
    const id = await addGrant(from, to, 100_00);
    for (const [bookedOn, cents] of [
      [from, 60_00],
      ['2017-11-20', 50_00],
    ] as const)
      await kit.db.query(
        `insert into cost (booked_on, category, branch_id, amount_cents, grant_id)
         select $1, 'MENTOR_TRAINING', id, $2, $3 from branch where name = 'Bruxelles'`,
        [bookedOn, cents, id],
      );
  }
  const counted = vi.spyOn(Database.prototype, 'count');
  const after = await leftOver(period);
  const readings = counted.mock.calls.filter(([text]) => text.includes(' from cost where '));
  counted.mockRestore();
  expect(after - before).toBe(3 * 40_00);
  // Of the period itself, and of the time of those that were over.
  expect(readings).toHaveLength(2);
});

/** Pays half of every duo in the first half of 2016, and is over when a period of its year begins. */
describe('a grant that was over in the middle of a year', () => {
  const [from, over] = ['2016-01-01', '2016-07-01'];
  const SEPTEMBER = { from: '2016-09-01', to: '2016-10-01' };

  beforeAll(async () => {
    grantId = await addGrant(from, over, 0);
    await kit.db.query('delete from earmark');
    await kit.db.query(
      `insert into earmark (duo_id, grant_id, share) select id, $1, 0.5 from duo where started_on < $2 and coalesce(closed_on, '9999-01-01') > $3`,
      [grantId, over, from],
    );
  });

  test('by months bears nothing of ordinary lines afterwards', async () => {
    expect(await borneIn(SEPTEMBER)).toBe(0);
    expect(await leftOver(SEPTEMBER)).toBe(0);
  });

  describe.each<AllocationSpan>(['YEAR', 'PERIOD'])('by %s', (span) => {
    beforeAll(() => allocateBy(kit, span));
    beforeEach(() => setAmount(0));

    test('pays its part of ordinary lines of a later month out of what was left of it', async () => {
      const [before, own] = [await borneIn({ from, to: SEPTEMBER.from }), await borneIn(SEPTEMBER)];
      expect(before).toBeGreaterThan(0);
      expect(own).toBeGreaterThan(1000);
      for (const [amount, left] of [
        [before - 1, 0],
        [before, 0],
        [before + 1, 1],
        [before + own - 1, own - 1],
        [before + own + 1, own],
      ] as const) {
        await setAmount(amount);
        expect(await leftOver(SEPTEMBER)).toBe(left);
      }
    });

    test('does not pay twice out of the same', async () => {
      const before = await borneIn({ from, to: SEPTEMBER.from });
      await setAmount(before + 1000);
      expect(await leftOver(SEPTEMBER)).toBe(1000);
      expect(await leftOver({ from: SEPTEMBER.to, to: addMonths(SEPTEMBER.to, 1) })).toBe(0);
    });
  });
});
