import type { Expression, Terms } from './definition.ts';

/** What of an exit is sought: columns of the fact are named after it. */
export type Exit = 'exit' | 'job' | 'stable_job';

/** The day from which exits are sought. */
export function anchorDay({ anchor }: Terms): string {
  return anchor === 'START' ? 'f.started_on' : 'f.closed_on';
}

/** The last day of the window, which belongs to it. */
export function windowEnd(terms: Terms): string {
  return `(${anchorDay(terms)} + make_interval(months => ${terms.windowMonths}))`;
}

/** The column with the first day of such an exit, from the anchor, on the evidence asked for. */
export function firstDay(exit: Exit, { anchor, evidence }: Terms): string {
  return `f.${evidence === 'DOCUMENTED' ? 'documented_' : ''}${exit}_from_${anchor.toLowerCase()}`;
}

/** The day to which somebody is followed: the last one by the as-of day of which any situation is recorded (see statistics/follow-up.ts). */
export const followedTo: Expression = ({ asOf }) =>
  `(select max(seen.day) from unnest(f.situation_days) as seen (day) where seen.day <= ${asOf})`;
