import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import { answersOf, boundsOf } from './figure-bounds.ts';

const MATURE = { population: 'MATURE' } as const;
const { POSITIVE_EXIT_RATE: exits, JOB_SUSTAINED_6_RATE: sustained, COMPLETION_RATE: completed } = CATALOGUE;

test('the unknown of a rate of exits count as without one, of any other they are in no part of it', () => {
  const counts = { numerator: 40, denominator: 60, unknown: 15 };
  expect(answersOf(exits, counts)).toEqual({ yes: 40, no: 5, unknown: 15 });
  expect(answersOf(sustained, counts)).toEqual({ yes: 40, no: 20, unknown: 15 });
});

test('bounds and what to be careful of, worked by hand', () => {
  expect(boundsOf(exits, MATURE, { numerator: 40, denominator: 60, unknown: 15 })).toEqual({
    worst: 40 / 60,
    best: 55 / 60,
    caution: null,
  });
  const cautionOf = (denominator: number, unknown: number) =>
    boundsOf(exits, MATURE, { numerator: 40, denominator, unknown })?.caution;
  // One of twenty without an exit was followed, one of twenty-one, and none.
  expect([cautionOf(60, 19), cautionOf(61, 20), cautionOf(61, 21)]).toEqual([
    null,
    'HARDLY_FOLLOWED',
    'NOBODY_FOLLOWED',
  ]);
  // Four who are known to have stayed, five of whom nothing is known: the rate alone says 100 %.
  expect(boundsOf(sustained, MATURE, { numerator: 4, denominator: 4, unknown: 5 })).toEqual({
    worst: 4 / 9,
    best: 1,
    caution: 'MANY_UNKNOWN',
  });
  expect(boundsOf(sustained, MATURE, { numerator: 4, denominator: 8, unknown: 2 })?.caution).toBe(null);
});

test('there are none where all is known, where windows are not over, and of what is no rate', () => {
  const counts = { numerator: 40, denominator: 60, unknown: 15 };
  expect(boundsOf(exits, MATURE, { ...counts, unknown: 0 })).toBeNull();
  expect(boundsOf(exits, { population: 'STARTED' }, counts)).toBeNull();
  expect(boundsOf(CATALOGUE.COST_PER_JOB, MATURE, counts)).toBeNull();
  expect(boundsOf(completed, MATURE, { ...counts, unknown: 0 })).toBeNull();
});

test('a rate lies within its bounds', () => {
  const counts = fc
    .tuple(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 200 }))
    .map(([yes, no, unknown]) => ({ yes, no, unknown }));
  fc.assert(
    fc.property(counts, fc.constantFrom(exits, sustained), ({ yes, no, unknown }, metric) => {
      const denominator = metric === exits ? yes + no + unknown : yes + no;
      fc.pre(denominator > 0);
      const bounds = boundsOf(metric, MATURE, { numerator: yes, denominator, unknown });
      expect(bounds?.worst).toBeLessThanOrEqual(yes / denominator);
      expect(bounds?.best).toBeGreaterThanOrEqual(yes / denominator);
    }),
  );
});
