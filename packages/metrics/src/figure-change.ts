/** What a record may do between two moments of a figure. */
export const FIGURE_CHANGES = [
  'ENTERED',
  'LEFT',
  'NOW_COUNTED',
  'NO_LONGER_COUNTED',
  'COUNTS_MORE',
  'COUNTS_LESS',
] as const;
export type FigureChange = (typeof FIGURE_CHANGES)[number];

/** What is written down of a duo as it goes on. */
const RECORDS_OF_CHANGE = ['OUTCOME', 'MEETING'] as const;
export type RecordOfChange = (typeof RECORDS_OF_CHANGE)[number];

/** Why it does it: what kind of thing happened. */
export const FIGURE_CHANGE_REASONS = [
  'NEW',
  'PERIOD',
  'WINDOW_OVER',
  'CLOSED',
  'KNOWN',
  ...RECORDS_OF_CHANGE,
  'CRITERION',
  'DEFINITION',
] as const;
export type FigureChangeReason = (typeof FIGURE_CHANGE_REASONS)[number];
