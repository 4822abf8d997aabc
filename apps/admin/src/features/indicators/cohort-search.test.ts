import { expect, test } from 'vitest';
import { reversedEnd } from './cohort-search.ts';

const TODAY = '2017-12-31';
const of = (search: { from?: string; to?: string; asOf?: string }) =>
  reversedEnd({ from: undefined, to: undefined, asOf: undefined, branch: undefined, ...search }, TODAY);

test('a period that ends before it begins is told at its last day, and where that is open at the first', () => {
  expect(of({})).toBeUndefined();
  expect(of({ from: '2017-03-01', to: '2017-03-01' })).toBeUndefined();
  expect(of({ from: '2017-03-02', to: '2017-03-01' })).toBe('to');
  // Open at its end, it goes on until the as-of day.
  expect(of({ from: '2017-06-30', asOf: '2017-06-30' })).toBeUndefined();
  expect(of({ from: '2017-07-01', asOf: '2017-06-30' })).toBe('from');
  expect(of({ from: '2018-01-01' })).toBe('from');
  expect(of({ to: '2016-12-31' })).toBeUndefined();
});
