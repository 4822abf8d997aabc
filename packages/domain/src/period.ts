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
