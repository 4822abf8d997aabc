import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import type { AllocationSpan } from '@tandem/domain/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../database/new-id.ts';
import { allocateBy } from '../../../test/allocate-by.ts';
import { importSample } from '../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const finance = viewerWith('FINANCE');
const ALL = { from: '2015-01-01', to: '2018-01-01' };
const YEAR = { from: '2017-01-01', to: '2018-01-01' };
const MARCH = { from: '2017-03-01', to: '2017-04-01' };
const OCTOBER = { from: '2017-10-01', to: '2017-11-01' };
let kit: Testkit;
let branchId: string;
let grantId: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  [{ id: branchId }] = await kit.db.query(`select id from branch where name = 'Bruxelles'`);
  [{ id: grantId }] = await kit.db.query(`select id from funding_grant where reference = 'BF01'`);
}, 60_000);
afterAll(() => kit.close());

const LINE = `query ($id: ID!, $period: PeriodInput!) { lineAllocation(id: $id, period: $period) {
  ruleVersion span from to byRule amount { cents } parts { branchId grantId cents } } }`;
interface Part {
  readonly branchId: string;
  readonly grantId: string | null;
  readonly cents: number;
}
interface LineAllocation extends Period {
  readonly span: AllocationSpan;
  readonly byRule: boolean;
  readonly amount: { readonly cents: number };
  readonly parts: readonly Part[];
}
const lineAllocation = async (id: string, period: Period): Promise<LineAllocation> =>
  (await ask(kit, finance, LINE, { id, period })).lineAllocation;
const sumOf = (parts: readonly { readonly cents: number }[]) =>
  parts.reduce((sum, { cents }) => sum + cents, 0);

/** The lines of the ledger that what a grant bears in a period comes from. */
async function traced(period: Period): Promise<{ id: string; bookedOn: CalendarDay; cents: number }[]> {
  const query =
    'query ($period: PeriodInput!, $grantId: ID!) { allocationTrace(period: $period, grantId: $grantId) { lines { id bookedOn cents } } }';
  return (await ask(kit, finance, query, { period, grantId })).allocationTrace.lines;
}

interface Booking {
  readonly on: CalendarDay;
  readonly about?: CalendarDay;
  readonly alone?: true;
}
async function book({ on, about, alone }: Booking): Promise<string> {
  const id = newId();
  await kit.db.query(
    `insert into cost (id, booked_on, document_on, category, branch_id, amount_cents, grant_id) values ($1, $2, $3, 'SALARIES', $4, 100001, $5)`,
    [id, on, about ?? null, branchId, alone ? grantId : null],
  );
  return id;
}

/** By the rule among many, by the grant that the line names, or by its branch for want of duos. */
type Bearer = 'RULE' | 'GRANT' | 'BRANCH';

function borneBy({ span, from, to, byRule, parts }: LineAllocation) {
  const of = (part: Part) =>
    part.grantId === grantId
      ? 'GRANT'
      : part.grantId === null && part.branchId === branchId
        ? 'BRANCH'
        : 'OTHERS';
  const by = byRule && parts.length > 2 ? 'RULE' : parts.map(of).join();
  return { span, from, to, by, cents: sumOf(parts) };
}

describe('a line of the ledger', () => {
  test.each<[string, AllocationSpan, Booking, Period, (Period & { readonly by: Bearer }) | null]>([
    ['in its month, whatever is asked', 'MONTH', { on: '2017-10-15' }, MARCH, { ...OCTOBER, by: 'RULE' }],
    [
      'in the month that it is about',
      'MONTH',
      { on: '2017-10-01', about: '2017-03-15' },
      OCTOBER,
      { ...MARCH, by: 'RULE' },
    ],
    [
      'in a month without duos',
      'MONTH',
      { on: '2009-05-05' },
      MARCH,
      { from: '2009-05-01', to: '2009-06-01', by: 'BRANCH' },
    ],
    [
      'by the grant that it names',
      'MONTH',
      { on: '2017-10-15', alone: true },
      MARCH,
      { ...OCTOBER, by: 'GRANT' },
    ],
    ['in its year, whatever is asked', 'YEAR', { on: '2017-10-15' }, MARCH, { ...YEAR, by: 'RULE' }],
    [
      'in a year without duos',
      'YEAR',
      { on: '2009-05-05' },
      MARCH,
      { from: '2009-01-01', to: '2010-01-01', by: 'BRANCH' },
    ],
    ['in the period that is asked for', 'PERIOD', { on: '2017-10-15' }, ALL, { ...ALL, by: 'RULE' }],
    [
      'by the grant that it names, in the period',
      'PERIOD',
      { on: '2017-10-15', alone: true },
      OCTOBER,
      { ...OCTOBER, by: 'GRANT' },
    ],
    ['on the first day of the period', 'PERIOD', { on: '2017-10-01' }, OCTOBER, { ...OCTOBER, by: 'RULE' }],
    ['by nobody on the first day after it', 'PERIOD', { on: '2017-11-01' }, OCTOBER, null],
    ['by nobody on the last day before it', 'PERIOD', { on: '2017-09-30' }, OCTOBER, null],
    [
      'by nobody when only what it is about is in it',
      'PERIOD',
      { on: '2017-11-01', about: '2017-10-15' },
      OCTOBER,
      null,
    ],
    ['today', 'MONTH', { on: '2017-12-31' }, MARCH, { from: '2017-12-01', to: '2018-01-01', by: 'RULE' }],
    ['by nobody when it is booked after today', 'MONTH', { on: '2018-01-01' }, MARCH, null],
  ])('is borne %s', async (_, span, booking, period, expected) => {
    await allocateBy(kit, span);
    const line = await lineAllocation(await book(booking), period);
    expect(line && borneBy(line)).toEqual(expected && { span, ...expected, cents: 100_001 });
  });

  test.each<[AllocationSpan, Period]>([
    ['MONTH', YEAR],
    ['YEAR', OCTOBER],
    ['PERIOD', OCTOBER],
    ['PERIOD', YEAR],
    ['PERIOD', ALL],
  ])(
    'by %s is borne by those whose traces name it, each of the part that they bear: %j',
    async (span, period) => {
      await allocateBy(kit, span);
      const lines = await traced(period);
      expect(lines.length).toBeGreaterThan(3);
      for (const { id, cents } of lines.slice(-10)) {
        const { amount, parts } = await lineAllocation(id, period);
        expect(sumOf(parts)).toBe(amount.cents);
        expect(sumOf(parts.filter((part) => part.grantId === grantId))).toBe(cents);
      }
    },
  );

  test('is by the period borne otherwise in another one', async () => {
    await allocateBy(kit, 'PERIOD');
    const line = (await traced(OCTOBER)).find(({ cents }) => cents > 1000);
    const inMonth = await lineAllocation(line?.id ?? '', OCTOBER);
    const inYear = await lineAllocation(line?.id ?? '', YEAR);
    expect(inMonth.amount).toEqual(inYear.amount);
    expect(inMonth.parts).not.toEqual(inYear.parts);
  });

  test('that there is not is borne by nobody', async () => {
    expect(await lineAllocation(newId(), MARCH)).toBeNull();
  });

  test('is told to who sees money alone', async () => {
    const id = await book({ on: '2017-10-15' });
    for (const viewer of [
      null,
      viewerWith('COORDINATOR'),
      viewerWith('PARTNER_MEMBER', { partnerId: newId() }),
    ]) {
      const { data, errors } = await askRaw(kit, viewer, LINE, { id, period: OCTOBER });
      expect(data).toEqual({ lineAllocation: null });
      expect(errors).toHaveLength(1);
    }
  });
});
