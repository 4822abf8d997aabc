import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar-day.ts';
import { judgeCondition, sideOf, type ConditionToJudge } from './grant-condition.ts';
import { CONDITION_MEASURES } from './vocabulary.ts';

const EXITS: ConditionToJudge = {
  measure: 'POSITIVE_EXIT_RATE',
  target: 0.6,
  dueOn: '2017-12-31',
  grantEndsOn: '2018-06-30',
  notYetObservable: 12,
};

const judge = (condition: ConditionToJudge, value: number, today: string) => {
  const { verdict, mayChange } = judgeCondition(condition, value, today);
  return mayChange ? `${verdict}, may change` : verdict;
};

test('a share that reaches its target is reached, its day too, and may change until that is over; the target itself is enough', () => {
  expect(judge(EXITS, 0.6, '2017-03-01')).toBe('REACHED, may change');
  expect(judge(EXITS, 0.6, '2017-12-31')).toBe('REACHED, may change');
  expect(judge(EXITS, 0.6, '2018-01-01')).toBe('REACHED');
});

test('that a share is not reached is said once its day is over', () => {
  expect(judge(EXITS, 0.5999, '2017-12-31')).toBe('OPEN, may change');
  expect(judge(EXITS, 0.5999, '2018-01-01')).toBe('NOT_REACHED');
});

test('a number of duos that is reached stays so; one that is not may still come until the day is over', () => {
  const duos: ConditionToJudge = { ...EXITS, measure: 'DUOS_STARTED', target: 200 };
  expect(judge(duos, 200, '2017-03-01')).toBe('REACHED');
  expect(judge(duos, 199, '2017-12-31')).toBe('OPEN, may change');
  expect(judge(duos, 199, '2018-01-01')).toBe('NOT_REACHED');
});

test('without a day it is judged once the grant and the time of all its duos are over', () => {
  const whole: ConditionToJudge = { ...EXITS, dueOn: null };
  expect(judge({ ...whole, notYetObservable: 0 }, 0.5, '2018-06-30')).toBe('OPEN, may change');
  expect(judge(whole, 0.5, '2019-01-01')).toBe('OPEN, may change');
  expect(judge(whole, 0.7, '2019-01-01')).toBe('REACHED, may change');
  expect(judge({ ...whole, notYetObservable: null }, 0.5, '2019-01-01')).toBe('OPEN, may change');
  expect(judge({ ...whole, notYetObservable: 0 }, 0.7, '2019-01-01')).toBe('REACHED');
  expect(judge({ ...whole, notYetObservable: 'NONE' }, 0.5, '2018-07-01')).toBe('NOT_REACHED');
});

test('without a day nothing final is said of a share of closed duos while a duo of the grant runs', () => {
  const completed: ConditionToJudge = { ...EXITS, measure: 'COMPLETION_RATE', dueOn: null };
  const of = (notYetObservable: number | null, value: number) =>
    judge({ ...completed, notYetObservable }, value, '2018-07-01');
  expect([of(1, 0.9), of(1, 0.1)]).toEqual(['REACHED, may change', 'OPEN, may change']);
  expect([of(null, 0.9), of(null, 0.1)]).toEqual(['REACHED, may change', 'OPEN, may change']);
  expect([of(0, 0.6), of(0, 0.5)]).toEqual(['REACHED', 'NOT_REACHED']);
});

test('who reaches more is judged no worse, and what is said for good stays so on later days', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2017-01-01', days));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const condition = fc.record({
    measure: fc.constantFrom(...CONDITION_MEASURES),
    target: share,
    dueOn: fc.option(day),
    grantEndsOn: day,
    notYetObservable: fc.constantFrom(0, 3, null, 'NONE' as const),
  });
  const rank = { NOT_REACHED: 0, OPEN: 1, REACHED: 2 };
  fc.assert(
    fc.property(condition, share, share, day, day, (asked, one, other, first, second) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      const [on, later] = first < second ? [first, second] : [second, first];
      const of = (value: number) => rank[judgeCondition(asked, value, on).verdict];
      expect(of(more)).toBeGreaterThanOrEqual(of(less));
      const said = judgeCondition(asked, less, on);
      const isOther = judgeCondition(asked, less, later).verdict !== said.verdict;
      expect(!said.mayChange && isOther).toBe(false);
    }),
  );
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
      const { verdict } = judgeCondition({ ...EXITS, target }, value, '2019-01-01');
      expect(side === 'ABOVE' && verdict === 'NOT_REACHED').toBe(false);
      expect(side === 'BELOW' && verdict === 'REACHED').toBe(false);
    }),
  );
});
