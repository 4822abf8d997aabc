import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareToPublished, compareToReference, holmAdjusted, simultaneousPoint } from './comparison.ts';
import type { Proportion } from './proportion.ts';
import { FEWEST_FOR_A_SHARE, wordingOfRate } from '@tandem/domain/small-numbers';

test('Holm’s adjustment as published', () => {
  // Pingouin's manual, pingouin.holm.
  const adjusted = holmAdjusted([0.5, 0.003, 0.32, 0.054, 0.0003]);
  for (const [index, expected] of [0.64, 0.012, 0.64, 0.162, 0.0015].entries())
    expect(adjusted[index]).toBeCloseTo(expected, 12);
});

test('five comparisons reach to the 99 % point', () => {
  expect(simultaneousPoint(5)).toBeCloseTo(2.5758293035489, 12);
  expect(() => simultaneousPoint(0)).toThrow(RangeError);
});

const proportions = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((successes): Proportion => ({ successes, n })));

test('what is called clear has an interval without 0, and many comparisons never make more of it than one', () => {
  fc.assert(
    fc.property(proportions, fc.array(proportions, { minLength: 1, maxLength: 6 }), (reference, groups) => {
      const together = compareToReference(reference, groups);
      return together.every(
        ({ verdict, interval, simultaneous, probability, adjustedProbability }, index) => {
          const alone = compareToReference(reference, groups.slice(index, index + 1))[0];
          const holds =
            adjustedProbability >= probability &&
            simultaneous.upper - simultaneous.lower > interval.upper - interval.lower + 1e-9 ===
              groups.length > 1 &&
            simultaneous.lower <= interval.lower + 1e-12 &&
            interval.upper <= simultaneous.upper + 1e-12;
          if (verdict === 'HIGHER') return holds && interval.lower > -1e-9 && alone?.verdict === 'HIGHER';
          if (verdict === 'LOWER') return holds && interval.upper < 1e-9 && alone?.verdict === 'LOWER';
          return holds;
        },
      );
    }),
  );
});

test('a difference can be clear while the two intervals overlap, and of few people nothing is said', () => {
  const half = { successes: 100, n: 200 };
  const more = { successes: 121, n: 200 };
  expect(compareToReference(half, [more])[0]?.verdict).toBe('HIGHER');
  expect(compareToReference(more, [half])[0]?.verdict).toBe('LOWER');
  // The same difference among ten that are looked at is not.
  expect(compareToReference(half, [more, ...Array.from({ length: 9 }, () => half)])[0]?.verdict).toBe(
    'NOT_CLEAR',
  );
  expect(compareToReference(half, [{ successes: 7, n: 7 }])[0]?.verdict).toBe('TOO_FEW');
  expect(compareToReference({ successes: 0, n: 7 }, [half])[0]?.verdict).toBe('TOO_FEW');
  expect(compareToReference(half, [])).toEqual([]);
});

test('a published rate with its people is compared as a group, one without as it is', () => {
  const group = { successes: 56, n: 70 };
  const [withPeople, without] = compareToPublished(group, [
    { rate: 0.6, people: 80 },
    { rate: 0.6, people: null },
  ]);
  // Newcombe 1998, table II, first row.
  expect(withPeople?.interval.lower).toBeCloseTo(0.0524, 4);
  expect(withPeople?.interval.upper).toBeCloseTo(0.3339, 4);
  expect(without?.probability).toBeLessThan(withPeople?.probability ?? 0);
  expect([withPeople?.verdict, without?.verdict]).toEqual(['HIGHER', 'HIGHER']);
  expect(compareToPublished({ successes: 5, n: 7 }, [{ rate: 0.2, people: null }])[0]?.verdict).toBe(
    'TOO_FEW',
  );
  expect(compareToPublished(group, [{ rate: 0.8, people: null }])[0]).toMatchObject({
    probability: 1,
    verdict: 'NOT_CLEAR',
  });
  expect(compareToPublished(group, [])).toEqual([]);
  expect(() => compareToPublished(group, [{ rate: 80, people: null }])).toThrow(RangeError);
});

test('against a rate that is taken as it is, the interval is Wilson’s of the group less the rate', () => {
  const [compared] = compareToPublished({ successes: 81, n: 263 }, [{ rate: 0.25, people: null }]);
  // Newcombe 1998, Stat Med 17:857-872, method 3: 0.2553 to 0.3662.
  expect(compared?.difference).toBeCloseTo(81 / 263 - 0.25, 12);
  expect(compared?.interval.lower).toBeCloseTo(0.2553 - 0.25, 4);
  expect(compared?.interval.upper).toBeCloseTo(0.3662 - 0.25, 4);
});

test('against a rate that is taken as it is, p is below 0.05 exactly where Wilson’s interval leaves it out', () => {
  fc.assert(
    fc.property(proportions, fc.double({ min: 0, max: 1, noNaN: true }), (group, rate) => {
      const [compared] = compareToPublished(group, [{ rate, people: null }]);
      if (compared === undefined) return false;
      const { lower, upper } = compared.interval;
      fc.pre(Math.min(Math.abs(lower), Math.abs(upper)) > 1e-9);
      return compared.probability < 0.05 === (lower > 0 || upper < 0);
    }),
  );
});

test('a rate out of few is worded as a count', () => {
  expect([0, 7, FEWEST_FOR_A_SHARE - 1, FEWEST_FOR_A_SHARE].map(wordingOfRate)).toEqual([
    'NOTHING',
    'COUNT',
    'COUNT',
    'SHARE',
  ]);
});
