import type { CalendarDay } from './calendar-day.ts';
import { folded } from './folded.ts';
import { accept, refuse, type Decision } from './refusal.ts';
import type { ConsentStatus, LegalBasis } from './vocabulary.ts';

export interface ConsentEntry {
  readonly answer: ConsentStatus;
  /** The day on which the person said so. */
  readonly onDay: CalendarDay;
}

/**
 * Whether a consent may be written down: only where the purpose rests on consent, and not of a day to come. What was
 * said is never changed; a later entry takes its place.
 */
export function decideConsent<T extends ConsentEntry>(
  purpose: { readonly legalBasis: LegalBasis; readonly fromDay: CalendarDay },
  entry: T,
  today: CalendarDay,
): Decision<T> {
  if (purpose.legalBasis !== 'CONSENT') return refuse('CONSENT_NOT_ASKED', 'purpose');
  if (entry.onDay > today) return refuse('DAY_IN_FUTURE', 'onDay', { day: today });
  if (entry.onDay < purpose.fromDay) return refuse('PURPOSE_NOT_YET', 'onDay', { day: purpose.fromDay });
  return accept(entry);
}

/** What an erasure depends on. */
export interface ErasureState {
  readonly erasedOn: CalendarDay | null;
  readonly onHold: boolean;
  readonly hasActiveDuo: boolean;
}

/** Whether a person may be erased now: once, not under a legal hold, and not while somebody counts on them in a duo. */
export function decideErasure(state: ErasureState): Decision<null> {
  if (state.erasedOn !== null) return refuse('PERSON_ERASED', 'personId');
  if (state.onHold) return refuse('UNDER_LEGAL_HOLD', 'personId');
  if (state.hasActiveDuo) return refuse('DUO_ACTIVE', 'personId');
  return accept(null);
}

/** A hold is placed once on a person, and only while there is somebody to protect. */
export function decideHold(state: Pick<ErasureState, 'erasedOn' | 'onHold'>): Decision<null> {
  if (state.erasedOn !== null) return refuse('PERSON_ERASED', 'personId');
  return state.onHold ? refuse('UNDER_LEGAL_HOLD', 'personId') : accept(null);
}

/** A shorter name is a word of many sentences. */
const SHORTEST_TELLING_NAME = 3;

/** A reason outlives the person whom it is about: refuses one that names them. */
export function decideReason(reason: string, names: readonly (string | null)[]): Decision<string> {
  const words = wordsOf(reason);
  const named = names.some(
    (name) => name !== null && name.length >= SHORTEST_TELLING_NAME && words.includes(wordsOf(name)),
  );
  return named ? refuse('REASON_NAMES_PERSON', 'reason') : accept(reason);
}

/** A text as its words alone, a space on both sides of each. */
function wordsOf(text: string): string {
  return ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
