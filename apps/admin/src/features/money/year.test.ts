import { expect, test } from 'vitest';
import { timeWith } from './year.ts';

test.each([
  [{}, {}],
  [{ year: 2017 }, { year: 2017 }],
  [
    { year: 2017, month: 10 },
    { year: 2017, month: 10 },
  ],
  [{ year: 2016 }, {}],
  [{ year: 2017, month: 9 }, {}],
  [{ year: 2017, month: 11 }, {}],
])('the last of October 2017 that is looked at in %j is in %j', (lookedAt, time) => {
  expect(timeWith('2017-10-31', lookedAt)).toEqual(time);
});
