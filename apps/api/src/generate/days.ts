import { addMonths, dayOfInstant, type CalendarDay } from '@tandem/domain/calendar-day';

/** A day as a whole number: days since 1 January 1970. Millions of days are reckoned with, and written as few texts. */
export type DayNumber = number;

const DAY_MS = 86_400_000;
const texts = new Map<DayNumber, CalendarDay>();
const laterTexts = new Map<DayNumber, CalendarDay>();

export function dayNumber(day: CalendarDay): DayNumber {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayText(day: DayNumber): CalendarDay {
  let text = texts.get(day);
  if (text === undefined) {
    text = dayOfInstant(new Date(day * DAY_MS));
    texts.set(day, text);
  }
  return text;
}

/** The day on which what was so on `day` is written down: within nine days, and not after the last day of all. */
export function recordedBy(until: DayNumber, day: DayNumber): CalendarDay {
  return dayText(Math.min(until, day + (day % 10)));
}

/** The day so many months later, for few different `months`. */
export function monthsLater(day: DayNumber, months: number): CalendarDay {
  const key = day * 100 + months;
  let text = laterTexts.get(key);
  if (text === undefined) {
    text = addMonths(dayText(day), months);
    laterTexts.set(key, text);
  }
  return text;
}
