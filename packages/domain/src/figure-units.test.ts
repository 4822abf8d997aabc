import { expect, test } from 'vitest';
import { METRIC_UNITS, unitsOf } from './figure-units.ts';

test('a rate is of a number out of a number, a ratio of money out of money, all else of its own unit', () => {
  expect(METRIC_UNITS.map((unit) => Object.values(unitsOf(unit, true)).join(' '))).toEqual([
    'RATE COUNT COUNT',
    'COUNT COUNT COUNT',
    'HOURS HOURS COUNT',
    'CENTS CENTS COUNT',
    'SCORE COUNT COUNT',
    'RATIO CENTS CENTS',
  ]);
  expect(unitsOf('CENTS', false).denominator).toBeNull();
});
