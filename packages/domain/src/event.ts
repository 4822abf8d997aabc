import type { CalendarDay } from './calendar-day.ts';
import { accept, refuse, type Decision } from './refusal.ts';
import type {
  AttendanceStatus,
  EventAudience,
  EventKind,
  EventStatus,
  ParticipantRole,
} from './vocabulary.ts';

/** For whom an event of a kind is, where it is not said. */
export const USUAL_AUDIENCE: Readonly<Record<EventKind, EventAudience>> = {
  INFO_SESSION: 'BOTH',
  TRAINING: 'MENTORS',
  INTERVISION: 'MENTORS',
  WORKSHOP: 'MENTEES',
};

/** Who comes to an event for them. */
export const ROLES_OF_AUDIENCE: Readonly<Record<EventAudience, readonly ParticipantRole[]>> = {
  MENTEES: ['MENTEE'],
  MENTORS: ['MENTOR'],
  BOTH: ['MENTEE', 'MENTOR'],
};

/** What can only be known once the day has come; that somebody will not come can be known before. */
export const KNOWN_ON_THE_DAY: readonly AttendanceStatus[] = ['ATTENDED', 'ABSENT'];

export interface EventState {
  readonly heldOn: CalendarDay;
  readonly audience: EventAudience;
  readonly cancelled: boolean;
}

/** Somebody on the list of an event. */
export interface Participation {
  readonly role: ParticipantRole;
  readonly status: AttendanceStatus;
}

export function statusOfEvent({ heldOn, cancelled }: EventState, today: CalendarDay): EventStatus {
  if (cancelled) return 'CANCELLED';
  return heldOn <= today ? 'HELD' : 'PLANNED';
}

/**
 * What an event becomes. Refuses a cancelled one, a day after today where it is written down who came, and an audience
 * to which somebody on the list does not belong.
 */
export function changeEvent<T extends Pick<EventState, 'heldOn' | 'audience'>>(
  event: EventState,
  next: T,
  list: readonly Participation[],
  today: CalendarDay,
): Decision<T> {
  if (event.cancelled) return refuse('EVENT_CANCELLED');
  if (next.heldOn > today && wasHeld(list)) return refuse('EVENT_TOOK_PLACE', 'heldOn', { day: today });
  const roles = ROLES_OF_AUDIENCE[next.audience];
  if (list.some(({ role }) => !roles.includes(role))) return refuse('NOT_OF_AUDIENCE', 'audience');
  return accept(next);
}

/** Refuses what is cancelled already, and what took place: somebody came, or was missed. */
export function cancelEvent(
  event: EventState,
  list: readonly Participation[],
): Decision<{ cancelled: true }> {
  if (event.cancelled) return refuse('EVENT_CANCELLED');
  if (wasHeld(list)) return refuse('EVENT_TOOK_PLACE');
  return accept({ cancelled: true });
}

/** Takes a cancellation back. */
export function restoreEvent(event: EventState): Decision<{ cancelled: false }> {
  if (!event.cancelled) return refuse('EVENT_NOT_CANCELLED');
  return accept({ cancelled: false });
}

/** Refuses a cancelled event, who is not of its audience, and what cannot be known before its day. */
export function recordAttendance<T extends Participation>(
  event: EventState,
  attendance: T,
  today: CalendarDay,
): Decision<T> {
  if (event.cancelled) return refuse('EVENT_CANCELLED');
  if (!ROLES_OF_AUDIENCE[event.audience].includes(attendance.role)) return refuse('NOT_OF_AUDIENCE', 'role');
  if (event.heldOn > today && KNOWN_ON_THE_DAY.includes(attendance.status))
    return refuse('EVENT_NOT_YET', 'status', { day: event.heldOn });
  return accept(attendance);
}

/** Takes somebody off the list; refuses it of a cancelled event. */
export function removeAttendance(event: EventState): Decision<null> {
  return event.cancelled ? refuse('EVENT_CANCELLED') : accept(null);
}

function wasHeld(list: readonly Participation[]): boolean {
  return list.some(({ status }) => KNOWN_ON_THE_DAY.includes(status));
}
