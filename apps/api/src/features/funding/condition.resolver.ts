import type { CalendarDay } from '@tandem/domain/calendar-day';
import { Ctx, Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { figureFor } from '../metrics/figures.loader.ts';
import type { FigureRequest } from '../metrics/metric.type.ts';
import type { GrantConditionEntity } from './grant-terms.entity.ts';
import { GrantConditionType } from './grant.type.ts';

@ObjectType('ConditionProgress', { description: 'How far a measured condition has come.' })
export class ConditionProgressType {
  @Field(() => Float, { description: 'In the unit of its target.' }) value: number;
  @Field(() => CalendarDayScalar, { description: 'As of which day.' }) asOf: CalendarDay;
  @Field(() => Boolean, { description: 'Whether the target is reached.' }) reached: boolean;
}

@Resolver(() => GrantConditionType)
export class ConditionResolver {
  @FieldResolver(() => ConditionProgressType, {
    nullable: true,
    description:
      'How far it has come, by the figures over the duos that the grant pays, as of its day once that is over. Null of a condition in words, where there is nothing to count yet, and for a partner where the figure is withheld.',
  })
  async progress(
    @Root() { grantId, measure, target, dueOn }: GrantConditionEntity,
    @Ctx() context: Context,
  ): Promise<ConditionProgressType | null> {
    if (measure === null || target === null) return null;
    const over = dueOn !== null && dueOn < context.today;
    const asOf = over ? dueOn : context.today;
    const filter = { grant: [grantId] };
    const day = over ? { asOf } : {};
    const value =
      measure === 'WOMEN_SHARE'
        ? shareOf(
            await valueOf(context, {
              metric: 'DUOS_STARTED',
              ...day,
              filter: { ...filter, gender: ['WOMAN'] },
            }),
            await valueOf(context, { metric: 'DUOS_STARTED', ...day, filter }),
          )
        : await valueOf(context, { metric: measure, ...day, filter });
    return value === undefined ? null : { value, asOf, reached: value >= target };
  }
}

/** Undefined where there is nothing to count, or it is withheld from this viewer. */
async function valueOf(context: Context, request: FigureRequest): Promise<number | undefined> {
  const answer = await figureFor(context, request);
  return 'value' in answer ? answer.value : undefined;
}

function shareOf(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole === 0 ? undefined : part / whole;
}
