import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDayScalar, CentsScalar } from './scalars.ts';

@InputType('PeriodInput', { description: 'A half-open period: `from` is included, `to` is not.' })
export class PeriodInput {
  @Field(() => CalendarDayScalar, { description: 'First day.' }) from: string;
  @Field(() => CalendarDayScalar, { description: 'First day after it.' }) to: string;
}

@InputType('RecordVersionInput', { description: 'A record as the viewer saw it.' })
export class RecordVersionInput {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => Int, { description: 'The version that the viewer saw.' }) version: number;
}

@ObjectType('Money', { description: 'An amount of money.' })
export class MoneyType {
  @Field(() => CentsScalar, { description: 'In hundredths of the currency.' }) cents: number;
  @Field(() => String, { description: 'ISO 4217 code.' }) currency: string;
}
