import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocate,
  spanOf,
  splitCents,
  type AllocationRule,
  type DuoGroup,
  type LedgerLine,
} from './allocation.ts';
import { addDays } from './calendar-day.ts';
import { availableIn, fundFlows } from './fund-flows.ts';
import { checkGrant, earmark } from './funding.ts';
import { bookOn, closeMonth, correctionDay, reopenMonth } from './ledger.ts';
import { wholeCents } from './money.ts';
import { ALLOCATION_BASES, COST_CATEGORIES, COST_NATURES, GRANT_KINDS } from './vocabulary.ts';

const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
const weight = fc.bigInt({ min: 0n, max: 10n ** 12n });

describe('an amount in euros', () => {
  test('of whole cents is taken, up to a thousand million and as it is written', () => {
    const inCents = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 });
    fc.assert(
      fc.property(inCents, (whole) => {
        const [units, rest] = [Math.trunc(Math.abs(whole) / 100), String(Math.abs(whole) % 100)];
        const written = Number(`${whole < 0 ? '-' : ''}${units}.${rest.padStart(2, '0')}`);
        expect(wholeCents(written)).toBe(whole === 0 ? 0 : whole);
      }),
    );
    expect(wholeCents(171_776_968.92)).toBe(171_776_968_92);
  });

  test('of more than cents is not, nor what has no exact cents', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }),
        fc.integer({ min: 1, max: 9 }),
        (whole, thousandth) => {
          const amount = Number(
            `${Math.trunc(whole / 100)}.${String(Math.abs(whole) % 100).padStart(2, '0')}${thousandth}`,
          );
          expect(wholeCents(amount)).toBeUndefined();
        },
      ),
    );
    for (const amount of [NaN, Infinity, 1e20, 0.1 + 0.2]) expect(wholeCents(amount)).toBeUndefined();
  });
});

describe('splitting cents', () => {
  test('gives the seats of Balinski and Young: the largest remainders are rounded up', () => {
    // Fair Representation (2001), chapter 2: the House of 1791 with 120 seats by Hamilton's method, states by name.
    const populations = [
      236841n,
      55540n,
      70835n,
      68705n,
      278514n,
      475327n,
      141822n,
      179570n,
      331589n,
      353523n,
      432879n,
      68446n,
      206236n,
      85533n,
      630560n,
    ];
    expect(splitCents(120, populations)).toEqual([8, 2, 2, 2, 9, 16, 5, 6, 11, 12, 14, 2, 7, 3, 21]);
  });

  test('adds up exactly, keeps each part within a cent of its share, and treats a correction as its opposite', () => {
    fc.assert(
      fc.property(cents, fc.array(weight, { minLength: 1, maxLength: 30 }), (amount, weights) => {
        const parts = splitCents(amount, weights);
        const sum = weights.reduce((total, one) => total + one, 0n);
        expect(parts?.reduce((total, part) => total + part, 0)).toBe(sum === 0n ? undefined : amount);
        parts?.forEach((part, index) => {
          const exact = BigInt(amount) * (weights[index] ?? 0n);
          const distance = BigInt(part) * sum - exact;
          expect(distance < sum && -distance < sum).toBe(true);
        });
        // Beyond what numbers hold exactly, of which the parts are the same.
        expect(
          splitCents(
            amount,
            weights.map((weight) => weight * 2n ** 60n),
          ),
        ).toEqual(parts);
        expect(splitCents(-amount, weights)).toEqual(parts?.map((part) => (part === 0 ? 0 : -part)));
      }),
    );
  });

  test('refuses what is no whole number of cents and a negative weight', () => {
    expect(() => splitCents(0.5, [1n])).toThrow(RangeError);
    expect(() => splitCents(1, [2n, -1n])).toThrow(RangeError);
  });
});

