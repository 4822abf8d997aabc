import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import { judgeCondition, sideOf } from '@tandem/domain/grant-condition';
import type { Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import type { ConditionProgressType } from './condition.type.ts';
import type { GrantConditionEntity } from './grant-terms.entity.ts';
import { measureBy } from './measure-condition.ts';

/** How far a condition has come, as of its day once that is over; null of one in words. */
export async function progressOf(
  context: Context,
  { grantId, measure, target, dueOn }: Pick<GrantConditionEntity, 'grantId' | 'measure' | 'target' | 'dueOn'>,
): Promise<ConditionProgressType | null> {
  if (measure === null || target === null) return null;
  const { today } = context;
  const asOf = dueOn !== null && dueOn < today ? dueOn : today;
  const measured = await measureBy(context, measure, grantId, asOf);
  if (measured.value === undefined)
    return {
      verdict: measured.isWithheld ? 'NOT_SHOWN' : 'NOTHING_TO_COUNT',
      mayChange: true,
      value: null,
      reached: null,
      numerator: null,
      denominator: null,
      interval: null,
      intervalSide: null,
      asOf,
      figure: measured.figure,
    };
  const { value, interval, notYetObservable } = measured;
  const grantEndsOn = addDays((await endOf(context, grantId)) ?? today, -1);
  return {
    ...measured,
    ...judgeCondition({ measure, target, dueOn, grantEndsOn, notYetObservable }, value, today),
    reached: value >= target,
    intervalSide: interval === null ? null : sideOf(interval, target),
  };
}

const endOf = defineLoader<CalendarDay | undefined>(async (ids, { db }) => {
  const rows: { id: string; endsBefore: CalendarDay }[] = await db.query(
    'select id, ends_before as "endsBefore" from funding_grant where id = any ($1)',
    [ids],
  );
  return new Map(rows.map(({ id, endsBefore }) => [id, endsBefore]));
}, undefined);
