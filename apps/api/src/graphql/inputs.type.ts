import { Field, InputType, ObjectType } from 'type-graphql';
import { CalendarDayScalar, CentsScalar } from './scalars.ts';

@InputType('PeriodInput', { description: 'A half-open period: `from` is included, `to` is not.' })
export class PeriodInput {
  @Field(() => CalendarDayScalar, { description: 'First day.' }) from: string;
  @Field(() => CalendarDayScalar, { description: 'First day after it.' }) to: string;
}

@ObjectType('Money', { description: 'An amount of money.' })
export class MoneyType {
  @Field(() => CentsScalar, { description: 'In hundredths of the currency.' }) cents: number;
  @Field(() => String, { description: 'ISO 4217 code.' }) currency: string;
}
