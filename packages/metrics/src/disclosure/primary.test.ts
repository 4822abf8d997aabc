import { STANDARD_THRESHOLDS as LIMITS } from '@tandem/domain/thresholds';
import { expect, test } from 'vitest';
import { protectFew, protectRate, protectScore, protectSum } from './primary.ts';
import { SystemDraft } from './system.ts';

/** Protected cells with their intervals. */
function protectionsOf(fill: (draft: SystemDraft) => void) {
  const draft = new SystemDraft();
  fill(draft);
  return Object.fromEntries(draft.protections.map(({ cell, from, to }) => [cell, [from, to]]));
}
const rate = (numerator: number, denominator: number) =>
  protectionsOf((draft) => {
    draft.cell('jobs', numerator);
    draft.cell('duos', denominator);
    protectRate(draft, LIMITS, 'jobs', 'duos');
  });

test('a count of some, but fewer than it takes, is protected up to the limit', () => {
  const count = (value: number) =>
    protectionsOf((draft) => protectFew(draft, draft.cell('duos', value), LIMITS.SMALLEST_COUNT));
  expect(count(4)).toEqual({ duos: [0, 5] });
  expect([count(0), count(5)]).toEqual([{}, {}]);
});

test('a rate is protected in its numerator and its complement, in both where its denominator is small', () => {
  expect(rate(20, 40)).toEqual({});
  expect(rate(2, 40)).toEqual({ jobs: [0, 3] });
  expect(rate(38, 40)).toEqual({ 'duos but jobs': [0, 3] });
  expect(rate(5, 9)).toEqual({ jobs: [0, 5], 'duos but jobs': [0, 4] });
  expect(rate(0, 0)).toEqual({});
});

test('0 % and 100 % tell of each single one', () => {
  expect(rate(0, 40)).toEqual({ jobs: [0, 3] });
  expect(rate(40, 40)).toEqual({ 'duos but jobs': [0, 3] });
});

test('a score is protected at its ends', () => {
  const score = (sum: number, denominator: number) =>
    protectionsOf((draft) => {
      draft.cell('sum', sum, { least: -Infinity });
      draft.cell('answers', denominator);
      protectScore(draft, LIMITS, 'sum', 'answers');
    });
  expect(score(6, 12)).toEqual({});
  expect(score(12, 12)).toEqual({ 'sum from top': [0, 3] });
  expect(score(-11, 12)).toEqual({ 'sum from bottom': [0, 3] });
  expect(score(4, 9)).toEqual({ 'sum from top': [0, 5], 'sum from bottom': [0, 13] });
});

test('a sum is judged by how many it is about', () => {
  const sum = (subjects: number) =>
    protectionsOf((draft) => protectSum(draft, draft.cell('hours', 80), subjects, LIMITS.SMALLEST_COUNT));
  expect(sum(4)).toEqual({ hours: [0, 160] });
  expect(sum(5)).toEqual({});
});

test('a system refuses what contradicts itself', () => {
  const draft = new SystemDraft();
  draft.cell('a', 1);
  draft.cell('b', 2);
  expect(() => draft.cell('a', 2)).toThrow(RangeError);
  expect(() => draft.cell('c', -1)).toThrow(RangeError);
  expect(() => draft.cell('c', 0.5)).toThrow(RangeError);
  expect(() => draft.parts('b', ['a'])).toThrow(RangeError);
  expect(() => draft.protect('a', 2, 5)).toThrow(RangeError);
  expect(() => draft.figure('a', ['a'], 0)).toThrow(RangeError);
  expect(() => draft.figure('z', ['z'])).toThrow(RangeError);
});
