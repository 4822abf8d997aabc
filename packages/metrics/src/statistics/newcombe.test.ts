import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newcombeInterval, overlappingInterval } from './newcombe.ts';
import { newcombeProbability } from './newcombe-probability.ts';
import { twoSidedPoint } from './normal.ts';
import { weightedSumInterval, type Proportion } from './proportion.ts';
import { wilsonInterval } from './wilson.ts';

interface Published {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly published: readonly [number, number];
  readonly computed: readonly [number, number];
}
const { rows }: { rows: Published[] } = JSON.parse(
  readFileSync(new URL('../reference/difference_of_proportions.json', import.meta.url), 'utf8'),
);

const proportions = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((successes): Proportion => ({ successes, n })));

test.each(rows)('$x1 of $n1 less $x2 of $n2 as published', ({ x1, n1, x2, n2, published, computed }) => {
  const { lower, upper } = newcombeInterval({ successes: x1, n: n1 }, { successes: x2, n: n2 });
  expect([lower, upper].map((limit) => Number(limit.toFixed(4)))).toEqual(published);
  expect(lower).toBeCloseTo(computed[0], 5);
  expect(upper).toBeCloseTo(computed[1], 5);
});

test('the point of the 95 % interval is that of the tables', () => {
  expect(twoSidedPoint(0.95)).toBeCloseTo(1.959963984540054, 14);
  expect(twoSidedPoint(0.99)).toBeCloseTo(2.5758293035489004, 14);
  expect(() => twoSidedPoint(1)).toThrow(RangeError);
});

test('turned around it changes its sign; it holds the difference and stays within -1 and 1', () => {
  fc.assert(
    fc.property(proportions, proportions, (first, second) => {
      const { lower, upper } = newcombeInterval(first, second);
      const turned = newcombeInterval(second, first);
      const difference = first.successes / first.n - second.successes / second.n;
      return (
        Math.abs(lower + turned.upper) < 1e-12 &&
        Math.abs(upper + turned.lower) < 1e-12 &&
        -1 - 1e-12 <= lower &&
        lower <= difference &&
        difference <= upper &&
        upper <= 1 + 1e-12
      );
    }),
  );
});

test('the p-value is below 0.05 exactly where the 95 % interval leaves 0 out', () => {
  fc.assert(
    fc.property(proportions, proportions, (first, second) => {
      const { lower, upper } = newcombeInterval(first, second);
      fc.pre(Math.min(Math.abs(lower), Math.abs(upper)) > 1e-9);
      return newcombeProbability(first, second) < 0.05 === (lower > 0 || upper < 0);
    }),
    { numRuns: 500 },
  );
  expect(newcombeProbability({ successes: 3, n: 9 }, { successes: 1, n: 3 })).toBe(1);
});

test('of one proportion alone the interval is Wilson’s', () => {
  fc.assert(
    fc.property(proportions, (proportion) => {
      const { lower, upper } = weightedSumInterval([{ weight: 1, proportion }]);
      const wilson = wilsonInterval(proportion.successes, proportion.n);
      return Math.abs(lower - wilson.lower) < 1e-12 && Math.abs(upper - wilson.upper) < 1e-12;
    }),
  );
});

describe('an interval of two shares with people in both', () => {
  /*
   * Airway hyper-responsiveness of 21 children before and after a transplantation (Bentur et al. 2009): 1, 1, 7 and 12 of
   * them, as in `bentur_2009` of the R package contingencytables (Fagerland, Lydersen and Laake, Statistical Analysis of
   * Contingency Tables, 2017, chapter 8). Newcombe's square-and-add interval as Fagerland, Lydersen and Laake give it,
   * Statistics in Medicine 33 (2014), 2850-2875: -0.507 to -0.026.
   */
  test('is the published one for pairs', () => {
    const { lower, upper } = overlappingInterval(
      { successes: 2, n: 21 },
      { successes: 8, n: 21 },
      { both: 1, firstOnly: 1, secondOnly: 7, neither: 12 },
    );
    expect(lower).toBeCloseTo(-0.507, 3);
    expect(upper).toBeCloseTo(-0.026, 3);
  });

  test('is that of independent ones where nobody is in both', () => {
    const [first, second] = [
      { successes: 56, n: 70 },
      { successes: 48, n: 80 },
    ];
    expect(overlappingInterval(first, second, NOBODY)).toEqual(newcombeInterval(first, second));
  });

  test('says of one share and itself that there is no difference', () => {
    const one = { successes: 300, n: 500 };
    const { lower, upper } = overlappingInterval(one, one, {
      both: 300,
      firstOnly: 0,
      secondOnly: 0,
      neither: 200,
    });
    expect(Math.max(-lower, upper)).toBeLessThan(0.01);
  });

  test('refuses more people in both than there are', () => {
    const one = { successes: 1, n: 2 };
    expect(() => overlappingInterval(one, one, { ...NOBODY, both: 3 })).toThrow(RangeError);
  });
});

const NOBODY = { both: 0, firstOnly: 0, secondOnly: 0, neither: 0 };
