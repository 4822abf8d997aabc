import { calendarDay, type CalendarDay } from './calendar-day.ts';
import { monthOf } from './ledger.ts';

/** Reads 31/12/2017, 31-12-2017, 31.12.2017 or 2017-12-31; undefined for what is no day. */
export function readDay(text: string): CalendarDay | undefined {
  const european = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const [year, month, day] =
    european !== null ? [european[3], european[2], european[1]] : (iso?.slice(1) ?? []);
  return calendarDay(Number(year), Number(month), Number(day));
}

const MONTH_YEARS = { first: 1990, last: 2100 };

/** Reads 01/2018, 1-2018, 2018-01, or any day of the month as `readDay` does: its first day; undefined for what is no month of 1990 to 2100. */
export function readMonth(text: string): CalendarDay | undefined {
  const european = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text);
  const [year, month] = european !== null ? [european[2], european[1]] : (iso?.slice(1) ?? []);
  const day = year === undefined ? readDay(text) : calendarDay(Number(year), Number(month), 1);
  const of = Number(day?.slice(0, 4));
  return day !== undefined && of >= MONTH_YEARS.first && of <= MONTH_YEARS.last ? monthOf(day) : undefined;
}
