import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeCondition, sideOf, type ConditionToJudge } from './grant-condition.ts';

const EXITS: ConditionToJudge = {
  measure: 'POSITIVE_EXIT_RATE',
  target: 0.6,
  dueOn: '2017-12-31',
  grantEndsOn: '2018-06-30',
  notYetObservable: 12,
};

test('a share is judged once its day is over, by the plain figure, and the target itself is enough', () => {
  expect(judgeCondition(EXITS, 0.7, '2017-12-31')).toBe('OPEN');
  expect(judgeCondition(EXITS, 0.5, '2017-12-31')).toBe('OPEN');
  expect(judgeCondition(EXITS, 0.6, '2018-01-01')).toBe('REACHED');
  expect(judgeCondition(EXITS, 0.5999, '2018-01-01')).toBe('NOT_REACHED');
});

test('a number of duos that is reached stays so; one that is not may still come until the day is over', () => {
  const duos: ConditionToJudge = { ...EXITS, measure: 'DUOS_STARTED', target: 200 };
  expect(judgeCondition(duos, 200, '2017-03-01')).toBe('REACHED');
  expect(judgeCondition(duos, 199, '2017-12-31')).toBe('OPEN');
  expect(judgeCondition(duos, 199, '2018-01-01')).toBe('NOT_REACHED');
});

test('without a day it is judged once the grant and the time of all its duos are over', () => {
  const whole: ConditionToJudge = { ...EXITS, dueOn: null };
  expect(judgeCondition({ ...whole, notYetObservable: 0 }, 0.7, '2018-06-30')).toBe('OPEN');
  expect(judgeCondition(whole, 0.7, '2019-01-01')).toBe('OPEN');
  expect(judgeCondition({ ...whole, notYetObservable: null }, 0.7, '2019-01-01')).toBe('OPEN');
  expect(judgeCondition({ ...whole, notYetObservable: 0 }, 0.7, '2019-01-01')).toBe('REACHED');
  expect(judgeCondition({ ...whole, notYetObservable: 'NONE' }, 0.5, '2018-07-01')).toBe('NOT_REACHED');
});

test('without a day a share of closed duos is not judged while a duo of the grant runs', () => {
  const completed: ConditionToJudge = { ...EXITS, measure: 'COMPLETION_RATE', dueOn: null };
  const judge = (notYetObservable: number | null, value: number) =>
    judgeCondition({ ...completed, notYetObservable }, value, '2018-07-01');
  expect([judge(1, 0.9), judge(1, 0.1), judge(null, 0.9)]).toEqual(['OPEN', 'OPEN', 'OPEN']);
  expect([judge(0, 0.6), judge(0, 0.5)]).toEqual(['REACHED', 'NOT_REACHED']);
});

test('an interval lies above a target, below it, or around it, and agrees with the figure that lies in it', () => {
  expect(sideOf({ lower: 0.6, upper: 0.7 }, 0.6)).toBe('ABOVE');
  expect(sideOf({ lower: 0.5, upper: 0.6 }, 0.6)).toBe('AROUND');
  expect(sideOf({ lower: 0.5, upper: 0.59 }, 0.6)).toBe('BELOW');
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, share, (one, two, three, target) => {
      const [lower = 0, value = 0, upper = 0] = [one, two, three].toSorted((a, b) => a - b);
      const side = sideOf({ lower, upper }, target);
      const verdict = judgeCondition({ ...EXITS, target }, value, '2019-01-01');
      expect(side === 'ABOVE' && verdict === 'NOT_REACHED').toBe(false);
      expect(side === 'BELOW' && verdict === 'REACHED').toBe(false);
    }),
  );
});
