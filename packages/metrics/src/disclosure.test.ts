import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STANDARD_THRESHOLDS as LIMITS } from '@tandem/domain/thresholds';
import { primaryReason, withheldGroups } from './disclosure.ts';

const of = (numerator: number, denominator: number | null, subjects: number | null = null) => ({
  numerator,
  denominator,
  subjects,
});
const cell = fc.integer({ min: 0, max: 60 }).chain((denominator) =>
  fc.record({
    denominator: fc.constant(denominator),
    numerator: fc.integer({ min: 0, max: denominator }),
    subjects: fc.constant(null),
  }),
);

test('a small group, and one in which all did the same, is not shown', () => {
  expect(primaryReason(LIMITS, 'RATE', of(5, 9))).toBe('SMALL_GROUP');
  expect(primaryReason(LIMITS, 'RATE', of(2, 40))).toBe('SMALL_GROUP');
  expect(primaryReason(LIMITS, 'RATE', of(38, 40))).toBe('SMALL_GROUP');
  expect(primaryReason(LIMITS, 'RATE', of(40, 40))).toBe('ALL_OR_NONE');
  expect(primaryReason(LIMITS, 'RATE', of(0, 40))).toBe('ALL_OR_NONE');
  expect(primaryReason(LIMITS, 'RATE', of(20, 40))).toBeUndefined();
  expect(primaryReason(LIMITS, 'COUNT', of(4, null))).toBe('SMALL_GROUP');
  expect(primaryReason(LIMITS, 'SCORE', of(-12, 12))).toBe('ALL_OR_NONE');
});

test('a sum is judged by how many it is about', () => {
  expect(primaryReason(LIMITS, 'HOURS', of(80, null, 4))).toBe('SMALL_GROUP');
  expect(primaryReason(LIMITS, 'HOURS', of(3, null, 5))).toBeUndefined();
  expect(primaryReason(LIMITS, 'CENTS', of(9_674_692, null, 1))).toBe('SMALL_GROUP');
  expect(primaryReason(LIMITS, 'CENTS', of(69_150_000, null, 3))).toBeUndefined();
  expect(primaryReason(LIMITS, 'CENTS', of(69_150_000, 400))).toBeUndefined();
});

test('where there is nothing, there is nothing to hide', () => {
  expect(primaryReason(LIMITS, 'RATE', of(0, 0))).toBeUndefined();
  expect(primaryReason(LIMITS, 'SCORE', of(0, 0))).toBeUndefined();
  expect(primaryReason(LIMITS, 'COUNT', of(0, null))).toBeUndefined();
  expect(primaryReason(LIMITS, 'HOURS', of(0, null, 0))).toBeUndefined();
});

test('what a breakdown hides could be shown as one group, unless it hides everything', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (groups) => {
      const reasons = withheldGroups(LIMITS, 'RATE', groups);
      const hidden = groups.filter((_, index) => reasons[index] !== undefined);
      const rest = {
        numerator: hidden.reduce((sum, { numerator }) => sum + numerator, 0),
        denominator: hidden.reduce((sum, { denominator }) => sum + denominator, 0),
        subjects: null,
      };
      const primary = groups.map((group) => primaryReason(LIMITS, 'RATE', group));
      return (
        primary.every((reason, index) => reason === undefined || reasons[index] === reason) &&
        (hidden.length === 0 ||
          hidden.length === groups.length ||
          (hidden.length > 1 && primaryReason(LIMITS, 'RATE', rest) === undefined))
      );
    }),
  );
});

test('two hidden groups that are small together take a third one with them', () => {
  const groups = [of(2, 4), of(2, 4), of(12, 30), of(20, 40)];
  expect(withheldGroups(LIMITS, 'RATE', groups)).toEqual([
    'SMALL_GROUP',
    'SMALL_GROUP',
    'COMPLEMENT',
    undefined,
  ]);
});

test('a limit that was raised hides what lies below it, and nothing else', () => {
  const raised = { ...LIMITS, SMALLEST_COUNT: 8 };
  expect(primaryReason(raised, 'COUNT', of(7, null))).toBe('SMALL_GROUP');
  expect(primaryReason(raised, 'COUNT', of(8, null))).toBeUndefined();
  expect(primaryReason(LIMITS, 'COUNT', of(7, null))).toBeUndefined();
});
