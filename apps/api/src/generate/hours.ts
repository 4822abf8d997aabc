import { dayText } from './days.ts';
import type { Duo, Programme } from './programme.ts';
import { DAYS_TO_APPROVAL, MINUTES_A_MONTH, REJECTED_HOURS } from './proportions.ts';

/** Hours that a company gives through a mentor, once a month of the duo. */
export function makeHours({ random, newId, records, until }: Programme, duo: Duo): void {
  const { volunteerId } = duo.mentor;
  if (volunteerId === null) return;
  for (let day = duo.startedOn + 28; day <= (duo.closedOn ?? until); day += 30) {
    const minutes = MINUTES_A_MONTH(random);
    const rejected = random.chance(REJECTED_HOURS);
    const [status, reason] =
      day > until - DAYS_TO_APPROVAL
        ? ['SUBMITTED', null]
        : rejected
          ? ['REJECTED', 'Heures déjà encodées']
          : ['APPROVED', null];
    records.add(
      'time_entry',
      newId(),
      volunteerId,
      dayText(day),
      minutes,
      'Accompagnement du duo',
      status ?? 'APPROVED',
      reason ?? null,
    );
  }
}
