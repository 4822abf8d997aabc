import type { CalendarDay } from './calendar-day.ts';
import { accept, refuse, type Decision } from './refusal.ts';
import type { TimeEntryStatus, VolunteerStatus } from './vocabulary.ts';

export interface WorkedTime {
  readonly workedOn: CalendarDay;
  readonly minutes: number;
}

/** Refuses hours of somebody who has withdrawn, and of a day after today. */
export function logTime<T extends WorkedTime>(
  volunteer: { status: VolunteerStatus },
  time: T,
  today: CalendarDay,
): Decision<T> {
  if (volunteer.status === 'WITHDRAWN') return refuse('VOLUNTEER_WITHDRAWN', 'volunteerId');
  if (time.workedOn > today) return refuse('DAY_IN_FUTURE', 'workedOn', { day: today });
  return accept(time);
}

export interface TimeDecision {
  readonly status: Exclude<TimeEntryStatus, 'SUBMITTED'>;
  readonly rejectionReason: string | null;
}

/** Approves or rejects submitted hours; a rejection needs a reason, and what is decided stays so until it is taken back. */
export function decideTime(current: TimeEntryStatus, decision: TimeDecision): Decision<TimeDecision> {
  if (current !== 'SUBMITTED') return refuse('HOURS_ALREADY_DECIDED');
  if (decision.status === 'REJECTED' && !decision.rejectionReason?.trim())
    return refuse('REASON_NEEDED', 'reason');
  return accept(decision.status === 'APPROVED' ? { ...decision, rejectionReason: null } : decision);
}