describe('allocation', () => {
  const BRANCHES = ['a', 'b', 'c'] as const;
  const GRANTS = ['g', 'h', null] as const;
  const span = fc.constantFrom('2017-03-01', '2017-04-01');
  const line = fc.record<LedgerLine>({
    id: fc.uuid(),
    span,
    branchId: fc.constantFrom(...BRANCHES),
    nature: fc.constantFrom(...COST_NATURES),
    grantId: fc.constantFrom(null, null, 'g'),
    cents,
  });
  const group = fc.record<DuoGroup>({
    span,
    branchId: fc.constantFrom(...BRANCHES),
    grantId: fc.constantFrom(...GRANTS),
    started: fc.bigInt({ min: 0n, max: 5_000_000n }),
    activeDays: fc.bigInt({ min: 0n, max: 500_000_000n }),
  });
  const rule = fc
    .tuple(
      fc.constantFrom(...ALLOCATION_BASES),
      fc.subarray([...COST_NATURES]),
      fc.integer({ min: 1, max: 9999 }),
    )
    .map(([basis, spread, share]): AllocationRule => ({
      basis,
      span: 'MONTH',
      spread,
      branchShares: basis === 'BRANCH_SHARES' ? { a: share, b: 10_000 - share } : null,
    }));

  test('gives every line away whole, and none of a line that stays to another branch', () => {
    const lines = fc.uniqueArray(line, { maxLength: 12, selector: ({ id }) => id });
    fc.assert(
      fc.property(lines, rule, fc.array(group, { maxLength: 9 }), (ledger, by, groups) => {
        const parts = [...allocate(ledger, by, groups)];
        for (const one of ledger) {
          const own = parts.filter(({ lineId }) => lineId === one.id);
          expect(own.reduce((sum, part) => sum + part.cents, 0)).toBe(one.cents);
          expect(own.every(({ grantId }) => one.grantId === null || grantId === one.grantId)).toBe(true);
          const stays = one.grantId !== null || !by.spread.includes(one.nature);
          expect(own.every(({ branchId }) => !stays || branchId === one.branchId)).toBe(true);
        }
      }),
    );
  });

  test('follows what the rule weighs by, in the span of the line', () => {
    const MARCH = '2017-03-01';
    const groups: DuoGroup[] = [
      { span: MARCH, branchId: 'a', grantId: 'g', started: 30_000n, activeDays: 10_000n * 90n },
      { span: MARCH, branchId: 'a', grantId: null, started: 10_000n, activeDays: 10_000n * 90n },
      { span: MARCH, branchId: 'b', grantId: 'h', started: 0n, activeDays: 10_000n * 180n },
      // Those of another month bear nothing of this one.
      { span: '2017-04-01', branchId: 'a', grantId: 'h', started: 90_000n, activeDays: 90_000n },
    ];
    const rent: LedgerLine = {
      id: 'rent',
      span: MARCH,
      branchId: 'a',
      nature: 'INDIRECT',
      grantId: null,
      cents: 100_01,
    };
    const by = (given: AllocationRule) =>
      [...allocate([rent], given, groups)].map(({ branchId, grantId, cents: part }) => [
        branchId,
        grantId,
        part,
      ]);
    expect(by({ basis: 'STARTED_DUOS', span: 'MONTH', spread: [], branchShares: null })).toEqual([
      ['a', 'g', 75_01],
      ['a', null, 25_00],
    ]);
    expect(
      by({ basis: 'ACTIVE_DUO_MONTHS', span: 'MONTH', spread: ['INDIRECT'], branchShares: null }),
    ).toEqual([
      ['a', 'g', 25_00],
      ['a', null, 25_00],
      ['b', 'h', 50_01],
    ]);
    expect(
      by({
        basis: 'BRANCH_SHARES',
        span: 'MONTH',
        spread: ['INDIRECT'],
        branchShares: { a: 8000, b: 1000, c: 1000 },
      }),
    ).toEqual([
      ['a', 'g', 40_01],
      ['a', null, 40_00],
      ['b', 'h', 10_00],
      ['c', null, 10_00],
    ]);
  });
});

test('the span of a day is its month, its calendar year, or the period that is asked for', () => {
  const period = { from: '2016-07-01', to: '2017-07-01' };
  expect(spanOf('MONTH', '2016-12-31', period)).toEqual({ from: '2016-12-01', to: '2017-01-01' });
  expect(spanOf('YEAR', '2016-12-31', period)).toEqual({ from: '2016-01-01', to: '2017-01-01' });
  expect(spanOf('PERIOD', '2016-12-31', period)).toBe(period);
});

