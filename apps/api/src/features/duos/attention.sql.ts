import * as rule from '@tandem/domain/attention';
import type { Attention } from '@tandem/domain/vocabulary';

/** The day of its closure, as its indexes have it; what goes on is after every day. */
export const CLOSED_ON = `(case when duo.closed_on is null then 'infinity' else duo.closed_on end)`;
/** By how much a month's end may move a day that months are added to. */
const MONTH_ENDS = 3;

/** Due 6 or 12 months after the closure: see the rule in the domain. Its first line is what the index looks for. */
function followUpDue(months: number): string {
  const due = `(duo.closed_on + interval '${months} months')::date`;
  const closedAround = `cast(:today as date) - interval '${months} months'`;
  return `(${CLOSED_ON} between ${closedAround} - interval '${rule.FOLLOW_UP_OPEN_DAYS + MONTH_ENDS} days' and ${closedAround} + interval '${MONTH_ENDS} days'
    and ${due} <= :today and ${due} > cast(:today as date) - ${rule.FOLLOW_UP_OPEN_DAYS} and not exists (
    select 1 from outcome where outcome.duo_id = duo.id and outcome.removed_at is null and outcome.observed_on >= ${due} - ${rule.FOLLOW_UP_LOOK_BACK_DAYS}))`;
}

/** The rules of the domain's attention.ts as conditions on `duo`, with the parameter `today`. */
export const ATTENTION_SQL: Readonly<Record<Attention, string>> = {
  SILENT: `(duo.closed_on is null and duo.started_on < cast(:today as date) - ${rule.SILENT_AFTER_DAYS}
    and duo.last_meeting_on < cast(:today as date) - ${rule.SILENT_AFTER_DAYS})`,
  EVALUATION_OVERDUE: `(${CLOSED_ON} between cast(:today as date) - ${rule.EVALUATION_GIVEN_UP_AFTER_DAYS} and cast(:today as date) - ${rule.EVALUATION_DUE_AFTER_DAYS}
    and (select count(*) from response where response.duo_id = duo.id) < 2)`,
  MEETING_WITHOUT_NOTE: `(duo.closed_on is null and exists (
    select 1 from meeting where meeting.duo_id = duo.id and meeting.removed_at is null and meeting.note is null
      and meeting.held_on > cast(:today as date) - ${rule.MEETING_NOTE_DAYS}))`,
  FOLLOW_UP_6_DUE: followUpDue(6),
  FOLLOW_UP_12_DUE: followUpDue(12),
  PAST_PLANNED_END: '(duo.closed_on is null and duo.planned_end_on < :today)',
};
