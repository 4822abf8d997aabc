import { z } from 'zod';
import { isCalendarDay, type CalendarDay } from './calendar-day.ts';

/** A half-open period: from `from` (included) to `to` (not included). */
export interface Period {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

export const calendarDaySchema = z
  .string({ error: 'DAY_NEEDED' })
  .refine(isCalendarDay, { error: 'DAY_INVALID' });

/** Refuses a period that ends on or before the day on which it begins. */
export const periodSchema = z
  .object({ from: calendarDaySchema, to: calendarDaySchema })
  .refine(({ from, to }) => from < to, { error: 'PERIOD_EMPTY', path: ['to'] });

/** Whether the day lies in the period: `from` does, `to` does not. */
export function isInPeriod(day: CalendarDay, { from, to }: Period): boolean {
  return day >= from && day < to;
}
