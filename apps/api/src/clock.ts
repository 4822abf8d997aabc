import { dayOfInstant, type CalendarDay } from '@tandem/domain/calendar-day';

/** The programme's day and the real time. Injected, so that a sample or a test can stand still in the programme. */
export interface Clock {
  /** The programme's day: "today" in every rule about records. */
  today(): CalendarDay;
  /** Real time, for identity and audit. */
  now(): Date;
}

export const systemClock: Clock = {
  today: () => dayOfInstant(new Date()),
  now: () => new Date(),
};

/** A programme that stands on one day, while identity and audit keep real time. */
export function clockOn(day: CalendarDay): Clock {
  return { today: () => day, now: () => new Date() };
}
