import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar, CentsScalar } from '../../graphql/scalars.ts';

@ObjectType('InKindRate', {
  description: 'At how much an hour that is given in kind is valued, from a day on.',
})
export class InKindRateType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => CalendarDayScalar, { description: 'From this day on, until the next rate.' }) fromDay: string;
  @Field(() => CentsScalar, { description: 'An hour.' }) centsPerHour: number;
  @Field(() => String, { description: 'From where it was taken.' }) source: string;
  @Field(() => Int, { description: 'Year of the source.' }) sourceYear: number;
  @Field(() => GraphQLISODateTime, { description: 'When it was set.' }) madeAt: Date;
  @Field(() => String, { description: 'By whom.' }) madeBy: string;
}

@InputType({ description: 'A rate for hours that are given in kind.' })
export class InKindRateInput {
  @Field(() => CalendarDayScalar, { description: 'From which day on.' }) fromDay: string;
  @Field(() => CentsScalar, { description: 'An hour.' }) centsPerHour: number;
  @Field(() => String, { description: 'From where it is taken.' }) source: string;
  @Field(() => Int, { description: 'Year of the source.' }) sourceYear: number;
}

@ObjectType('InKind', {
  description:
    'What is given in kind in a period: approved hours at the rate of their day. Hours that a grant of skills sponsorship of the same partner covers on that day are in that grant, and not valued again.',
})
export class InKindType {
  @Field(() => MoneyType, { description: 'The value of the hours.' }) value: MoneyType;
  @Field(() => Int, { description: 'Minutes that are valued.' }) valuedMinutes: number;
  @Field(() => Int, { description: 'Minutes that a grant covers already.' }) coveredMinutes: number;
  @Field(() => MoneyType, {
    description:
      'What these would be worth at the rates of their days, to be held against what was agreed: no figure counts it.',
  })
  coveredValue: MoneyType;
  @Field(() => Int, { description: 'Minutes of days for which there is no rate.' }) unratedMinutes: number;
}

export const InKindRateResult = resultOf('InKindRate', () => InKindRateType);
