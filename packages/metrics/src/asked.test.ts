import { expect, test } from 'vitest';
import { answersAsked, responsesOf } from './asked.ts';

test('who is asked is counted by each response rate, and not at all where one of them is hidden', () => {
  expect(responsesOf('SATISFACTION_RATE')).toEqual(['MENTEE_RESPONSE_RATE', 'MENTOR_RESPONSE_RATE']);
  expect(responsesOf('EMPLOYMENT_RATE')).toBeUndefined();
  expect(answersAsked([40, 38])).toBe(78);
  expect(answersAsked([40, undefined])).toBeUndefined();
});
