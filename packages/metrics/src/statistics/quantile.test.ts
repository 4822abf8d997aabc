import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from './quantile.ts';

/** By hand, from R's documentation of quantile(type = 7): x[1 + (n - 1) p], and on the line between two. */
test('lies between values as type 7 says', () => {
  const values = [1, 2, 3, 4].map((value) => ({ value, count: 1 }));
  expect(quantile(values, 0.25)).toBe(1.75);
  expect(quantile(values, 0.5)).toBe(2.5);
  expect(quantile(values, 0.75)).toBe(3.25);
  expect(quantile([], 0.5)).toBeNull();
});

test('counts what occurs several times as often, in whatever order', () => {
  const dayValues = fc.array(fc.record({ value: fc.integer(), count: fc.integer({ min: 0, max: 5 }) }));
  fc.assert(
    fc.property(dayValues, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
      const apart = values.flatMap(({ value, count }) =>
        Array.from({ length: count }, () => ({ value, count: 1 })),
      );
      expect(quantile(values.toReversed(), p)).toEqual(quantile(apart, p));
    }),
  );
});
