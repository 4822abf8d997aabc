import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, ageOn, calendarDay, isCalendarDay } from './calendar-day.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('calendar days', () => {
  test('a day that does not exist is none', () => {
    for (const text of ['2017-02-31', '2017-13-01', '2017-00-10', '2017-2-1', '31/12/2017', ''])
      expect(isCalendarDay(text)).toBe(false);
    expect(calendarDay(2016, 2, 29)).toBe('2016-02-29');
    expect(calendarDay(2017, 2, 29)).toBeUndefined();
  });

  test('adding days and taking them off again are inverse', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -4000, max: 4000 }),
        (from, days) => addDays(addDays(from, days), -days) === from,
      ),
    );
  });

  test('adding months keeps the day of the month or takes the last one', () => {
    expect(addMonths('2017-08-31', 6)).toBe('2018-02-28');
    expect(addMonths('2015-08-31', 6)).toBe('2016-02-29');
    expect(addMonths('2017-01-15', -2)).toBe('2016-11-15');
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 120 }),
        (from, months) => addMonths(from, months) >= from && isCalendarDay(addMonths(from, months)),
      ),
    );
  });

  test('an age changes on the birthday', () => {
    expect(ageOn('1999-05-10', '2017-05-09')).toBe(17);
    expect(ageOn('1999-05-10', '2017-05-10')).toBe(18);
    expect(ageOn('1996-02-29', '2014-02-28')).toBe(18);
  });
});
