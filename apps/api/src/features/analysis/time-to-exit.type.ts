import { COMPETING_CLOSURES } from '@tandem/metrics/compile-courses';
import { LEAST_FOLLOWED } from '@tandem/metrics/statistics/follow-up';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { FigureBoundsType } from '../metrics/figure-bounds.type.ts';
import { FigureParametersType, MetricDefinitionType } from '../metrics/metric.type.ts';

export const CompetingClosuresEnum = enumOf(
  'CompetingClosures',
  COMPETING_CLOSURES,
  'Which closures compete with the exit, where they come before it.',
  {
    EARLY_END:
      'The duo broke off (lack of availability, disagreement, health, moved away): the curve is not about what comes after. Of who completed it or found a job it goes on.',
    ANY_CLOSURE: 'Every closure: the curve is about exits while the duo lasts.',
  },
);

@ObjectType('TimeToExitMonth', {
  description: 'By one month after the day from which exits are sought.',
})
export class TimeToExitMonthType {
  @Field(() => Int, { description: 'How many months after it; 0 is the day itself.' }) month: number;
  @Field(() => Int, {
    description:
      'Duos without the exit and without an end that competes, for which the months before are over, at the beginning of the month.',
  })
  atRisk: number;
  @Field(() => Int, { description: 'Duos whose exit came in the month.' }) exits: number;
  @Field(() => Int, { description: 'Duos that ended otherwise in the month, before any exit.' })
  ends: number;
  @Field(() => Int, {
    description: 'Duos for which this month is the last that is over on the as-of day, without either.',
  })
  censored: number;
  @Field(() => Float, {
    description: 'The share with the exit by then (Aalen-Johansen), 0 to 1.',
  })
  incidence: number;
  @Field(() => Float, { description: 'Lower limit, 95 %, of this month by itself (complementary log-log).' })
  lower: number;
  @Field(() => Float, { description: 'Upper limit, 95 %.' }) upper: number;
  @Field(() => Float, { description: 'The share that ended otherwise by then.' }) ended: number;
  @Field(() => Float, { description: 'The share with neither so far.' }) neither: number;
  @Field(() => Int, {
    description:
      'Of how many it is not known whether the exit came first by then: without either nothing is recorded of them at the end of the month or later, or of an end that competes nothing on its day or later.',
  })
  unknown: number;
  @Field(() => Int, {
    description: 'For how many it is too early: they have neither so far, and the month is not over.',
  })
  tooEarly: number;
  @Field(() => FigureBoundsType, {
    nullable: true,
    description:
      'Within what the share of all these duos with the exit first by then lies, whatever became of the unknown and of those for whom it is too early. The curve is within; null where all is known.',
  })
  bounds: FigureBoundsType | null;
  @Field(() => Int, {
    description:
      'Of those for whom so many months are over: how many had the exit within them, whatever else came first.',
  })
  matureExits: number;
  @Field(() => Int, { description: 'For how many so many months are over.' }) matureDuos: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'The mature-cohort rate: the one over the other; null where so many months are over for nobody.',
  })
  matureRate: number | null;
  @Field(() => Float, { nullable: true, description: 'Its lower limit, 95 % (Wilson).' })
  matureLower: number | null;
  @Field(() => Float, { nullable: true, description: 'Its upper limit, 95 %.' }) matureUpper: number | null;
  @Field(() => Int, {
    description:
      'Of how many of them it is not known: they have no exit, and nothing is recorded of them at the end of these months or later.',
  })
  matureUnknown: number;
  @Field(() => FigureBoundsType, {
    nullable: true,
    description: 'Within what the rate lies whatever became of these; null where all is known.',
  })
  matureBounds: FigureBoundsType | null;
}

@ObjectType('TimeToExitCurve', { description: 'The course of one group of duos to an exit.' })
export class TimeToExitCurveType {
  @Field(() => String, {
    description: 'A code, an id, or the first day of a period; `all` where groups were not asked for.',
  })
  key: string;
  @Field(() => String, { description: 'The name of a branch; else the key.' }) label: string;
  @Field(() => Int, { description: 'How many duos it is about.' }) duos: number;
  @Field(() => Int, {
    description:
      'Exits that came after an end that competes. They are in the mature-cohort rates and not on the curve, which for that lies below them.',
  })
  exitsAfterEnd: number;
  @Field(() => Int, {
    nullable: true,
    description:
      'The month by which half have the exit; null where fewer than half have it by the last month.',
  })
  medianMonth: number | null;
  @Field(() => Int, {
    nullable: true,
    description: `The last month at whose end somebody still looked: of the duos without the exit by then, ${100 * LEAST_FOLLOWED} % or more are followed so long, which is to say that a situation is recorded of them on that day or later. Beyond it nothing can be told from the curve, nor from a rate with such a window. Null where nobody was looked for.`,
  })
  lookedUntil: number | null;
  @Field(() => [TimeToExitMonthType], { description: 'From month 0 to the last that was asked for.' })
  months: TimeToExitMonthType[];
}

@ObjectType('TimeToExit', {
  description:
    'How the share with an exit grows with time. One less Kaplan-Meier is not offered: it would count duos that ended otherwise as if they could still have the exit, and is too high as a share of duos. That nothing is recorded of somebody counts as no exit so far: the exit rates say of how many it is not known.',
})
export class TimeToExitType {
  @Field(() => MetricDefinitionType, { description: 'The indicator whose exit it is about.' })
  definition: MetricDefinitionType;
  @Field(() => FigureParametersType, {
    description: 'From which day and on what evidence; window and population are those of the curve itself.',
  })
  parameters: FigureParametersType;
  @Field(() => CompetingClosuresEnum, {
    nullable: true,
    description: 'What competes; null from the closure, after which nothing does.',
  })
  competing: (typeof COMPETING_CLOSURES)[number] | null;
  @Field(() => CalendarDayScalar, { description: 'What was so by this day, by what is recorded today.' })
  asOf: string;
  @Field(() => [TimeToExitCurveType], {
    description: 'One curve, or one for each group, in the order of their keys.',
  })
  curves: TimeToExitCurveType[];
}
