import { dayText, type DayNumber } from './days.ts';
import { makePerson } from './people.ts';
import type { Branch } from './places.ts';
import type { Programme } from './programme.ts';
import {
  AGE_OF_MENTEE,
  DAYS_FROM_INTAKE_TO_DUO,
  DAYS_TO_INTAKE,
  DAYS_TO_REGISTRATION,
  EDUCATION,
  GENDER_OF_MENTEES,
  MONTHS_OUT_OF_WORK,
  NATIONALITY,
  REACHED_WITHOUT_DUO,
  REFERRAL,
  RESIDENCE_GROUND,
} from './proportions.ts';

/** Ids of a mentee. */
interface Mentee {
  readonly id: string;
  readonly personId: string;
}

/** The steps that a mentee reached, with their days. */
interface Steps {
  readonly INFO_SESSION: DayNumber;
  readonly REGISTERED?: DayNumber;
  readonly INTAKE?: DayNumber;
}

/** A mentee who comes into a duo on that day. */
export function makeMatchedMentee(programme: Programme, branch: Branch, startsOn: DayNumber): Mentee {
  const { random } = programme;
  const intake = startsOn - DAYS_FROM_INTAKE_TO_DUO(random);
  const registered = intake - DAYS_TO_INTAKE(random);
  const steps = {
    INFO_SESSION: registered - DAYS_TO_REGISTRATION(random),
    REGISTERED: registered,
    INTAKE: intake,
  };
  return makeMentee(programme, branch, 'matched', steps);
}

/** Somebody who came to an info session on that day and never into a duo. */
export function makeUnmatchedMentee(programme: Programme, branch: Branch, infoSessionOn: DayNumber): void {
  const { random, until } = programme;
  const registered = infoSessionOn + DAYS_TO_REGISTRATION(random);
  const intake = registered + DAYS_TO_INTAKE(random);
  const registers = random.chance(REACHED_WITHOUT_DUO.registered);
  const comesToIntake = registers && random.chance(REACHED_WITHOUT_DUO.intakeOfRegistered);
  makeMentee(programme, branch, 'unmatched', {
    INFO_SESSION: infoSessionOn,
    ...(registers && registered <= until && { REGISTERED: registered }),
    ...(comesToIntake && intake <= until && { INTAKE: intake }),
  });
}

function makeMentee(
  programme: Programme,
  branch: Branch,
  who: 'matched' | 'unmatched',
  steps: Steps,
): Mentee {
  const { random, newId, nextReference, records } = programme;
  const reference = nextReference('E');
  const personId = makePerson(programme, {
    as: 'mentee',
    reference,
    gender: GENDER_OF_MENTEES[who](random),
    age: AGE_OF_MENTEE(random),
    on: steps.INFO_SESSION,
  });
  const id = newId();
  const nationality = NATIONALITY[who](random);
  const asked = who === 'matched' && nationality !== 'HOST';
  records.add(
    'mentee',
    id,
    personId,
    reference,
    branch.id,
    EDUCATION[who](random),
    nationality === 'HOST' ? branch.country : nationality,
    asked ? RESIDENCE_GROUND(random) : null,
    MONTHS_OUT_OF_WORK(random),
    REFERRAL(random),
  );
  for (const [stage, day] of Object.entries(steps))
    records.add('stage_change', personId, 'MENTEE', stage, dayText(day));
  const consented = dayText(steps.REGISTERED ?? steps.INFO_SESSION);
  records.add('consent', newId(), personId, 'PROGRAMME', 1, 'GIVEN', consented, `${consented} 12:00:00+00`);
  return { id, personId };
}
