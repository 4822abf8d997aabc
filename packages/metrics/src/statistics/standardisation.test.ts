import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcombeInterval } from './newcombe.ts';
import {
  COLLAPSED,
  FEWEST_IN_STRATUM,
  LIGHTEST_TO_WARN,
  collapseSparse,
  standardise,
  standardisedDifference,
  standardisedRatio,
  thinStrata,
  type StandardisedRate,
  type StratifiedGroup,
} from './standardisation.ts';
import { wilsonInterval } from './wilson.ts';

interface PublishedLimits {
  readonly cases: readonly {
    readonly successes: number;
    readonly n: number;
    readonly published: readonly number[];
  }[];
}
interface Published {
  readonly strata: readonly string[];
  readonly births: Readonly<Record<string, readonly number[]>>;
  readonly cases: Readonly<Record<string, readonly number[]>>;
  readonly standard: readonly number[];
  readonly published_per_100000: { readonly crude: readonly number[]; readonly adjusted: readonly number[] };
}
const down: Published = JSON.parse(
  readFileSync(new URL('../reference/direct_standardisation_down.json', import.meta.url), 'utf8'),
);

function group(key: string, strata: Readonly<Record<string, readonly [number, number]>>): StratifiedGroup {
  return {
    key,
    strata: new Map(Object.entries(strata).map(([name, [successes, n]]) => [name, { successes, n }])),
  };
}

function ratesOf(
  groups: readonly StratifiedGroup[],
  standard: ReadonlyMap<string, number>,
): readonly StandardisedRate[] {
  const rates = standardise(groups, standard);
  if ('empty' in rates) throw new Error('empty strata');
  return rates;
}

test('Down syndrome by birth order, crude and standardised by the age of the mother, as published', () => {
  const groups = Object.entries(down.births).map(([key, births]) =>
    group(
      key,
      Object.fromEntries(
        down.strata.map((name, index): [string, [number, number]] => [
          name,
          [down.cases[key]?.[index] ?? 0, births[index] ?? 0],
        ]),
      ),
    ),
  );
  const standard = new Map(down.strata.map((name, index) => [name, down.standard[index] ?? 0]));
  const rates = ratesOf(groups, standard);
  const perHundredThousand = (rate: number) => Number((rate * 100_000).toFixed(1));
  expect(rates.map(({ crude }) => perHundredThousand(crude.successes / crude.n))).toEqual(
    down.published_per_100000.crude,
  );
  expect(rates.map(({ rate }) => perHundredThousand(rate))).toEqual(down.published_per_100000.adjusted);
  // The sum of w²·p(1-p)/n, by R.
  expect(rates[0]?.variance).toBeCloseTo(3.90383631281e-9, 18);
});

test('two branches alike in every stratum differ in their crude rates only', () => {
  const young = group('A', { low: [8, 40], high: [48, 60] });
  const old = group('B', { low: [12, 60], high: [32, 40] });
  const standard = new Map([
    ['low', 100],
    ['high', 100],
  ]);
  const [a, b] = ratesOf([young, old], standard);
  expect([a?.crude, b?.crude]).toEqual([
    { successes: 56, n: 100 },
    { successes: 44, n: 100 },
  ]);
  expect(a?.rate).toBeCloseTo(0.5, 12);
  expect(b?.rate).toBeCloseTo(0.5, 12);
  expect(standardisedDifference(young, old, standard).difference).toBeCloseTo(0, 12);
});

test('with one stratum the intervals are Wilson’s and Newcombe’s', () => {
  const one = group('A', { all: [56, 70] });
  const other = group('B', { all: [48, 80] });
  const standard = new Map([['all', 1]]);
  const [rate] = ratesOf([one], standard);
  const { lower, upper } = wilsonInterval(56, 70);
  expect(rate?.interval.lower).toBeCloseTo(lower, 12);
  expect(rate?.interval.upper).toBeCloseTo(upper, 12);
  const difference = standardisedDifference(one, other, standard);
  expect(difference.interval).toEqual(newcombeInterval({ successes: 56, n: 70 }, { successes: 48, n: 80 }));
});

