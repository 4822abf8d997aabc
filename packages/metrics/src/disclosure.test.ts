import fc from 'fast-check';
import { expect, test } from 'vitest';
import { primaryReason, withheldGroups } from './disclosure.ts';

const cell = fc
  .integer({ min: 0, max: 60 })
  .chain((denominator) =>
    fc.record({ denominator: fc.constant(denominator), numerator: fc.integer({ min: 0, max: denominator }) }),
  );

test('a small group, and one in which all did the same, is not shown', () => {
  expect(primaryReason('RATE', { numerator: 5, denominator: 9 })).toBe('SMALL_GROUP');
  expect(primaryReason('RATE', { numerator: 2, denominator: 40 })).toBe('SMALL_GROUP');
  expect(primaryReason('RATE', { numerator: 38, denominator: 40 })).toBe('SMALL_GROUP');
  expect(primaryReason('RATE', { numerator: 40, denominator: 40 })).toBe('ALL_OR_NONE');
  expect(primaryReason('RATE', { numerator: 0, denominator: 40 })).toBe('ALL_OR_NONE');
  expect(primaryReason('RATE', { numerator: 20, denominator: 40 })).toBeUndefined();
  expect(primaryReason('COUNT', { numerator: 4, denominator: null })).toBe('SMALL_GROUP');
});

test('a breakdown never hides one group alone, which the total would give back', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 8 }), (groups) => {
      const reasons = withheldGroups('RATE', groups);
      const primary = groups.map((group) => primaryReason('RATE', group));
      return (
        reasons.filter((reason) => reason !== undefined).length !== 1 &&
        primary.every((reason, index) => reason === undefined || reasons[index] === reason)
      );
    }),
  );
});
