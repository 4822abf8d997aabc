import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import type { Context } from './context.ts';
import { badRequest } from './errors.ts';
import { given } from './given.ts';

/** Refuses a period that ends before it begins, and a day that has not come. */
export function refuseImpossibleTime(
  { today }: Pick<Context, 'today'>,
  {
    asOf,
    period,
  }: {
    readonly asOf?: CalendarDay | null | undefined;
    readonly period?: Period | null | undefined;
  },
): void {
  if (given(period) && period.from >= period.to) throw badRequest('The period ends before it begins.');
  if (given(asOf) && asOf > today)
    throw badRequest(`On ${asOf} nothing is known yet: the programme's day is ${today}.`);
}
