import { dayText, recordedBy, type DayNumber } from './days.ts';
import type { Duo, Programme } from './programme.ts';
import { CONTRACT, COURSE, DAYS_TO_OUTCOME, EVIDENCE, MONTHS } from './proportions.ts';

type Situation = keyof typeof EVIDENCE;

/** What is found of a mentee after the duo: as in the sample, nothing is written down before it is closed. */
export function makeOutcomes(programme: Programme, duo: Duo): void {
  const { random } = programme;
  if (duo.closedOn === null) return;
  const course = COURSE(random);
  if (course === null) return;
  if (course === 'TRAINING_THEN_JOB') {
    const trainingOn = duo.startedOn + DAYS_TO_OUTCOME.TRAINING_BEFORE_JOB(random);
    addOutcome(programme, duo, 'TRAINING', trainingOn, null, 2);
    addOutcome(programme, duo, 'JOB', duo.startedOn + DAYS_TO_OUTCOME.JOB(random), 'OPEN_ENDED', null);
    return;
  }
  const contract = course === 'JOB' ? CONTRACT(random) : null;
  addOutcome(
    programme,
    duo,
    course,
    duo.startedOn + DAYS_TO_OUTCOME[course](random),
    contract,
    course === 'JOB_SEARCH' || contract === 'OPEN_ENDED'
      ? null
      : MONTHS[course === 'JOB' ? 'FIXED_TERM' : course](random),
  );
}

function addOutcome(
  { random, newId, records, until }: Programme,
  duo: Duo,
  situation: Situation,
  day: DayNumber,
  contract: 'OPEN_ENDED' | 'FIXED_TERM' | null,
  months: number | null,
): void {
  if (day > until) return;
  records.add(
    'outcome',
    newId(),
    duo.id,
    dayText(day),
    situation,
    contract,
    months,
    EVIDENCE[situation](random),
    recordedBy(until, day),
  );
}
