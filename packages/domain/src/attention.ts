/**
 * When a duo is waiting for somebody. The one place of these rules: the "today" lists, the filters of the
 * duo list and the reason shown beside a duo all come from here (the SQL of the lists binds these numbers).
 *
 * - SILENT: active, and no meeting in the last SILENT_AFTER_DAYS days (or since its start, if later).
 * - PAST_PLANNED_END: active after its planned end.
 * - EVALUATION_OVERDUE: closed EVALUATION_DUE_AFTER_DAYS to EVALUATION_GIVEN_UP_AFTER_DAYS days ago, and an
 *   evaluation of the mentee or the mentor is missing.
 * - MEETING_WITHOUT_NOTE: active, and a meeting of the last MEETING_NOTE_DAYS days has no note.
 * - FOLLOW_UP_6_DUE, FOLLOW_UP_12_DUE: closed 6 or 12 months ago, at most FOLLOW_UP_OPEN_DAYS days past that
 *   day, and no outcome is dated in the FOLLOW_UP_LOOK_BACK_DAYS days before it or since.
 */
export const SILENT_AFTER_DAYS = 21;
export const EVALUATION_DUE_AFTER_DAYS = 14;
export const EVALUATION_GIVEN_UP_AFTER_DAYS = 120;
export const MEETING_NOTE_DAYS = 14;
export const FOLLOW_UP_OPEN_DAYS = 60;
export const FOLLOW_UP_LOOK_BACK_DAYS = 30;
