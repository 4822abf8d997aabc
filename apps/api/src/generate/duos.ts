import { DUO_MONTHS } from '@tandem/domain/duo';
import { dayText, monthsLater, type DayNumber } from './days.ts';
import type { Duo, Mentor, Programme } from './programme.ts';
import { COMPLETED, DAYS_OF_BROKEN, DAYS_OF_COMPLETED, REASON_OF_BREAK } from './proportions.ts';

/** A duo with what its record alone holds. */
interface MadeDuo extends Duo {
  readonly reference: string;
  readonly menteeId: string;
  readonly coordinatorId: string;
  readonly closureReason: string | null;
}

/** A duo that begins on that day, and ends where its end is known by now. It is not recorded yet. */
export function makeDuo(
  programme: Programme,
  mentor: Mentor,
  menteeId: string,
  startedOn: DayNumber,
): MadeDuo {
  const { random, newId, nextReference, until } = programme;
  const id = newId();
  const completed = random.chance(COMPLETED);
  const ends = startedOn + (completed ? DAYS_OF_COMPLETED(random) : DAYS_OF_BROKEN(random));
  const reason = completed ? 'COMPLETED' : REASON_OF_BREAK(random);
  const closedOn = ends <= until ? ends : null;
  return {
    id,
    reference: nextReference('D'),
    mentor,
    menteeId,
    coordinatorId: random.oneOf(mentor.place.branch.coordinatorIds),
    startedOn,
    closedOn,
    closureReason: closedOn === null ? null : reason,
  };
}

/**
 * Records a duo once it is known when it met last. Left to the database, that day would be written into the duo with its meetings;
 * and an index that is built over rows that its own transaction changed is not used in it, so that facts would be joined without.
 */
export function recordDuo({ records }: Programme, duo: MadeDuo, lastMeetingOn: DayNumber | undefined): void {
  const { id, reference, mentor, menteeId, coordinatorId, startedOn, closedOn, closureReason } = duo;
  records.add(
    'duo',
    id,
    reference,
    mentor.id,
    menteeId,
    coordinatorId,
    mentor.place.branch.id,
    dayText(startedOn),
    monthsLater(startedOn, DUO_MONTHS),
    closedOn === null ? null : dayText(closedOn),
    closureReason,
    lastMeetingOn === undefined ? '-infinity' : dayText(lastMeetingOn),
  );
}
