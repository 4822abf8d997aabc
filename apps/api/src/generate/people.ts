import { dayText, type DayNumber } from './days.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts';
import type { Programme } from './programme.ts';

interface Traits {
  readonly as: 'mentee' | 'mentor';
  readonly reference: string;
  readonly gender: 'WOMAN' | 'MAN' | 'OTHER';
  /** In years, on that day. */
  readonly age: number;
  readonly on: DayNumber;
}

/** An invented person. */
export function makePerson(
  { random, newId, records }: Programme,
  { as, reference, gender, age, on }: Traits,
): string {
  const id = newId();
  const names = GIVEN_NAMES[as];
  const called = gender === 'OTHER' ? random.oneOf(['WOMAN', 'MAN'] as const) : gender;
  records.add(
    'person',
    id,
    random.oneOf(names[called]),
    random.oneOf(FAMILY_NAMES),
    gender,
    dayText(on - Math.round(age * 365.25)),
    `${reference.toLowerCase()}@example.org`,
  );
  return id;
}
