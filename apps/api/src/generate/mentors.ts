import { dayText, type DayNumber } from './days.ts';
import { makePerson } from './people.ts';
import type { Place } from './places.ts';
import type { Mentor, Programme } from './programme.ts';
import {
  AGE_OF_MENTOR,
  COMPANY,
  DAYS_FROM_TRAINING_TO_DUO,
  DAYS_TO_INTERVIEW,
  DAYS_TO_TRAINING,
  DUOS_OF_MENTOR,
  GENDER_OF_MENTORS,
  REACHED_BY_MENTOR_WITHOUT_DUO,
  SECTOR,
  WORK_STATUS,
} from './proportions.ts';

interface Steps {
  readonly INFO_SESSION: DayNumber;
  readonly INTERVIEW?: DayNumber;
  readonly TRAINED?: DayNumber;
}

/** A mentor whose first duo begins on that day. */
export function makeMentor(programme: Programme, place: Place, startsOn: DayNumber): Mentor {
  const { random } = programme;
  const trained = startsOn - DAYS_FROM_TRAINING_TO_DUO(random);
  const interview = trained - DAYS_TO_TRAINING(random);
  const steps = {
    INFO_SESSION: interview - DAYS_TO_INTERVIEW(random),
    INTERVIEW: interview,
    TRAINED: trained,
  };
  return { ...makeRecords(programme, place, steps), place, left: DUOS_OF_MENTOR(random) };
}

/** Somebody who came to an info session for mentors on that day and has no duo. */
export function makeMentorWithoutDuo(programme: Programme, place: Place, infoSessionOn: DayNumber): void {
  const { random, until } = programme;
  const reached = REACHED_BY_MENTOR_WITHOUT_DUO(random);
  const interview = infoSessionOn + DAYS_TO_INTERVIEW(random);
  const trained = interview + DAYS_TO_TRAINING(random);
  makeRecords(programme, place, {
    INFO_SESSION: infoSessionOn,
    ...(reached !== 'INFO_SESSION' && interview <= until && { INTERVIEW: interview }),
    ...(reached === 'TRAINED' && trained <= until && { TRAINED: trained }),
  });
}

function makeRecords(
  programme: Programme,
  { region, branch }: Place,
  steps: Steps,
): Pick<Mentor, 'id' | 'personId' | 'volunteerId'> {
  const { random, newId, nextReference, records } = programme;
  const reference = nextReference('M');
  const personId = makePerson(programme, {
    as: 'mentor',
    reference,
    gender: GENDER_OF_MENTORS(random),
    age: AGE_OF_MENTOR(random),
    on: steps.INFO_SESSION,
  });
  const id = newId();
  const status = WORK_STATUS(random);
  records.add('mentor', id, personId, reference, branch.id, SECTOR(random), status);
  for (const [stage, day] of Object.entries(steps))
    records.add('stage_change', personId, 'MENTOR', stage, dayText(day));
  const company = status === 'WORKING' ? COMPANY(random) : null;
  if (company === null) return { id, personId, volunteerId: null };
  const volunteerId = newId();
  const registered = dayText(steps.INFO_SESSION);
  records.add(
    'volunteer',
    volunteerId,
    personId,
    region.partners[company],
    branch.id,
    'MENTOR',
    'ACTIVE',
    registered,
  );
  return { id, personId, volunteerId };
}
