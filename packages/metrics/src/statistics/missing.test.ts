import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areFollowedAlike, differenceBounds, missingBounds } from './missing.ts';
import { wilsonInterval } from './wilson.ts';

test('sixty who answered of a hundred, forty-five of them content: between 45 and 85 of a hundred are', () => {
  const { worst, best, amongKnown, known, knownInterval, interval } = missingBounds({
    yes: 45,
    no: 15,
    unknown: 40,
  });
  expect({ worst, best, amongKnown, known }).toEqual({
    worst: 0.45,
    best: 0.85,
    amongKnown: 0.75,
    known: 0.6,
  });
  expect(knownInterval).toEqual(wilsonInterval(60, 100));
  expect(interval).toEqual({ lower: wilsonInterval(45, 100).lower, upper: wilsonInterval(85, 100).upper });
});

test('whatever the unknown did, the share lies within the bounds, and it is as wide as there are unknown', () => {
  const counts = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(counts, counts, counts, counts, (yes, no, unknown, truth) => {
      fc.pre(yes + no + unknown > 0);
      const { worst, best, known } = missingBounds({ yes, no, unknown });
      const share = (yes + Math.min(truth, unknown)) / (yes + no + unknown);
      return worst <= share && share <= best && Math.abs(best - worst - (1 - known)) < 1e-12;
    }),
  );
  expect(() => missingBounds({ yes: 0, no: 0, unknown: 0 })).toThrow(RangeError);
  expect(missingBounds({ yes: 0, no: 0, unknown: 3 }).amongKnown).toBeNull();
});

test('two rates are of people followed alike where it is not known of about as many', () => {
  const [few, some, many] = [
    { worst: 0.7, best: 0.78 },
    { worst: 0.5, best: 0.62 },
    { worst: 0.58, best: 1 },
  ];
  expect([areFollowedAlike(few, some), areFollowedAlike(some, many), areFollowedAlike(many, few)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('whatever is true of the unknown of two rates, their difference lies within its bounds', () => {
  const counts = fc
    .tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }))
    .filter(([yes, no, unknown]) => yes + no + unknown > 0);
  fc.assert(
    fc.property(counts, counts, (...both) => {
      const [first, second] = both.map(([yes, no, unknown, share]) => ({
        bounds: missingBounds({ yes, no, unknown }),
        truth: (yes + Math.round(share * unknown)) / (yes + no + unknown),
      }));
      if (first === undefined || second === undefined) return;
      const { lowest, highest } = differenceBounds(first.bounds, second.bounds);
      const difference = second.truth - first.truth;
      expect(difference).toBeGreaterThanOrEqual(lowest - 1e-12);
      expect(difference).toBeLessThanOrEqual(highest + 1e-12);
    }),
  );
});
