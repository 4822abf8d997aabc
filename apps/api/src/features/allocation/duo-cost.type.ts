import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { CalendarDayScalar, CentsScalar } from '../../graphql/scalars.ts';

@ObjectType('DuoCostPart', {
  description:
    'What a grant, or no grant, bears of a duo in a span: a month or a calendar year, as the rule says.',
})
export class DuoCostPartType {
  @Field(() => CalendarDayScalar, { description: 'First day of the span.' }) from: string;
  @Field(() => CalendarDayScalar, { description: 'First day after it.' }) to: string;
  @Field(() => ID, { description: 'UUID of the branch of the duo.' }) branchId: string;
  @Field(() => String, { description: 'Its name.' }) branchName: string;
  @Field(() => ID, { nullable: true, description: 'UUID of the grant; null of what no grant pays.' })
  grantId: string | null;
  @Field(() => String, { nullable: true, description: 'Its reference.' }) grantReference: string | null;
  @Field(() => CentsScalar, { description: 'Of direct cost.' }) directCents: number;
  @Field(() => CentsScalar, { description: 'Of shared cost.' }) sharedCents: number;
  @Field(() => CentsScalar, { description: 'Of indirect cost.' }) indirectCents: number;
  @Field(() => CentsScalar, { description: 'All three together.' }) cents: number;
  @Field(() => CentsScalar, {
    description:
      'What all duos of its branch bear that this grant pays, of the lines about this span: `allocationTrace` of the span names them, where it is asked by what lines are about.',
  })
  groupCents: number;
  @Field(() => Float, {
    description: 'The share of the duo in what the rule weighs of these duos, from 0 to 1.',
  })
  weight: number;
}

@ObjectType('DuoCost', {
  description:
    'What a single duo cost by the rule in force: its parts of direct, shared and indirect cost. Each span is allocated by itself, and what all duos bear, and no duo, adds up to the ledger exactly.',
})
export class DuoCostType {
  @Field(() => Int, { description: 'Version of the rule.' }) ruleVersion: number;
  @Field(() => MoneyType, { description: 'In all, by today.' }) total: MoneyType;
  @Field(() => MoneyType, { description: 'Its part of direct cost.' }) direct: MoneyType;
  @Field(() => MoneyType, { description: 'Its part of shared cost.' }) shared: MoneyType;
  @Field(() => MoneyType, { description: 'Its part of indirect cost.' }) indirect: MoneyType;
  @Field(() => [DuoCostPartType], { description: 'By span and by who pays; they add up to it.' })
  parts: DuoCostPartType[];
}

@ObjectType('AllocatedDuo', { description: 'What a duo bears of the cost of a period.' })
export class AllocatedDuoType {
  @Field(() => ID, { description: 'UUID of the duo.' }) id: string;
  @Field(() => String, { description: "The operator's own reference." }) reference: string;
  @Field(() => CalendarDayScalar, { description: 'First day.' }) startedOn: string;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'Day of its closure; null while it goes on.',
  })
  closedOn: string | null;
  @Field(() => CentsScalar, { description: 'Of direct cost.' }) directCents: number;
  @Field(() => CentsScalar, { description: 'Of shared cost.' }) sharedCents: number;
  @Field(() => CentsScalar, { description: 'Of indirect cost.' }) indirectCents: number;
  @Field(() => CentsScalar, { description: 'All three together.' }) cents: number;
}

@ObjectType('AllocatedDuos', {
  description:
    'Among which duos an allocated amount is split: they, and what no duo bears, add up to it exactly.',
})
export class AllocatedDuosType {
  @Field(() => MoneyType, { description: 'The allocated amount.' }) total: MoneyType;
  @Field(() => MoneyType, { description: 'What no duo bears, since none weighs anything there.' })
  withoutDuo: MoneyType;
  @Field(() => Int, { description: 'How many duos bear some of it.' }) duoCount: number;
  @Field(() => [AllocatedDuoType], { description: 'They, the largest amount first; at most 1,000.' })
  duos: AllocatedDuoType[];
}

@ObjectType('FunderCost', {
  description:
    'What the money of a funder did in a period: what its grants had, which duos they paid, and what those bore of the cost.',
})
export class FunderCostType {
  @Field(() => ID, { nullable: true, description: 'UUID of the funder; null of what no grant pays.' })
  funderId: string | null;
  @Field(() => String, { nullable: true, description: 'Its name.' }) funderName: string | null;
  @Field(() => CentsScalar, {
    description:
      'What its grants had for the period, each spread evenly over its days; those in kind are not money, and left out.',
  })
  availableCents: number;
  @Field(() => Float, { description: 'Duos started in the period, by its shares of them.' })
  startedDuos: number;
  @Field(() => Float, {
    description: 'How long duos went on in the period, by its shares, in months of 365/12 days.',
  })
  activeDuoMonths: number;
  @Field(() => CentsScalar, { description: 'What its shares of duos bore of direct cost.' })
  directCents: number;
  @Field(() => CentsScalar, { description: 'What they bore of shared cost.' }) sharedCents: number;
  @Field(() => CentsScalar, { description: 'What they bore of indirect cost.' }) indirectCents: number;
  @Field(() => CentsScalar, {
    description: 'All three together; over all funders and none it is the ledger.',
  })
  cents: number;
}
