import { addMonths, type CalendarDay } from './calendar-day.ts';
import { accept, refuse, type Decision } from './refusal.ts';

/** The first day of the month of a day. */
export function monthOf(day: CalendarDay): CalendarDay {
  return `${day.slice(0, 7)}-01`;
}

/** The ledger's months before `closedBefore` are closed; null while none is. */
export interface LedgerState {
  readonly closedBefore: CalendarDay | null;
}

/** Whether the month of a day takes no booking any more. */
export function isClosed({ closedBefore }: LedgerState, day: CalendarDay): boolean {
  return closedBefore !== null && day < closedBefore;
}

/** Where a correction of a line of that day is booked: on the day itself, or on the first open day where its month is closed. */
export function correctionDay({ closedBefore }: LedgerState, day: CalendarDay): CalendarDay {
  return closedBefore !== null && day < closedBefore ? closedBefore : day;
}

/** Refuses a booking in a closed month and one after today. */
export function bookOn(ledger: LedgerState, day: CalendarDay, today: CalendarDay): Decision<CalendarDay> {
  if (day > today) return refuse('DAY_IN_FUTURE', 'bookedOn', { day: today });
  if (ledger.closedBefore !== null && isClosed(ledger, day))
    return refuse('MONTH_CLOSED', 'bookedOn', { day: ledger.closedBefore });
  return accept(day);
}

/**
 * Closes the month of a day, and with it all before it. Refuses a month that is not over, so that the current month is
 * always open for corrections, and one that is closed already.
 */
export function closeMonth(
  ledger: LedgerState,
  month: CalendarDay,
  today: CalendarDay,
): Decision<LedgerState> {
  const next = addMonths(monthOf(month), 1);
  if (next > monthOf(today)) return refuse('MONTH_NOT_OVER', 'month');
  if (isClosed(ledger, monthOf(month))) return refuse('MONTH_CLOSED', 'month', { day: next });
  return accept({ closedBefore: next });
}

/** Opens the month of a day again, and with it all that come after it; refuses an open one. */
export function reopenMonth(ledger: LedgerState, month: CalendarDay): Decision<LedgerState> {
  return isClosed(ledger, monthOf(month))
    ? accept({ closedBefore: monthOf(month) })
    : refuse('MONTH_NOT_CLOSED', 'month');
}
