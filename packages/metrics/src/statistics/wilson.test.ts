import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanInterval, wilsonInterval } from './wilson.ts';

const { cases } = JSON.parse(
  readFileSync(new URL('../reference/wilson_interval.json', import.meta.url), 'utf8'),
);

test.each(cases as { successes: number; n: number; exact: [number, number] }[])(
  '$successes of $n as published',
  ({ successes, n, exact }) => {
    const { lower, upper } = wilsonInterval(successes, n);
    expect(lower).toBeCloseTo(exact[0], 6);
    expect(upper).toBeCloseTo(exact[1], 6);
  },
);

test('holds the proportion, stays within 0 and 1, and narrows with more rows', () => {
  const counts = fc
    .integer({ min: 1, max: 100_000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(counts, ([successes, n]) => {
      const { lower, upper } = wilsonInterval(successes, n);
      const more = wilsonInterval(successes * 4, n * 4);
      return (
        0 <= lower &&
        lower <= successes / n &&
        successes / n <= upper &&
        upper <= 1 &&
        more.upper - more.lower < upper - lower
      );
    }),
  );
  expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  expect(() => meanInterval(0, 0, 0)).toThrow(RangeError);
});
