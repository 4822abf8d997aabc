import { Field, ID, ObjectType } from 'type-graphql';
import { CalendarDayScalar } from '../../graphql/scalars.ts';

@ObjectType('Branch', { description: 'A place from which the programme is run (antenne, vestiging).' })
export class BranchType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 code.' }) country: string;
}

@ObjectType('Coordinator', { description: 'The member of staff who follows duos.' })
export class CoordinatorType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'Name as used in the programme.' }) name: string;
  @Field(() => BranchType, { description: 'Where they work.' }) branch: BranchType;
}

@ObjectType('StageReached', { description: 'A step on the way into a duo, and when it was reached.' })
export class StageReachedType {
  @Field(() => String, { description: 'A MenteeStage or MentorStage.' }) stage: string;
  @Field(() => CalendarDayScalar, { description: 'The day.' }) reachedOn: string;
}
