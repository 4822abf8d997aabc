import type { Expression } from './definition.ts';

/** How many meetings a duo had by the as-of day: their days are in order, so that those by a day are counted without looking at each. */
export const meetings: Expression = ({ asOf }) => `width_bucket(${asOf}, f.meeting_days)`;

/** For how many months of 30.4375 days a duo goes on by its closure or the as-of day, at least one. */
export const monthsOfMeeting: Expression = ({ asOf }) =>
  `greatest(1, (least(f.closed_on, ${asOf}) - f.started_on) / 30.4375)`;