/*
 * By hand: each distance of a share from its published limit (Newcombe 1998, Statistics in Medicine 17:857-872, method 3) times its
 * weight, squared and added up as Zou, Huang and Zhang 2009 do for a sum of proportions.
 */
test('the interval of a difference over two strata is the one worked by hand from published limits', () => {
  const { cases }: PublishedLimits = JSON.parse(
    readFileSync(new URL('../reference/wilson_interval.json', import.meta.url), 'utf8'),
  );
  const distances = (successes: number, n: number) => {
    const [lower, upper] = cases.find((one) => one.successes === successes && one.n === n)?.published ?? [];
    if (lower === undefined || upper === undefined) throw new Error('these limits are not published');
    return { down: successes / n - lower, up: upper - successes / n };
  };
  const [a, b, c, d] = [distances(81, 263), distances(15, 148), distances(1, 29), distances(0, 20)];
  const first = group('A', { x: [81, 263], y: [15, 148] });
  const second = group('B', { x: [1, 29], y: [0, 20] });
  const standard = new Map([
    ['x', 3],
    ['y', 2],
  ]);
  const { difference, interval } = standardisedDifference(first, second, standard);
  // 0.6 · (81/263 − 1/29) + 0.4 · (15/148 − 0/20)
  expect(difference).toBeCloseTo(0.20464176, 8);
  const below = Math.hypot(0.6 * a.down, 0.4 * b.down, 0.6 * c.up, 0.4 * d.up);
  const above = Math.hypot(0.6 * a.up, 0.4 * b.up, 0.6 * c.down, 0.4 * d.down);
  expect(interval.lower).toBeCloseTo(difference - below, 3);
  expect(interval.upper).toBeCloseTo(difference + above, 3);
});

test('the interval of a ratio has limits that meet those of the other way around', () => {
  const standard = new Map([['all', 1]]);
  const [a, b, none] = ratesOf(
    [group('A', { all: [56, 70] }), group('B', { all: [48, 80] }), group('C', { all: [0, 80] })],
    standard,
  );
  if (a === undefined || b === undefined || none === undefined) throw new Error('three rates');
  const ratio = standardisedRatio(a, b);
  const turned = standardisedRatio(b, a);
  expect(ratio?.ratio).toBeCloseTo(4 / 3, 12);
  expect((ratio?.lower ?? 0) * (turned?.upper ?? 0)).toBeCloseTo(1, 9);
  expect(ratio?.lower).toBeGreaterThan(1);
  expect(standardisedRatio(a, none)).toBeNull();
  expect(standardisedRatio(none, a)).toMatchObject({ ratio: 0, lower: 0 });
});

test('a stratum without anybody is named, and can be put together with others', () => {
  const groups = [
    group('A', { low: [1, 4], middle: [3, 10], high: [0, 0] }),
    group('B', { low: [2, 5], middle: [4, 9], high: [3, 6] }),
  ];
  const standard = new Map([
    ['low', 9],
    ['middle', 19],
    ['high', 6],
  ]);
  expect(standardise(groups, standard)).toEqual({ empty: [{ group: 'A', stratum: 'high' }] });
  const broader = collapseSparse(groups, standard);
  // The smallest of the others goes with it, so that everybody has somebody in it.
  expect(broader.collapsed).toEqual(['low', 'high']);
  expect(broader.standard).toEqual(
    new Map([
      ['middle', 19],
      [COLLAPSED, 15],
    ]),
  );
  const [a] = ratesOf(broader.groups, broader.standard);
  expect(a?.rate).toBeCloseTo((19 / 34) * 0.3 + (15 / 34) * 0.25, 12);
  expect(collapseSparse(groups, new Map([['low', 1]])).collapsed).toEqual([]);
  expect(() => standardise(groups, new Map())).toThrow(RangeError);
});

