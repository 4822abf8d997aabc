import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMap } from '../../test/any-map.ts';
import { EXAMPLE, EXAMPLE_MAP, readReference } from '../../test/worked-example.ts';
import { discountFactors, GREEN_BOOK, presentValue, rateOf } from './discounting.ts';
import { resultOf, valueByStakeholder } from './result.ts';
import {
  atPriceLevel,
  impactByYear,
  impactOf,
  presentValueOf,
  shareLeft,
  type ValueMap,
} from './value-map.ts';
import { waterfallOf } from './waterfall.ts';
import { worthsOf } from './worths.ts';

interface Additionality {
  readonly green_book: { readonly factors: Readonly<Record<string, number>> };
  readonly additionality: {
    readonly rows: readonly {
      readonly scenario: string;
      readonly deadweight: number;
      readonly displacement: number;
      readonly leakage: number;
      readonly substitution: number;
      readonly published: number;
      readonly computed: number;
      readonly match: boolean;
    }[];
    readonly employment_programme_default: {
      readonly deadweight: number;
      readonly displacement: number;
      readonly leakage: number;
      readonly substitution: number;
      readonly net: number;
    };
  };
}
const published = readReference('discounting_and_additionality') as Additionality;
const undiscountedFirst: ValueMap = {
  ...EXAMPLE_MAP,
  discounting: { ...EXAMPLE_MAP.discounting, convention: 'START_OF_YEAR' },
};

describe('the worked example', () => {
  test.each(EXAMPLE.rows.map((expected, index) => ({ expected, row: EXAMPLE_MAP.rows[index] })))(
    '$expected.outcome',
    ({ expected, row }) => {
      if (row === undefined) throw new Error('no row');
      expect(impactOf(row)).toBeCloseTo(expected.impact, 6);
      impactByYear(row, 5).forEach((amount, index) =>
        expect(amount).toBeCloseTo(expected.years[index] ?? Number.NaN, 6),
      );
    },
  );

  test('value by year, ratio, net present value and payback', () => {
    const result = resultOf(EXAMPLE_MAP);
    expect(result.presentValue).toBeCloseTo(EXAMPLE.PV_end_of_year, 4);
    expect(result.netRatio).toBeCloseTo(EXAMPLE.SROI, 6);
    expect(result.netPresentValue).toBeCloseTo(EXAMPLE.NPV, 4);
    expect(result.netPresentValue / EXAMPLE.inputs).toBeCloseTo(EXAMPLE.net_SROI, 6);
    expect(result.paybackMonths).toBeCloseTo(EXAMPLE.payback_months, 5);
    result.years.forEach(({ impact, presentValue }, index) => {
      expect(impact).toBeCloseTo(EXAMPLE.year_totals[index] ?? Number.NaN, 4);
      expect(presentValue).toBeCloseTo(EXAMPLE.pv_each_year[index] ?? Number.NaN, 4);
    });
  });

  test('with the first year left as it is', () => {
    const { presentValue, netRatio } = resultOf(undiscountedFirst);
    expect(presentValue).toBeCloseTo(EXAMPLE.PV_if_year1_undiscounted, 4);
    expect(netRatio).toBeCloseTo(EXAMPLE.SROI_if_year1_undiscounted, 6);
  });

  test('a horizon cuts off what comes later', () => {
    expect(presentValueOf({ ...EXAMPLE_MAP, horizonYears: 1 })).toBeCloseTo(EXAMPLE.pv_each_year[0] ?? 0, 4);
  });
});

describe('discounting', () => {
  test.each(Object.entries(published.green_book.factors))('by the Green Book, year %s', (year, factor) => {
    // The published factor of year 0 is what START_OF_YEAR gives the first year.
    const factors = discountFactors({ schedule: GREEN_BOOK, convention: 'START_OF_YEAR' }, Number(year) + 1);
    expect(factors.at(-1)).toBeCloseTo(factor, 6);
  });

  test('three amounts of 100 under both conventions', () => {
    const schedule = [{ fromYear: 1, rate: 0.035 }];
    expect(presentValue([100, 100, 100], { schedule, convention: 'END_OF_YEAR' })).toBeCloseTo(280.163698, 6);
    expect(presentValue([100, 100, 100], { schedule, convention: 'START_OF_YEAR' })).toBeCloseTo(
      289.969428,
      6,
    );
  });

  test('refuses a schedule that begins late or is out of order', () => {
    expect(() => rateOf([{ fromYear: 2, rate: 0.03 }], 2)).toThrow(RangeError);
    expect(() =>
      rateOf(
        [
          { fromYear: 1, rate: 0.03 },
          { fromYear: 1, rate: 0.02 },
        ],
        2,
      ),
    ).toThrow(RangeError);
  });
});

