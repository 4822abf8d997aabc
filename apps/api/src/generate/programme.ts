import type { DayNumber } from './days.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import type { Records } from './records.ts';

/** What everything that is made has in hand. */
export interface Programme {
  readonly random: Random;
  readonly newId: () => string;
  /** The number that the next mentee, mentor, duo, grant or event has in its reference. */
  readonly nextReference: (letter: 'E' | 'M' | 'D' | 'F' | 'A') => string;
  readonly records: Records;
  /** Draws and ids of events alone, so that a programme is the same with them as without. */
  readonly ofEvents: { readonly random: Random; readonly newId: () => string };
  /** The last day of which anything is known. */
  readonly until: DayNumber;
}

/** A mentor who has, had or will have duos. */
export interface Mentor {
  readonly id: string;
  readonly personId: string;
  readonly place: Place;
  /** Where a company gives the mentor's time. */
  readonly volunteerId: string | null;
  /** How many duos are still to come. */
  readonly left: number;
}

/** A duo as far as what hangs on it needs to know. */
export interface Duo {
  readonly id: string;
  readonly startedOn: DayNumber;
  readonly closedOn: DayNumber | null;
  readonly mentor: Mentor;
}
