import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './calendar-day.ts';
import { availableIn, fundFlows } from './fund-flows.ts';
import { isInKind } from './funding.ts';
import { COST_CATEGORIES, GRANT_KINDS } from './vocabulary.ts';

describe('flows of funds', () => {
  const period = { from: '2017-01-01', to: '2018-01-01' };
  const today = '2017-09-01';
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
        const flows = fundFlows(funds, costs, period, today);
        expect(flows.every(({ cents: sum }) => sum > 0)).toBe(true);
        const into = (node: string) =>
          flows.reduce((sum, { to, cents: one }) => sum + (to.key === node ? one : 0), 0);
        const outOf = (node: string) =>
          flows.reduce((sum, { from, cents: one }) => sum + (from.key === node ? one : 0), 0);
        for (const kind of GRANT_KINDS) expect(outOf(kind)).toBe(into(kind));
        const paying = funds.filter(({ kind }) => !isInKind(kind));
        for (const kind of GRANT_KINDS.filter(isInKind)) expect(outOf(kind)).toBe(0);
        const left = paying
          .filter(({ endsBefore }) => endsBefore <= period.from)
          .reduce((sum, one) => sum + Math.max(0, one.amountCents - Math.max(0, one.boreBeforeCents)), 0);
        expect(outOf('LEFT_OVER')).toBeLessThanOrEqual(left);
        const granted = paying.reduce((sum, one) => sum + availableIn(one, period), 0);
        expect(
          flows.reduce((sum, { from, cents: one }) => sum + (from.stage === 'FUNDER' ? one : 0), 0),
        ).toBe(granted);
        const ledger = costs.reduce((sum, { cents: one }) => sum + one, 0);
        expect(granted + outOf('LEFT_OVER') + outOf('OTHER_MEANS') + outOf('GIVEN_BACK')).toBe(
          COST_CATEGORIES.reduce(
            (sum, category) => sum + into(category),
            into('NOT_YET_SPENT') + into('UNSPENT'),
          ),
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
        today,
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
      ['GIVEN_BACK', 'UNSPENT', 15_00],
      ['OTHER_MEANS', 'IT', 50_00],
    ]);
  });

  test('leave what a grant in kind bears to other means, since hours pay no line of the accounts', () => {
    const flows = fundFlows(
      [
        {
          id: 'g',
          funderId: 'f',
          kind: 'SKILLS_SPONSORSHIP',
          startsOn: '2017-01-01',
          endsBefore: '2018-01-01',
          amountCents: 100_00,
          boreBeforeCents: 0,
        },
      ],
      [{ grantId: 'g', category: 'SALARIES', cents: 60_00 }],
      period,
      today,
    );
    expect(flows.map(({ from, to, cents }) => [from.key, to.key, cents])).toEqual([
      ['OTHER_MEANS', 'SALARIES', 60_00],
    ]);
  });

  test.each([
    // Its last day is over, and in the period.
    ['2017-09-01', '2017-09-01', 'UNSPENT'],
    // Its last day is today.
    ['2017-09-02', '2017-09-01', 'NOT_YET_SPENT'],
    // It is over today, but went on when the period ended.
    ['2018-07-01', '2019-01-01', 'NOT_YET_SPENT'],
  ])('say of a grant until %s on %s that what is left of it is %s', (endsBefore, day, rest) => {
    const grants = [
      {
        id: 'g',
        funderId: 'f',
        kind: 'FUNDRAISING',
        startsOn: '2017-01-01',
        endsBefore,
        amountCents: 100_00,
        boreBeforeCents: 0,
      },
    ] as const;
    const unused = fundFlows(grants, [], period, day).filter(({ to }) => to.stage === 'USE');
    expect(unused.map(({ to }) => to.key)).toEqual([rest]);
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
