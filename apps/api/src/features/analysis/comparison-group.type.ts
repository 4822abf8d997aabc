import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';

@ObjectType('ComparisonGroup', {
  description:
    'People outside of the programme, row by row, as they came in a file of the kind COMPARISONS: under pseudonyms, with what is needed to weigh them.',
})
export class ComparisonGroupType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => String, {
    nullable: true,
    description: 'Where its rows are from, and how people came into it; null until somebody says.',
  })
  source: string | null;
  @Field(() => Int, { description: 'How many people it has.' }) people: number;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'The first day from which one is followed.',
  })
  firstStart: string | null;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'The last day from which one is followed.' })
  lastStart: string | null;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'The last day on which one was observed.' })
  observedUntil: string | null;
  @Field(() => Int, { description: 'Goes up with each change of what is said of it.' }) version: number;
  @Field(() => Boolean, { description: 'Whether it was removed.' }) removed: boolean;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description:
      'Of one that was removed: the last day on which it can be put back. Then its rows are erased.',
  })
  restorableUntil: string | null;
}

@InputType({ description: 'What is said of a comparison group.' })
export class ComparisonGroupInput {
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => String, { description: 'Where its rows are from, and how people came into it.' })
  source: string;
}

export const ComparisonGroupResult = resultOf('ComparisonGroup', () => ComparisonGroupType);
