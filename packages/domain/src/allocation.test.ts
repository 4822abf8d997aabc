import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocate,
  allocationRuleOf,
  changesOf,
  spanOf,
  splitCents,
  type AllocationRule,
  type DuoGroup,
  type LedgerLine,
  type ToldRule,
} from './allocation.ts';
import { ALLOCATION_BASES, COST_NATURES } from './vocabulary.ts';

const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
const weight = fc.bigInt({ min: 0n, max: 10n ** 12n });

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

describe('what a version of the rule changes', () => {
  const rule: ToldRule = { basis: 'ACTIVE_DUO_MONTHS', span: 'MONTH', spread: ['SHARED', 'INDIRECT'] };
  const shared = (...shares: readonly (readonly [branchId: string, share: number])[]): ToldRule => ({
    ...rule,
    basis: 'BRANCH_SHARES',
    branchShares: shares.map(([branchId, share]) => ({ branchId, share })),
  });
  const halves = shared(['a', 0.5], ['b', 0.5]);

  test.each<[string, ToldRule, ToldRule, string[]]>([
    ['nothing', rule, { ...rule, branchShares: null }, []],
    ['the order of natures', rule, { ...rule, spread: ['INDIRECT', 'SHARED'] }, []],
    ['shares that it does not go by', rule, { ...halves, basis: rule.basis }, []],
    ['by what', rule, { ...rule, basis: 'STARTED_DUOS' }, ['basis']],
    ['among whom', rule, { ...rule, span: 'YEAR' }, ['span']],
    ['what is spread', rule, { ...rule, spread: [] }, ['spread']],
    ['to shares of branches', rule, halves, ['basis', 'shares']],
    ['the least of a share', halves, shared(['a', 0.5001], ['b', 0.4999]), ['shares']],
    ['less of a share than is kept', halves, shared(['a', 0.50001], ['b', 0.49999]), []],
    ['the order of branches', halves, shared(['b', 0.5], ['a', 0.5]), []],
    ['none to a share of 0', shared(['a', 1]), shared(['a', 1], ['b', 0]), []],
    ['everything', rule, { ...halves, span: 'PERIOD', spread: [] }, ['basis', 'shares', 'span', 'spread']],
  ])('%s', (_, before, after, changes) => {
    const [was, willBe] = [allocationRuleOf(before), allocationRuleOf(after)];
    expect(changesOf(was, willBe)).toEqual(changes);
    expect(changesOf(willBe, was)).toEqual(changes);
  });
});