describe('the ledger', () => {
  test('closes months that are over, one boundary for all before it, and opens them again', () => {
    const open = { closedBefore: null };
    expect(closeMonth(open, '2017-12-01', '2017-12-31')).toMatchObject({
      refusal: { code: 'MONTH_NOT_OVER' },
    });
    const closed = closeMonth(open, '2017-10-15', '2017-12-31');
    expect(closed).toEqual({ ok: true, value: { closedBefore: '2017-11-01' } });
    const ledger = { closedBefore: '2017-11-01' };
    expect(closeMonth(ledger, '2017-09-01', '2017-12-31')).toMatchObject({
      refusal: { code: 'MONTH_CLOSED' },
    });
    expect(reopenMonth(ledger, '2017-11-01')).toMatchObject({ refusal: { code: 'MONTH_NOT_CLOSED' } });
    expect(reopenMonth(ledger, '2017-09-30')).toEqual({ ok: true, value: { closedBefore: '2017-09-01' } });
    expect(bookOn(ledger, '2017-10-31', '2017-12-31')).toMatchObject({ refusal: { code: 'MONTH_CLOSED' } });
    expect(bookOn(ledger, '2017-11-01', '2017-12-31')).toEqual({ ok: true, value: '2017-11-01' });
    expect(correctionDay(ledger, '2016-02-29')).toBe('2017-11-01');
    expect(correctionDay(ledger, '2017-11-20')).toBe('2017-11-20');
  });
});

describe('a grant', () => {
  const grant = {
    status: 'AWARDED',
    startsOn: '2017-01-01',
    endsBefore: '2018-01-01',
    branchId: 'a',
  } as const;
  const duo = { branchId: 'a', startedOn: '2016-09-01', plannedEndOn: '2017-03-01', closedOn: null };

  test('pays duos of its period and branch, and no more of one than others leave', () => {
    expect(earmark(grant, duo, 0.75, 0.25)).toEqual({ ok: true, value: 0.25 });
    expect(earmark(grant, duo, 0.75, 0.2501)).toMatchObject({
      refusal: { code: 'DUO_FUNDED_ALREADY', params: { free: 0.25 } },
    });
    expect(earmark(grant, { ...duo, closedOn: '2016-12-31' }, 0, 1)).toMatchObject({
      refusal: { code: 'DUO_OUTSIDE_GRANT_PERIOD' },
    });
    expect(earmark(grant, { ...duo, branchId: 'b' }, 0, 1)).toMatchObject({
      refusal: { code: 'DUO_OF_OTHER_BRANCH' },
    });
    expect(earmark({ ...grant, status: 'REQUESTED' }, duo, 0, 1)).toMatchObject({
      refusal: { code: 'GRANT_DOES_NOT_COUNT' },
    });
  });

  test('has instalments within its amount and targets with their measures', () => {
    const terms = {
      startsOn: '2017-01-01',
      endsOn: '2017-12-31',
      amountCents: 100_00,
      instalments: [{ dueOn: '2017-02-01', amountCents: 100_00, receivedOn: null }],
      conditions: [],
      deadlines: [],
    };
    const code = (change: Partial<Parameters<typeof checkGrant>[0]>) => {
      const decision = checkGrant({ ...terms, ...change }, '2017-06-01');
      return decision.ok ? undefined : decision.refusal.code;
    };
    expect(code({})).toBeUndefined();
    expect(code({ amountCents: 99_99 })).toBe('INSTALMENTS_EXCEED_GRANT');
    expect(code({ endsOn: '2016-12-31' })).toBe('GRANT_PERIOD_EMPTY');
    expect(code({ conditions: [{ measure: 'DUOS_STARTED', target: null, metOn: null }] })).toBe(
      'TARGET_NEEDED',
    );
    expect(code({ conditions: [{ measure: 'WOMEN_SHARE', target: 40, metOn: null }] })).toBe('TOO_LARGE');
    expect(code({ deadlines: [{ sentOn: '2017-06-02' }] })).toBe('DAY_IN_FUTURE');
  });
});