test('standardised by its own strata a group keeps its crude rate; every rate lies within its interval and 0 to 1', () => {
  const strata = fc.array(
    fc.integer({ min: 1, max: 60 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(strata, (counts) => {
      const own = group('A', Object.fromEntries(counts.map((pair, index) => [`s${index}`, pair])));
      const [rate] = ratesOf([own], new Map([...own.strata].map(([name, { n }]) => [name, n])));
      if (rate === undefined) return false;
      const { lower, upper } = rate.interval;
      return (
        Math.abs(rate.rate - rate.crude.successes / rate.crude.n) < 1e-12 &&
        -1e-12 <= lower &&
        lower <= rate.rate &&
        rate.rate <= upper &&
        upper <= 1 + 1e-12
      );
    }),
  );
});

test('a stratum of two of whom nobody has it widens the interval, although its variance is none', () => {
  const standard = new Map([
    ['few', 20],
    ['many', 80],
  ]);
  const [withFew, known] = ratesOf(
    [group('few', { few: [0, 2], many: [40, 80] }), group('known', { few: [0, 2000], many: [40, 80] })],
    standard,
  );
  const width = (rate: StandardisedRate | undefined) =>
    rate === undefined ? Number.NaN : rate.interval.upper - rate.interval.lower;
  expect(width(withFew)).toBeGreaterThan(1.2 * width(known));
});

test.each([0.05, 0.2, 0.5, 0.9])(
  'with a stratum of two, the interval holds the rate as often as it says, at %d in it',
  (few) => {
    // Every result that two strata can give, each with its chance.
    const [n, m, many] = [2, 30, 0.6];
    const choose = (of: number, k: number): number =>
      Array.from({ length: k }, (_, index) => (of - index) / (index + 1)).reduce((a, b) => a * b, 1);
    const chance = (of: number, k: number, p: number) => choose(of, k) * p ** k * (1 - p) ** (of - k);
    const standard = new Map([
      ['few', 20],
      ['many', 80],
    ]);
    const truth = 0.2 * few + 0.8 * many;
    let held = 0;
    for (let a = 0; a <= n; a += 1)
      for (let b = 0; b <= m; b += 1) {
        const [rate] = ratesOf([group('one', { few: [a, n], many: [b, m] })], standard);
        if (rate && rate.interval.lower <= truth && truth <= rate.interval.upper)
          held += chance(n, a, few) * chance(m, b, many);
      }
    expect(held).toBeGreaterThan(0.93);
  },
);

test('a stratum of few is named where more than a little hangs on it, and one of nobody is not', () => {
  const groups = [
    group('A', { small: [1, 4], large: [20, 80], none: [0, 0] }),
    group('B', { small: [2, 5], large: [1, 2], none: [3, 3] }),
  ];
  const standard = new Map([
    ['small', 6],
    ['large', 89],
    ['none', 5],
  ]);
  expect(thinStrata(groups, standard)).toEqual([
    { group: 'A', stratum: 'small', n: 4, share: 0.06 },
    { group: 'B', stratum: 'large', n: 2, share: 0.89 },
  ]);
  expect(() => thinStrata(groups, new Map())).toThrow(RangeError);
});

test('one person more in a thin stratum moves the standardised rate by over a point', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: FEWEST_IN_STRATUM - 1 }),
      fc.double({ min: LIGHTEST_TO_WARN + 1e-9, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 200 }),
      (n, share, others) => {
        const rate = (successes: number) =>
          ratesOf(
            [group('A', { thin: [successes, n], rest: [0, others] })],
            new Map([
              ['thin', share],
              ['rest', 1 - share],
            ]),
          )[0]?.rate ?? 0;
        expect(rate(1) - rate(0)).toBeGreaterThan(0.01);
      },
    ),
  );
});