describe('deductions', () => {
  test.each(published.additionality.rows)('of the published table, $scenario', (row) => {
    const left = shareLeft({ ...row, attribution: 0 });
    expect(Math.abs(left - row.computed)).toBeLessThan(1e-6);
    // Published to three places, but for one row that does not follow from its own parts.
    expect(Math.abs(left - row.published) < 0.0008).toBe(row.match);
  });

  test('of an employment programme', () => {
    const { net, ...shares } = published.additionality.employment_programme_default;
    expect(shareLeft({ ...shares, attribution: 0 })).toBeCloseTo(net, 9);
  });
});

test('an amount is brought to another price level by a stated index alone', () => {
  expect(atPriceLevel(3_344_300, { from: 100, to: 112.5 })).toBe(3_762_338);
  expect(atPriceLevel(3_344_300, null)).toBe(3_344_300);
});

test('from gross to net, steps add up to the cent; years and stakeholders to the whole', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const { gross, steps, net } = waterfallOf(map);
      expect(gross - steps.reduce((sum, { takes }) => sum + takes, 0)).toBe(net);
      const { presentValue, years } = resultOf(map);
      expect(Math.abs(net - presentValue)).toBeLessThanOrEqual(0.5);
      const scale =
        1 + Math.abs(gross) + map.rows.reduce((sum, row) => sum + Math.abs(row.quantity * row.proxy), 0);
      const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
      expect(Math.abs(sum(years.map((year) => year.presentValue)) - presentValue) / scale).toBeLessThan(1e-9);
      expect(Math.abs(sum(Object.values(valueByStakeholder(map))) - presentValue) / scale).toBeLessThan(1e-9);
    }),
  );
});

test('what rows are worth adds up to the map, before deductions and after', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const worths = [...worthsOf(map).values()];
      const sumOf = (side: 'gross' | 'net') => worths.reduce((sum, worth) => sum + worth[side], 0);
      const { grossRatio, netRatio } = resultOf(map);
      expect(sumOf('net') / map.investment).toBeCloseTo(netRatio ?? 0, 6);
      expect(sumOf('gross') / map.investment).toBeCloseTo(grossRatio ?? 0, 6);
    }),
  );
});

test('it is paid back in the month in which what came in reaches what was put in', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const { paybackMonths, years } = resultOf(map);
      const until = (months: number) =>
        years.reduce(
          (sum, { impact }, index) => sum + impact * Math.max(0, Math.min(1, months / 12 - index)),
          0,
        );
      const scale =
        map.investment + map.rows.reduce((sum, row) => sum + Math.abs(row.quantity * row.proxy), 0);
      const missing = map.investment - until(paybackMonths ?? 12 * map.horizonYears);
      expect(paybackMonths === null ? missing > 0 : Math.abs(missing) / scale < 1e-9).toBe(true);
    }),
  );
});

test('the programme: 18 euros gross, and what stands after deductions', () => {
  const { grossRatio, netRatio } = resultOf({
    rows: [
      {
        key: 'jobs',
        stakeholder: 'PUBLIC_AUTHORITIES',
        quantity: 212,
        proxy: 33_443,
        deadweight: 0.5054,
        displacement: 0,
        attribution: 0,
        leakage: 0,
        substitution: 0,
        dropOff: 0.1,
        durationYears: 3,
        firstYear: 1,
      },
    ],
    investment: 999_246.92,
    discounting: { schedule: [{ fromYear: 1, rate: 0.035 }], convention: 'END_OF_YEAR' },
    horizonYears: 3,
  });
  expect(grossRatio).toBeCloseTo(18.0001, 4);
  expect(netRatio).toBeCloseTo(8.9028, 4);
});
