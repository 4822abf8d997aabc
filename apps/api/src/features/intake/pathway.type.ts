import { Field, Float, Int, ObjectType } from 'type-graphql';
import { IntervalType } from '../metrics/figure.type.ts';

@ObjectType('PathwayStage', {
  description:
    'How many of those at an info session came to a stage by the as-of day, and how long it took them.',
})
export class PathwayStageType {
  @Field(() => String, { description: 'A MenteeStage or a MentorStage.' }) stage: string;
  @Field(() => Int, { description: 'Who reached it.' }) reached: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Who reached both it and the stage before; null of the first stage.',
  })
  came: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'The share of those at the stage before who came to it: the conversion rate of the catalogue. Null where there is nobody.',
  })
  conversion: number | null;
  @Field(() => IntervalType, { nullable: true, description: 'Its 95 % interval (Wilson).' })
  interval: IntervalType | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Days from the stage before to it: half took at most so many.',
  })
  medianDays: number | null;
  @Field(() => Float, { nullable: true, description: 'A quarter took at most so many.' })
  lowerQuartileDays: number | null;
  @Field(() => Float, { nullable: true, description: 'Three quarters took at most so many.' })
  upperQuartileDays: number | null;
  @Field(() => Int, { description: 'Who is at it and went no further.' }) waiting: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Days that half of those have waited at least, up to the as-of day; null where nobody waits.',
  })
  medianDaysWaiting: number | null;
}
