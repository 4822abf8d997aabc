import { USUAL_AUDIENCE } from '@tandem/domain/event';
import { dayText, type DayNumber } from './days.ts';
import type { Branch } from './places.ts';
import type { Duo, Programme } from './programme.ts';
import { ATTENDANCE, DAYS_TO_ATTENDANCE, LISTS_OF_DUO } from './proportions.ts';

type Kind = keyof typeof LISTS_OF_DUO;

/** Each branch holds one of a kind in so many days, on the last of them. */
const DAYS_BETWEEN: Readonly<Record<Kind, number>> = { INTERVISION: 30, WORKSHOP: 30, TRAINING: 90 };
const TITLES: Readonly<Record<Kind, string>> = {
  INTERVISION: 'Intervision',
  TRAINING: 'Formation continue',
  WORKSHOP: 'Atelier',
};

/** The events on whose lists the two people of a duo are while it goes on. */
export function makeAttendances(programme: Programme, duo: Duo, menteePersonId: string): void {
  const { ofEvents, records, until } = programme;
  const { random, newId } = ofEvents;
  const last = Math.min(duo.closedOn ?? until, until);
  for (const kind of Object.keys(LISTS_OF_DUO) as Kind[]) {
    const first = Math.ceil(duo.startedOn / DAYS_BETWEEN[kind]);
    const held = Math.floor(last / DAYS_BETWEEN[kind]) - first + 1;
    if (held <= 0 || !random.chance(LISTS_OF_DUO[kind])) continue;
    const { id, heldOn } = eventOf(programme, duo.mentor.place.branch, kind, first + random.below(held));
    const [personId, role] =
      kind === 'WORKSHOP' ? [menteePersonId, 'MENTEE'] : [duo.mentor.personId, 'MENTOR'];
    const status = ATTENDANCE(random);
    records.add(
      'attendance',
      newId(),
      id,
      personId,
      role,
      heldOn > until - DAYS_TO_ATTENDANCE ? 'REGISTERED' : status,
    );
  }
}

function eventOf(
  { ofEvents, nextReference, records }: Programme,
  branch: Branch,
  kind: Kind,
  turn: number,
): { readonly id: string; readonly heldOn: DayNumber } {
  const key = `${kind} ${turn}`;
  const there = branch.events.get(key);
  if (there !== undefined) return there;
  const event = { id: ofEvents.newId(), heldOn: turn * DAYS_BETWEEN[kind] };
  branch.events.set(key, event);
  records.add(
    'event',
    event.id,
    nextReference('A'),
    kind,
    TITLES[kind],
    dayText(event.heldOn),
    branch.id,
    USUAL_AUDIENCE[kind],
  );
  return event;
}
