import { useFormat } from '@tandem/ui/format';
import { getRouteApi } from '@tanstack/react-router';
import { periodLookedAt } from './year.ts';

const route = getRouteApi('/money');

/** The period that the address says, and its words; none of all time. */
export function useLookedAt() {
  const format = useFormat();
  const { year, month } = route.useSearch();
  const period = periodLookedAt({ year, month });
  const ofMonth = year !== undefined && month !== undefined;
  return { period, words: ofMonth ? format.day(period.from, 'month') : year?.toString() };
}
