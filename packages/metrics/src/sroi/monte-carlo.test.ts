import { SROI_PARAMETERS } from '@tandem/domain/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_MAP } from '../../test/worked-example.ts';
import { anyMap } from '../../test/any-map.ts';
import { samplerOf, type Spread } from './distributions.ts';
import { drawRatios, histogramOf, quantileOf, rangesAround, simulate, type Range } from './monte-carlo.ts';
import { fillUniform, generatorOf } from './random.ts';
import { netRatioOf } from './result.ts';
import { spreadOf } from './spread.ts';
import { withRow } from './value-map.ts';

const DRAWS = 200_000;

function momentsOf(spread: Spread, value: number): { mean: number; variance: number } {
  const numbers = new Float64Array(DRAWS);
  fillUniform(generatorOf(7, 'moments'), numbers, DRAWS);
  samplerOf(spread, value)(numbers, DRAWS);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / DRAWS;
  return { mean, variance: numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / DRAWS };
}

test('the generator gives the numbers of its authors', () => {
  // Of the reference implementation xoshiro128starstar.c, version 1.1, from the state 1, 2, 3, 4; as in the tests of the crate rand_xoshiro.
  const expected = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];
  const numbers = new Float64Array(expected.length);
  const state = Uint32Array.of(1, 2, 3, 4);
  fillUniform(state, numbers, 4);
  expect([...numbers.subarray(0, 4)].map((number) => number * 2 ** 32)).toEqual(expected.slice(0, 4));
  // It goes on from where it was.
  fillUniform(state, numbers, 6);
  expect([...numbers.subarray(0, 6)].map((number) => number * 2 ** 32)).toEqual(expected.slice(4));
});

describe('distributions have the moments of their formulas', () => {
  // Each within five standard errors, or what a table of 1024 quantiles may be off.
  const cases: [string, Spread, number, number, number][] = [
    ['uniform', { distribution: 'UNIFORM', low: 2, high: 6 }, 3, 4, 16 / 12],
    // (a+b+c)/3 and (a²+b²+c²−ab−ac−bc)/18.
    ['triangular', { distribution: 'TRIANGULAR', low: 0, high: 10 }, 2, 4, (100 + 4 - 20) / 18],
    // (a+4m+b)/6 and (μ−a)(b−μ)/7.
    ['PERT', { distribution: 'PERT', low: 0, high: 10 }, 2, 3, (3 * 7) / 7],
    ['PERT with its mode at one end', { distribution: 'PERT', low: 0, high: 12 }, 0, 2, (2 * 10) / 7],
    // Cut off at two standard deviations: σ²·(1 − 4·φ(2)/(2Φ(2)−1)).
    [
      'normal',
      { distribution: 'NORMAL', low: -2, high: 2 },
      0,
      0,
      1 - (4 * Math.exp(-2)) / Math.sqrt(2 * Math.PI) / 0.954499736103642,
    ],
    ['fixed', { distribution: 'FIXED', low: 1, high: 3 }, 2, 2, 0],
  ];
  test.each(cases)('%s', (_, spread, value, mean, variance) => {
    const moments = momentsOf(spread, value);
    expect(Math.abs(moments.mean - mean)).toBeLessThanOrEqual(5 * Math.sqrt(variance / DRAWS) + 1e-4);
    expect(Math.abs(moments.variance - variance)).toBeLessThanOrEqual(0.02 * variance);
  });

  test('stay within their range, and rise with the number that they are made of', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('UNIFORM' as const, 'TRIANGULAR' as const, 'PERT' as const, 'NORMAL' as const),
        fc.tuple(
          ...([0, 1, 2].map(() => fc.double({ min: -1e6, max: 1e6, noNaN: true })) as [
            fc.Arbitrary<number>,
            fc.Arbitrary<number>,
            fc.Arbitrary<number>,
          ]),
        ),
        (distribution, ends) => {
          const [low = 0, value = 0, high = 0] = ends.toSorted((a, b) => a - b);
          const numbers = Float64Array.from({ length: 101 }, (_, index) => index / 101);
          samplerOf({ distribution, low, high }, value)(numbers, 101);
          const slack = 1e-9 * (Math.abs(low) + Math.abs(high));
          numbers.forEach((number, index) => {
            expect(number).toBeGreaterThanOrEqual(Math.max(low, numbers[index - 1] ?? low) - slack);
            expect(number).toBeLessThanOrEqual(high + slack);
          });
        },
      ),
    );
  });

  test('refuse a value outside of their range', () => {
    expect(() => samplerOf({ distribution: 'PERT', low: 0, high: 1 }, 2)).toThrow(RangeError);
  });
});

