import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import { judgeCondition, sideOf } from '@tandem/domain/grant-condition';
import type { ConditionMeasure, ConditionVerdict, IntervalSide } from '@tandem/domain/vocabulary';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import { Ctx, Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { ConditionVerdictEnum, IntervalSideEnum } from '../../graphql/enums.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { figureFor } from '../metrics/figures.loader.ts';
import { IntervalType, type FigureAnswer, type FigureRequest } from '../metrics/metric.type.ts';
import type { GrantConditionEntity } from './grant-terms.entity.ts';
import { GrantConditionType } from './grant.type.ts';

@ObjectType('ConditionProgress', { description: 'How far a measured condition has come.' })
export class ConditionProgressType {
  @Field(() => ConditionVerdictEnum, { description: 'Whether it is reached, or why that cannot be told.' })
  verdict: ConditionVerdict;
  @Field(() => Float, { nullable: true, description: 'In the unit of its target; null where none is told.' })
  value: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the figure meets the target on its day; null where none is told.',
    deprecationReason: 'It says so of what may still change, too: `verdict` tells the two apart.',
  })
  reached: boolean | null;
  @Field(() => Float, { nullable: true, description: 'Of a share: how many count.' }) numerator:
    | number
    | null;
  @Field(() => Float, { nullable: true, description: 'Of a share: out of how many.' })
  denominator: number | null;
  @Field(() => IntervalType, {
    nullable: true,
    description:
      'Of a rate, 95 %; null of a number of duos and of the share of women, which are as they are and no work of chance.',
  })
  interval: IntervalType | null;
  @Field(() => IntervalSideEnum, {
    nullable: true,
    description: 'Where the interval lies beside the target.',
  })
  intervalSide: IntervalSide | null;
  @Field(() => CalendarDayScalar, { description: 'As of which day.' }) asOf: CalendarDay;
}

/** What a condition is measured by on a day. */
type Measured =
  | { readonly value?: never; readonly isWithheld: boolean }
  | (Pick<ConditionProgressType, 'numerator' | 'denominator' | 'interval'> & {
      readonly value: number;
      readonly notYetObservable: number | null | 'NONE';
      readonly asOf: CalendarDay;
    });

@Resolver(() => GrantConditionType)
export class ConditionResolver {
  @FieldResolver(() => ConditionProgressType, {
    nullable: true,
    description:
      'How far it has come, by the figures over the duos that the grant pays, as of its day once that is over. Null of a condition in words.',
  })
  async progress(
    @Root() { grantId, measure, target, dueOn }: GrantConditionEntity,
    @Ctx() context: Context,
  ): Promise<ConditionProgressType | null> {
    if (measure === null || target === null) return null;
    const { today } = context;
    const asOf = dueOn !== null && dueOn < today ? dueOn : today;
    const measured = await measureBy(context, measure, grantId, asOf);
    if (measured.value === undefined)
      return {
        verdict: measured.isWithheld ? 'NOT_SHOWN' : 'NOTHING_TO_COUNT',
        value: null,
        reached: null,
        numerator: null,
        denominator: null,
        interval: null,
        intervalSide: null,
        asOf,
      };
    const { value, interval, notYetObservable } = measured;
    const grantEndsOn = addDays((await endOf(context, grantId)) ?? today, -1);
    return {
      ...measured,
      reached: value >= target,
      verdict: judgeCondition({ measure, target, dueOn, grantEndsOn, notYetObservable }, value, today),
      intervalSide: interval === null ? null : sideOf(interval, target),
    };
  }
}

const endOf = defineLoader<CalendarDay | undefined>(async (ids, { db }) => {
  const rows: { id: string; endsBefore: CalendarDay }[] = await db.query(
    'select id, ends_before as "endsBefore" from funding_grant where id = any ($1)',
    [ids],
  );
  return new Map(rows.map(({ id, endsBefore }) => [id, endsBefore]));
}, undefined);

/** The figure over the duos of a grant by which a condition is measured. */
async function measureBy(
  context: Context,
  measure: ConditionMeasure,
  grantId: string,
  asOf: CalendarDay,
): Promise<Measured> {
  const filter = { grant: [grantId] };
  const day = asOf === context.today ? {} : { asOf };
  const ask = (request: FigureRequest) => figureFor(context, { ...request, ...day });
  if (measure !== 'WOMEN_SHARE') {
    const measured = measuredBy(await ask({ metric: measure, filter }));
    if (measured.value === undefined || CATALOGUE[measure].denominator?.source.placedBy !== 'CLOSURE')
      return measured;
    // Of closed duos: each that is still open changes the share as it closes.
    const began = await ask({ metric: 'DUOS_STARTED', filter });
    return { ...measured, notYetObservable: stillOpen(began, measured) };
  }
  const women = await ask({ metric: 'DUOS_STARTED', filter: { ...filter, gender: ['WOMAN'] } });
  const all = await ask({ metric: 'DUOS_STARTED', filter });
  if (!('value' in women) || !('value' in all) || all.value === 0)
    return { isWithheld: 'reason' in women || 'reason' in all };
  return {
    value: women.value / all.value,
    numerator: women.value,
    denominator: all.value,
    interval: null,
    notYetObservable: 'NONE',
    asOf: all.asOf,
  };
}

/**
 * How many of the duos that began did not close; null where not both counts are told as of one day. Funders are told these of a
 * grant, and not how many duos are active.
 */
function stillOpen(
  began: FigureAnswer,
  { denominator: closed, asOf }: Pick<ConditionProgressType, 'denominator' | 'asOf'>,
): number | null {
  return 'value' in began && began.asOf === asOf && closed !== null ? began.value - closed : null;
}

function measuredBy(answer: FigureAnswer): Measured {
  if (!('value' in answer)) return { isWithheld: 'reason' in answer };
  const { value, denominator, interval, notYetObservable, parameters, asOf } = answer;
  return {
    value,
    numerator: denominator === null ? null : answer.numerator,
    denominator,
    interval,
    notYetObservable: parameters === null ? 'NONE' : notYetObservable,
    asOf,
  };
}
