import { DUO_MONTHS } from '@tandem/domain/duo';
import { dayText, monthsLater, type DayNumber } from './days.ts';
import type { Duo, Mentor, Programme } from './programme.ts';
import { COMPLETED, DAYS_OF_BROKEN, DAYS_OF_COMPLETED, REASON_OF_BREAK } from './proportions.ts';

/** A duo that begins on that day, and ends where its end is known by now. */
export function makeDuo(programme: Programme, mentor: Mentor, menteeId: string, startedOn: DayNumber): Duo {
  const { random, newId, nextReference, records, until } = programme;
  const id = newId();
  const completed = random.chance(COMPLETED);
  const ends = startedOn + (completed ? DAYS_OF_COMPLETED(random) : DAYS_OF_BROKEN(random));
  const reason = completed ? 'COMPLETED' : REASON_OF_BREAK(random);
  const closedOn = ends <= until ? ends : null;
  const { branch } = mentor.place;
  records.add(
    'duo',
    id,
    nextReference('D'),
    mentor.id,
    menteeId,
    random.oneOf(branch.coordinatorIds),
    branch.id,
    dayText(startedOn),
    monthsLater(startedOn, DUO_MONTHS),
    closedOn === null ? null : dayText(closedOn),
    closedOn === null ? null : reason,
  );
  return { id, startedOn, closedOn, mentor };
}
