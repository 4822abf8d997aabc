import { dayText, type DayNumber } from './days.ts';
import type { Duo, Programme } from './programme.ts';
import {
  DAYS_BETWEEN_MEETINGS,
  DAYS_TO_FIRST_MEETING,
  MINUTES,
  MODE,
  SELDOM_MEETING,
} from './proportions.ts';

/** The meetings of a duo, from its first week to its end or to today: about 18. Says on which day it met last. */
export function makeMeetings({ random, newId, records, until }: Programme, duo: Duo): DayNumber | undefined {
  const between = random.chance(SELDOM_MEETING) ? DAYS_BETWEEN_MEETINGS.seldom : DAYS_BETWEEN_MEETINGS.often;
  const end = duo.closedOn ?? until;
  let last: DayNumber | undefined;
  for (let day = duo.startedOn + DAYS_TO_FIRST_MEETING(random); day <= end; day += between(random)) {
    records.add('meeting', newId(), duo.id, dayText(day), MINUTES(random), MODE(random));
    last = day;
  }
  return last;
}
