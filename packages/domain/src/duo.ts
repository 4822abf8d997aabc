import { addMonths, type CalendarDay } from './calendar-day.ts';
import { accept, refuse, type Decision } from './refusal.ts';
import type { ClosureReason, MeetingMode } from './vocabulary.ts';

/** The agreed length of the accompaniment. */
export const DUO_MONTHS = 6;

export function plannedEnd(startedOn: CalendarDay): CalendarDay {
  return addMonths(startedOn, DUO_MONTHS);
}

/** What the lifecycle rules need to know of a duo; `closedOn` is null while it is active. */
export interface DuoState {
  readonly startedOn: CalendarDay;
  readonly plannedEndOn: CalendarDay;
  readonly closedOn: CalendarDay | null;
  readonly closureReason: ClosureReason | null;
}

export interface Closure {
  readonly closedOn: CalendarDay;
  readonly closureReason: ClosureReason;
}

/** A new duo, active, planned for DUO_MONTHS months; refuses a start after today. */
export function startDuo(startedOn: CalendarDay, today: CalendarDay): Decision<DuoState> {
  if (startedOn > today) return refuse('DAY_IN_FUTURE', 'startedOn', { day: today });
  return accept({ startedOn, plannedEndOn: plannedEnd(startedOn), closedOn: null, closureReason: null });
}

/** Refuses a closed duo, a closure before the start or before the latest meeting, and one after today. */
export function closeDuo(
  duo: DuoState & { readonly lastMeetingOn: CalendarDay | null },
  { closedOn, closureReason }: Closure,
  today: CalendarDay,
): Decision<DuoState> {
  const { lastMeetingOn, ...state } = duo;
  if (duo.closedOn !== null) return refuse('DUO_ALREADY_CLOSED', undefined, { day: duo.closedOn });
  if (closedOn < duo.startedOn) return refuse('CLOSURE_BEFORE_START', 'closedOn', { day: duo.startedOn });
  if (lastMeetingOn !== null && closedOn < lastMeetingOn)
    return refuse('CLOSURE_BEFORE_MEETING', 'closedOn', { day: lastMeetingOn });
  if (closedOn > today) return refuse('DAY_IN_FUTURE', 'closedOn', { day: today });
  return accept({ ...state, closedOn, closureReason });
}

/** Takes a closure back; refuses an active duo. Whether both people are still free is the database's to say. */
export function reopenDuo(duo: DuoState): Decision<DuoState> {
  if (duo.closedOn === null) return refuse('DUO_NOT_CLOSED');
  return accept({ ...duo, closedOn: null, closureReason: null });
}

export interface MeetingFacts {
  readonly heldOn: CalendarDay;
  /** Length in minutes, more than 0. */
  readonly minutes: number;
  readonly mode: MeetingMode;
}

/** Refuses a meeting before the duo's start, after its closure or after today. */
export function logMeeting<T extends MeetingFacts>(
  duo: DuoState,
  meeting: T,
  today: CalendarDay,
): Decision<T> {
  if (meeting.heldOn < duo.startedOn) return refuse('MEETING_BEFORE_START', 'heldOn', { day: duo.startedOn });
  if (duo.closedOn !== null && meeting.heldOn > duo.closedOn)
    return refuse('MEETING_AFTER_CLOSURE', 'heldOn', { day: duo.closedOn });
  if (meeting.heldOn > today) return refuse('DAY_IN_FUTURE', 'heldOn', { day: today });
  return accept(meeting);
}
