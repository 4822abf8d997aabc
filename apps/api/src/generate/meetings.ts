import { dayText } from './days.ts';
import type { Duo, Programme } from './programme.ts';
import {
  DAYS_BETWEEN_MEETINGS,
  DAYS_TO_FIRST_MEETING,
  MINUTES,
  MODE,
  SELDOM_MEETING,
} from './proportions.ts';

/** The meetings of a duo, from its first week to its end or to today: about 18. */
export function makeMeetings({ random, newId, records, until }: Programme, duo: Duo): void {
  const between = random.chance(SELDOM_MEETING) ? DAYS_BETWEEN_MEETINGS.seldom : DAYS_BETWEEN_MEETINGS.often;
  const last = duo.closedOn ?? until;
  for (let day = duo.startedOn + DAYS_TO_FIRST_MEETING(random); day <= last; day += between(random))
    records.add('meeting', newId(), duo.id, dayText(day), MINUTES(random), MODE(random));
}
