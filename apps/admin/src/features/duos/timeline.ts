import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { ClosureReason } from '@tandem/domain/vocabulary';
import type { Duo } from './duo.queries.ts';

export type TimelineEntry = { readonly key: string; readonly day: CalendarDay } & (
  | { readonly kind: 'started' }
  | { readonly kind: 'closed'; readonly reason: ClosureReason }
  | { readonly kind: 'meeting'; readonly meeting: Duo['meetings'][number] }
  | { readonly kind: 'outcome'; readonly outcome: Duo['outcomes'][number] }
  | { readonly kind: 'response'; readonly response: Duo['responses'][number] }
);

/** Everything that happened to a duo, the latest first; on one day in the order in which it must have been. */
export function timelineOf(duo: Duo): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    { kind: 'started', key: 'started', day: duo.startedOn },
    ...duo.meetings
      .toReversed()
      .map((meeting) => ({ kind: 'meeting' as const, key: meeting.id, day: meeting.heldOn, meeting })),
    ...duo.outcomes
      .toReversed()
      .map((outcome) => ({ kind: 'outcome' as const, key: outcome.id, day: outcome.observedOn, outcome })),
    ...(duo.closedOn != null && duo.closureReason != null
      ? [{ kind: 'closed' as const, key: 'closed', day: duo.closedOn, reason: duo.closureReason }]
      : []),
    ...duo.responses.map((response) => ({
      kind: 'response' as const,
      key: response.id,
      day: response.answeredOn,
      response,
    })),
  ];
  // A stable sort: what stands first above came first on its day.
  return entries.toSorted((a, b) => a.day.localeCompare(b.day)).toReversed();
}
