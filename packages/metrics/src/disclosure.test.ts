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

test('what a breakdown hides could be shown as one group, unless it hides everything', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (groups) => {
      const reasons = withheldGroups('RATE', groups);
      const hidden = groups.filter((_, index) => reasons[index] !== undefined);
      const rest = {
        numerator: hidden.reduce((sum, { numerator }) => sum + numerator, 0),
        denominator: hidden.reduce((sum, { denominator }) => sum + denominator, 0),
      };
      const primary = groups.map((group) => primaryReason('RATE', group));
      return (
        primary.every((reason, index) => reason === undefined || reasons[index] === reason) &&
        (hidden.length === 0 ||
          hidden.length === groups.length ||
          (hidden.length > 1 && primaryReason('RATE', rest) === undefined))
      );
    }),
  );
});

test('two hidden groups that are small together take a third one with them', () => {
  const groups = [
    { numerator: 2, denominator: 4 },
    { numerator: 2, denominator: 4 },
    { numerator: 12, denominator: 30 },
    { numerator: 20, denominator: 40 },
  ];
  expect(withheldGroups('RATE', groups)).toEqual(['SMALL_GROUP', 'SMALL_GROUP', 'COMPLEMENT', undefined]);
});
