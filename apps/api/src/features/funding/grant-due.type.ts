import type { GrantDueKind } from '@tandem/domain/vocabulary';
import { Field, ID, ObjectType } from 'type-graphql';
import { GrantDueKindEnum } from '../../graphql/enums.ts';
import { CalendarDayScalar, CentsScalar } from '../../graphql/scalars.ts';

@ObjectType('GrantDue', {
  description: 'Something of a grant that is to be done by a day and is not done yet.',
})
export class GrantDueType {
  @Field(() => ID, {
    description: 'UUID of the instalment, deadline or condition, or of the grant that is to be settled.',
  })
  id: string;
  @Field(() => GrantDueKindEnum, { description: 'What it is.' }) kind: GrantDueKind;
  @Field(() => CalendarDayScalar, { description: 'By when.' }) dueOn: string;
  @Field(() => Boolean, { description: 'Whether that day is over.' }) overdue: boolean;
  @Field(() => ID, { description: 'Of which grant.' }) grantId: string;
  @Field(() => String, { description: 'Its reference.' }) grantReference: string;
  @Field(() => String, { description: 'Who gives it.' }) funderName: string;
  @Field(() => String, { nullable: true, description: 'What is to be sent or reached.' }) text: string | null;
  @Field(() => CentsScalar, { nullable: true, description: 'Of an instalment: how much.' })
  amountCents: number | null;
}
