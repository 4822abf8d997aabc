import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import { versionOf } from './definition.ts';
import { answersOf, boundsOf } from './figure-bounds.ts';

const MATURE = { population: 'MATURE' } as const;
const { POSITIVE_EXIT_RATE: exits, JOB_SUSTAINED_6_RATE: sustained, COMPLETION_RATE: completed } = CATALOGUE;

test('the unknown of a rate of exits count as without one, of any other they are in no part of it', () => {
  const counts = { numerator: 40, denominator: 60, unknown: 15, notYetObservable: 3 };
  expect(answersOf(exits, MATURE, counts)).toEqual({ yes: 40, no: 5, unknown: 15, tooEarly: 0 });
  expect(answersOf(sustained, MATURE, counts)).toEqual({ yes: 40, no: 20, unknown: 15, tooEarly: 0 });
});

test('bounds and what to be careful of, worked by hand', () => {
  expect(
    boundsOf(exits, MATURE, { numerator: 40, denominator: 60, unknown: 15, notYetObservable: 0 }),
  ).toEqual({
    worst: 40 / 60,
    best: 55 / 60,
    caution: null,
  });
  const cautionOf = (denominator: number, unknown: number) =>
    boundsOf(exits, MATURE, { numerator: 40, denominator, unknown, notYetObservable: 0 })?.caution;
  // One of twenty without an exit was followed, one of twenty-one, and none.
  expect([cautionOf(60, 19), cautionOf(61, 20), cautionOf(61, 21)]).toEqual([
    null,
    'HARDLY_FOLLOWED',
    'NOBODY_FOLLOWED',
  ]);
  // Four who are known to have stayed, five of whom nothing is known: the rate alone says 100 %.
  expect(
    boundsOf(sustained, MATURE, { numerator: 4, denominator: 4, unknown: 5, notYetObservable: 2 }),
  ).toEqual({
    worst: 4 / 9,
    best: 1,
    caution: 'MANY_UNKNOWN',
  });
  expect(
    boundsOf(sustained, MATURE, { numerator: 4, denominator: 8, unknown: 2, notYetObservable: 0 })?.caution,
  ).toBe(null);
});

test('where windows still run, of whom it is too early lie within the bounds too, and none of them could have been followed', () => {
  // The closed of the sample: 276 with an exit, 77 unknown, 30 whose window runs, and nobody who is known to have none.
  const counts = { numerator: 276, denominator: 383, unknown: 77, notYetObservable: 30 };
  expect(answersOf(exits, { population: 'CLOSED' }, counts)).toEqual({
    yes: 276,
    no: 0,
    unknown: 77,
    tooEarly: 30,
  });
  expect(boundsOf(exits, { population: 'CLOSED' }, counts)).toEqual({
    worst: 276 / 383,
    best: 1,
    caution: 'NOBODY_FOLLOWED',
  });
  const allRun = { numerator: 5, denominator: 10, unknown: 0, notYetObservable: 5 };
  expect(boundsOf(exits, { population: 'STARTED' }, allRun)).toEqual({ worst: 0.5, best: 1, caution: null });
  // A version that counts among the not yet observable also who has an exit does not say how many are open.
  const former = versionOf(exits, 1);
  expect(former && answersOf(former, { population: 'CLOSED' }, counts)).toBeNull();
  expect(former && boundsOf(former, { population: 'CLOSED' }, counts)).toBeNull();
  expect(former && boundsOf(former, MATURE, { ...counts, notYetObservable: 0 })?.best).toBe(353 / 383);
});

test('there are none where all is known, and of what is no rate', () => {
  const counts = { numerator: 40, denominator: 60, unknown: 15, notYetObservable: 0 };
  expect(boundsOf(exits, MATURE, { ...counts, unknown: 0 })).toBeNull();
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
      const bounds = boundsOf(metric, MATURE, { numerator: yes, denominator, unknown, notYetObservable: 0 });
      expect(bounds?.worst).toBeLessThanOrEqual(yes / denominator);
      expect(bounds?.best).toBeGreaterThanOrEqual(yes / denominator);
    }),
  );
});
