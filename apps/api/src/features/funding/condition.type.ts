import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { ConditionVerdict, IntervalSide } from '@tandem/domain/vocabulary';
import { Field, Float, ObjectType } from 'type-graphql';
import { ConditionVerdictEnum, IntervalSideEnum } from '../../graphql/enums.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { FigureResult, IntervalType, type FigureAnswer } from '../metrics/figure.type.ts';

@ObjectType('ConditionProgress', { description: 'How far a measured condition has come.' })
export class ConditionProgressType {
  @Field(() => ConditionVerdictEnum, { description: 'Whether it is reached, or why that cannot be told.' })
  verdict: ConditionVerdict;
  @Field(() => Boolean, {
    description:
      'Whether that can still become another: until its day is over, or, of one without a day, the grant and the time of all its duos, as far as that is told. A number of duos that is reached stays so.',
  })
  mayChange: boolean;
  @Field(() => Float, { nullable: true, description: 'In the unit of its target; null where none is told.' })
  value: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the figure meets the target on its day; null where none is told.',
    deprecationReason: '`verdict` says the same, and why it cannot be told.',
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
  @Field(() => FigureResult, {
    description:
      'The figure that it is measured by, with its definition; of the share of women, the number of duos among which it is taken.',
  })
  figure: FigureAnswer;
}