describe('flows of funds', () => {
  const period = { from: '2017-01-01', to: '2018-01-01' };
  const grant = fc
    .record({
      id: fc.constantFrom('g', 'h', 'i'),
      funderId: fc.constantFrom('f', 'e'),
      kind: fc.constantFrom(...GRANT_KINDS),
      start: fc.integer({ min: -900, max: 400 }),
      days: fc.integer({ min: 1, max: 900 }),
      amountCents: fc.integer({ min: 0, max: 1_000_000_00 }),
      boreBeforeCents: fc.integer({ min: -1_000_00, max: 1_000_000_00 }),
    })
    .map(({ start, days, ...rest }) => ({
      ...rest,
      startsOn: addDays('2017-01-01', start),
      endsBefore: addDays('2017-01-01', start + days),
    }));
  const cost = fc.record({
    grantId: fc.constantFrom('g', 'h', 'i', null),
    category: fc.constantFrom(...COST_CATEGORIES),
    cents: fc.integer({ min: -100_000_00, max: 1_000_000_00 }),
  });

  test('add up on both sides: what comes in is what is used or left, and all cost is paid', () => {
    const grants = fc.uniqueArray(grant, { maxLength: 3, selector: ({ id }) => id });
    fc.assert(
      fc.property(grants, fc.array(cost, { maxLength: 20 }), (funds, costs) => {
        const flows = fundFlows(funds, costs, period);
        expect(flows.every(({ cents: sum }) => sum > 0)).toBe(true);
        const into = (node: string) =>
          flows.reduce((sum, { to, cents: one }) => sum + (to.key === node ? one : 0), 0);
        const outOf = (node: string) =>
          flows.reduce((sum, { from, cents: one }) => sum + (from.key === node ? one : 0), 0);
        for (const kind of GRANT_KINDS) expect(outOf(kind)).toBe(into(kind));
        const left = funds
          .filter(({ endsBefore }) => endsBefore <= period.from)
          .reduce((sum, one) => sum + Math.max(0, one.amountCents - Math.max(0, one.boreBeforeCents)), 0);
        expect(outOf('LEFT_OVER')).toBeLessThanOrEqual(left);
        const granted = funds.reduce((sum, one) => sum + availableIn(one, period), 0);
        expect(
          flows.reduce((sum, { from, cents: one }) => sum + (from.stage === 'FUNDER' ? one : 0), 0),
        ).toBe(granted);
        const ledger = costs.reduce((sum, { cents: one }) => sum + one, 0);
        expect(granted + outOf('LEFT_OVER') + outOf('OTHER_MEANS') + outOf('GIVEN_BACK')).toBe(
          COST_CATEGORIES.reduce((sum, category) => sum + into(category), into('NOT_YET_SPENT')),
        );
        expect(COST_CATEGORIES.reduce((sum, category) => sum + into(category), 0) - outOf('GIVEN_BACK')).toBe(
          ledger,
        );
      }),
    );
  });

  test('pay what is booked late of a grant that is over out of what was left of it, and no more', () => {
    const over = {
      id: 'g',
      funderId: 'f',
      kind: 'FUNDRAISING',
      startsOn: '2016-01-01',
      endsBefore: '2017-01-01',
      amountCents: 100_00,
    } as const;
    const flowsOf = (boreBeforeCents: number, cents: number) =>
      fundFlows(
        [{ ...over, boreBeforeCents }],
        [
          { grantId: 'g', category: 'IT', cents },
          { grantId: null, category: 'IT', cents: 50_00 },
        ],
        period,
      ).map(({ from, to, cents: sum }) => [from.key, to.key, sum]);
    expect(flowsOf(80_00, 15_00)).toEqual([
      ['LEFT_OVER', 'IT', 15_00],
      ['OTHER_MEANS', 'IT', 50_00],
    ]);
    expect(flowsOf(80_00, 30_00)).toEqual([
      ['LEFT_OVER', 'IT', 20_00],
      ['OTHER_MEANS', 'IT', 60_00],
    ]);
    expect(flowsOf(120_00, 30_00)).toEqual([['OTHER_MEANS', 'IT', 80_00]]);
    // What it gets back is not taken off what others bear.
    expect(flowsOf(80_00, -15_00)).toEqual([
      ['GIVEN_BACK', 'NOT_YET_SPENT', 15_00],
      ['OTHER_MEANS', 'IT', 50_00],
    ]);
  });

  test('spread a grant over its days, and lose no cent between periods', () => {
    fc.assert(
      fc.property(grant, fc.integer({ min: -1000, max: 1400 }), (one, cut) => {
        const day = addDays('2017-01-01', cut);
        const all = { from: '2000-01-01', to: '2030-01-01' };
        expect(availableIn(one, all)).toBe(one.amountCents);
        expect(
          availableIn(one, { from: all.from, to: day }) + availableIn(one, { from: day, to: all.to }),
        ).toBe(one.amountCents);
      }),
    );
    const year = { id: 'g', funderId: 'f', kind: 'FUNDRAISING', amountCents: 365_00 } as const;
    expect(availableIn({ ...year, startsOn: '2017-07-01', endsBefore: '2018-07-01' }, period)).toBe(184_00);
  });
});