const RANGES: readonly Range[] = [
  { row: 'jobs', parameter: 'quantity', distribution: 'NORMAL', low: 30, high: 50 },
  { row: 'jobs', parameter: 'deadweight', distribution: 'TRIANGULAR', low: 0.2, high: 0.6 },
  { row: 'jobs', parameter: 'dropOff', distribution: 'PERT', low: 0, high: 0.4 },
  { row: 'training', parameter: 'proxy', distribution: 'UNIFORM', low: 1000, high: 3000 },
];

describe('the simulation', () => {
  test('draws as the formula says: the same seed the same ratios, each by the map with its values', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => drawRatios(EXAMPLE_MAP, RANGES, seed, 5000));
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
    const columns = RANGES.map((range) => {
      const row = EXAMPLE_MAP.rows.find(({ key }) => key === range.row);
      if (row === undefined) throw new Error('no row');
      const numbers = new Float64Array(5000);
      fillUniform(generatorOf(1, `${range.row}:${range.parameter}`), numbers, 5000);
      samplerOf(range, row[range.parameter])(numbers, 5000);
      return numbers;
    });
    for (const draw of [0, 1, 2047, 2048, 4999]) {
      const map = RANGES.reduce(
        (changed, { row, parameter }, index) =>
          withRow(changed, row, { [parameter]: columns[index]?.[draw] ?? Number.NaN }),
        EXAMPLE_MAP,
      );
      expect(first?.[draw]).toBeCloseTo(netRatioOf(map) ?? Number.NaN, 9);
    }
  });

  test('has the mean that follows from independent factors', () => {
    // Of one row with triangular quantity (30, 40, 65) and uniform proxy: mean 45 times mean 12 000, all else as in the example.
    const { mean, standardDeviation } = simulate(
      EXAMPLE_MAP,
      [
        { row: 'jobs', parameter: 'quantity', distribution: 'TRIANGULAR', low: 30, high: 65 },
        { row: 'jobs', parameter: 'proxy', distribution: 'UNIFORM', low: 9000, high: 15_000 },
      ],
      { seed: 3 },
    );
    const expected = netRatioOf(withRow(EXAMPLE_MAP, 'jobs', { quantity: 45, proxy: 12_000 }));
    expect(Math.abs(mean - (expected ?? Number.NaN))).toBeLessThan(
      (5 * standardDeviation) / Math.sqrt(100_000),
    );
  });

  test('says how sure its interval is: another seed ends where it said', () => {
    const first = simulate(EXAMPLE_MAP, RANGES, { seed: 1 });
    expect(first.convergence.settled).toBe(true);
    expect(first.interval.lower).toBe(quantileOf(first.sorted, 0.05));
    // 99.99 % of other seeds: four times as far.
    const other = simulate(EXAMPLE_MAP, RANGES, { seed: 4711 });
    for (const end of ['lower', 'upper'] as const) {
      const [from, to] = first.convergence[end];
      expect(first.interval[end]).toBeGreaterThanOrEqual(from);
      expect(first.interval[end]).toBeLessThanOrEqual(to);
      expect(Math.abs(other.interval[end] - first.interval[end])).toBeLessThan(4 * (to - from));
    }
    expect(simulate(EXAMPLE_MAP, RANGES, { seed: 1, draws: 50 }).convergence.settled).toBe(false);
  });

  test('without a range gives the ratio itself', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { interval, mean } = simulate(map, [], { seed: 1, draws: 10 });
        const ratio = netRatioOf(map) ?? Number.NaN;
        for (const number of [interval.lower, interval.upper, mean])
          expect(Math.abs(number - ratio)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(ratio)));
      }),
    );
  });

  test('a range of one parameter leaves the draws of the others as they were', () => {
    const without = drawRatios(EXAMPLE_MAP, RANGES.slice(0, 1), 1, 100);
    const withBoth = drawRatios(
      EXAMPLE_MAP,
      [
        ...RANGES.slice(0, 1),
        { row: 'training', parameter: 'quantity', distribution: 'UNIFORM', low: 12, high: 12 + 1e-9 },
      ],
      1,
      100,
    );
    withBoth.forEach((ratio, draw) => expect(ratio).toBeCloseTo(without[draw] ?? Number.NaN, 6));
  });

  test('a range that a counted quantity left ends at it', () => {
    const grown = withRow(EXAMPLE_MAP, 'jobs', { quantity: 60 });
    expect(() => drawRatios(grown, RANGES, 1, 10)).toThrow(RangeError);
    const [first, ...others] = rangesAround(grown, RANGES);
    expect([first?.low, first?.high, others]).toEqual([30, 60, RANGES.slice(1)]);
  });

  test('counts every draw once in its histogram', () => {
    const { sorted } = simulate(EXAMPLE_MAP, RANGES, { seed: 1, draws: 10_000 });
    const bins = histogramOf(sorted, 20);
    expect(bins).toHaveLength(20);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
    for (const { from, to, count } of bins.slice(0, -1))
      expect([...sorted].filter((ratio) => ratio >= from && ratio < to)).toHaveLength(count);
  });

  test('refuses nothing put in, a row that there is not, and too many draws', () => {
    expect(() => simulate({ ...EXAMPLE_MAP, investment: 0 }, [], { seed: 1 })).toThrow(RangeError);
    expect(() => simulate(EXAMPLE_MAP, [], { seed: 1, draws: 2_000_000 })).toThrow(RangeError);
    const [range] = RANGES;
    if (range === undefined) throw new Error('no range');
    expect(() => simulate(EXAMPLE_MAP, [{ ...range, row: 'luck' }], { seed: 1 })).toThrow(RangeError);
  });

  test('every parameter can be drawn', () => {
    for (const parameter of SROI_PARAMETERS) {
      const value = EXAMPLE_MAP.rows[0]?.[parameter] ?? Number.NaN;
      const { standardDeviation } = simulate(
        EXAMPLE_MAP,
        [{ row: 'jobs', parameter, distribution: 'UNIFORM', low: value, high: value + 0.1 }],
        { seed: 1, draws: 1000 },
      );
      expect(standardDeviation).toBeGreaterThan(0);
    }
  });
});

test.each([
  ['at the top of its range', 0.5, 1, 0.99, 1],
  ['at the bottom of its range', 1, 1.5, 0, 0.01],
  ['in the middle of its range', 0.5, 1.5, 0.49, 0.51],
])('a net ratio whose proxy stands %s has its share of the draws below it', (_, down, up, least, most) => {
  const [row] = EXAMPLE_MAP.rows;
  if (row === undefined) throw new Error('the example has rows');
  const range = {
    row: row.key,
    parameter: 'proxy',
    distribution: 'UNIFORM',
    low: row.proxy * down,
    high: row.proxy * up,
  } as const;
  const spread = spreadOf({ map: EXAMPLE_MAP, ranges: [range], seed: 1, draws: 20_000 });
  expect(spread?.belowNet).toBeGreaterThanOrEqual(least);
  expect(spread?.belowNet).toBeLessThanOrEqual(most);
});
