import { addDays, isCalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import { someIds } from '@tandem/ui/list-state';
import { z } from 'zod';

const day = z.string().refine(isCalendarDay).optional().catch(undefined);

/** Of when and where a page of figures is, as it stands in the address. */
export const cohortSearch = z.object({ asOf: day, from: day, to: day, branch: someIds });
export type CohortSearch = z.output<typeof cohortSearch>;

/** Before anything that a programme can know of. */
const BEGINNING = '1900-01-01';

/**
 * The period of an address, whose last day is meant to be in it: from `from` up to and with `to`, open at either end.
 * Undefined for all time.
 */
export function periodOf({ from, to, asOf }: CohortSearch, today: string): Period | undefined {
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? BEGINNING, to: addDays(to ?? asOf ?? today, 1) };
}

/**
 * At which end it is said that the period of an address ends before it begins: at its last day, or at the first where the
 * last is open. Undefined where it does not.
 */
export function reversedEnd(search: CohortSearch, today: string): 'from' | 'to' | undefined {
  const period = periodOf(search, today);
  if (period === undefined || period.from < period.to) return undefined;
  return search.to === undefined ? 'from' : 'to';
}
