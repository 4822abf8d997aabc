import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';

const LedgerActionEnum = enumOf(
  'LedgerAction',
  ['CLOSED', 'REOPENED'] as const,
  'What was done to a month, and with it to all before (closed) or after it (reopened).',
);

@ObjectType('LedgerMonth', { description: 'A month of the ledger.' })
export class LedgerMonthType {
  @Field(() => CalendarDayScalar, { description: 'Its first day.' }) month: string;
  @Field(() => Int, { description: 'Lines booked in it.' }) lines: number;
  @Field(() => Int, { description: 'Of these, counter-entries and what replaced a line.' })
  corrections: number;
  @Field(() => MoneyType, { description: 'Their sum.' }) total: MoneyType;
  @Field(() => Boolean, { description: 'Whether it takes no booking any more.' }) closed: boolean;
  @Field(() => Boolean, { description: 'Whether it is over, so that it can be closed.' }) over: boolean;
}

@ObjectType('LedgerClosing', {
  description: 'What closing a month would close, with all open months before it.',
})
export class LedgerClosingType {
  @Field(() => Int, { description: 'Open months in which something was booked.' }) months: number;
  @Field(() => Int, { description: 'Their lines.' }) lines: number;
  @Field(() => MoneyType, { description: 'The sum of these.' }) total: MoneyType;
}

@ObjectType('LedgerEvent', { description: 'A month was closed or opened again.' })
export class LedgerEventType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => LedgerActionEnum, { description: 'What was done.' }) action: 'CLOSED' | 'REOPENED';
  @Field(() => CalendarDayScalar, { description: 'First day of the month.' }) month: string;
  @Field(() => GraphQLISODateTime, { description: 'When.' }) at: Date;
  @Field(() => String, { description: 'By whom.' }) madeBy: string;
  @Field(() => String, { nullable: true, description: 'Why it was opened again.' }) reason: string | null;
}

@ObjectType('Ledger', { description: 'The ledger as a whole.' })
export class LedgerType {
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'Months before this day are closed; null while none is.',
  })
  closedBefore: string | null;
  @Field(() => Int, { description: 'Goes up with every closure and reopening.' }) version: number;
}

export const LedgerResult = resultOf('Ledger', () => LedgerType);
