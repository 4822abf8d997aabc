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

test('of the same unknown below both, the difference lies between less than the bounds of either say', () => {
  const [then, now] = [
    { yes: 40, no: 8, unknown: 20 },
    { yes: 70, no: 3, unknown: 77 },
  ];
  const { lower, upper } = differenceBounds(then, now, 20);
  // If the 20 had it: 60 of 68, 90 of 150. If none had: 40 of 68, and of the 57 others all.
  expect(lower).toBeCloseTo(90 / 150 - 60 / 68, 12);
  expect(upper).toBeCloseTo(127 / 150 - 40 / 68, 12);
  const apart = differenceBounds(then, now, 0);
  expect(apart.lower).toBeCloseTo(70 / 150 - 60 / 68, 12);
  expect(apart.upper).toBeCloseTo(147 / 150 - 40 / 68, 12);
  expect(() => differenceBounds(then, now, 21)).toThrow(RangeError);
  expect(() => differenceBounds(then, now, -1)).toThrow(RangeError);
});

test('the bounds of a difference are those of all outcomes that the unknown can have', () => {
  const known = fc.constantFrom('yes' as const, 'no' as const);
  const standing = fc.option(fc.oneof(known, fc.constant('unknown' as const)), { nil: undefined });
  const people = fc.array(fc.record({ before: standing, after: standing }), { maxLength: 7 });
  fc.assert(
    fc.property(people, (all) => {
      const [first, second] = (['before', 'after'] as const).map((side) => ({
        yes: all.filter((one) => one[side] === 'yes').length,
        no: all.filter((one) => one[side] === 'no').length,
        unknown: all.filter((one) => one[side] === 'unknown').length,
      }));
      if (first === undefined || second === undefined) return;
      const size = ({ yes, no, unknown }: typeof first) => yes + no + unknown;
      fc.pre(size(first) > 0 && size(second) > 0);
      const both = all.filter(({ before, after }) => before === 'unknown' && after === 'unknown').length;
      const differences = outcomesOf(all).map(
        ({ before, after }) => (second.yes + after) / size(second) - (first.yes + before) / size(first),
      );
      const { lower, upper } = differenceBounds(first, second, both);
      expect(lower).toBeCloseTo(Math.min(...differences), 12);
      expect(upper).toBeCloseTo(Math.max(...differences), 12);
    }),
  );
});

interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

/** How many of the unknown count on each side, for each outcome that all of them can have: of one who is on both sides the same. */
function outcomesOf(people: readonly Sides<string | undefined>[]): Sides<number>[] {
  return people.reduce<Sides<number>[]>(
    (sums, { before, after }) => {
      const adds = { before: Number(before === 'unknown'), after: Number(after === 'unknown') };
      const nothing = { before: 0, after: 0 };
      return sums.flatMap((sum) =>
        [nothing, adds].map((one) => ({ before: sum.before + one.before, after: sum.after + one.after })),
      );
    },
    [{ before: 0, after: 0 }],
  );
}
