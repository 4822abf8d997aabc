import type { AllocationBasis, AllocationSpan, CostCategory, CostNature } from '@tandem/domain/vocabulary';
import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  AllocationBasisEnum,
  AllocationSpanEnum,
  CostCategoryEnum,
  CostNatureEnum,
} from '../../graphql/enums.ts';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar, CentsScalar } from '../../graphql/scalars.ts';

@ObjectType('BranchShare', { description: 'The share of a branch.' })
export class BranchShareType {
  @Field(() => ID, { description: 'UUID of the branch.' }) branchId: string;
  @Field(() => Float, { description: 'From 0 to 1.' }) share: number;
}

@ObjectType('AllocationRule', {
  description: 'A version of the rule by which cost is allocated; none is ever changed.',
})
export class AllocationRuleType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => Int, { description: 'Goes up with every change of the rule.' }) version: number;
  @Field(() => AllocationBasisEnum, { description: 'By what cost is allocated.' }) basis: AllocationBasis;
  @Field(() => AllocationSpanEnum, { description: 'Among the duos of which time.' }) span: AllocationSpan;
  @Field(() => [CostNatureEnum], {
    description:
      'Natures of cost that all branches bear together; the others stay with the branch that booked them.',
  })
  spread: CostNature[];
  @Field(() => String, { nullable: true, description: 'Why it was made; null of the first one.' })
  reason: string | null;
  @Field(() => GraphQLISODateTime, { description: 'When it was made.' }) madeAt: Date;
  @Field(() => String, { nullable: true, description: 'By whom; null of the first one.' }) madeBy:
    | string
    | null;
}

@InputType({ description: 'The share of a branch.' })
export class BranchShareInput {
  @Field(() => ID, { description: 'Which branch.' }) branchId: string;
  @Field(() => Float, { description: 'More than 0, at most 1.' }) share: number;
}

@InputType({ description: 'A new version of the allocation rule.' })
export class AllocationRuleInput {
  @Field(() => AllocationBasisEnum, { description: 'By what cost is allocated.' }) basis: AllocationBasis;
  @Field(() => AllocationSpanEnum, { description: 'Among the duos of which time.' }) span: AllocationSpan;
  @Field(() => [CostNatureEnum], { description: 'Natures that all branches bear together.' })
  spread: CostNature[];
  @Field(() => [BranchShareInput], { nullable: true, description: 'Of BRANCH_SHARES; they come to 1.' })
  branchShares?: BranchShareInput[] | null;
  @Field(() => String, { description: 'Why.' }) reason: string;
}

export const AllocationRuleResult = resultOf('AllocationRule', () => AllocationRuleType);

@ObjectType('AllocatedGroup', {
  description: 'What the duos of a branch that a grant pays bear of the cost.',
})
export class AllocatedGroupType {
  @Field(() => ID, { description: 'UUID of the branch.' }) branchId: string;
  @Field(() => String, { description: 'Its name.' }) branchName: string;
  @Field(() => ID, { nullable: true, description: 'UUID of the grant; null of what no grant pays.' })
  grantId: string | null;
  @Field(() => String, { nullable: true, description: 'Its reference.' }) grantReference: string | null;
  @Field(() => Float, {
    description:
      'Duos started in the period, by their shares; of a grant, by a rule of months or years, those that started in its own time.',
  })
  startedDuos: number;
  @Field(() => Float, {
    description:
      'How long duos went on in the period, by their shares, in months of 365/12 days; for a grant, by a rule of months or years, in its own time.',
  })
  activeDuoMonths: number;
  @Field(() => MoneyType, { description: 'What it bears in all.' }) cost: MoneyType;
  @Field(() => MoneyType, { description: 'Of it, what the rule allocated.' }) byRule: MoneyType;
  @Field(() => MoneyType, { description: 'Of it, direct and shared cost: what grows with the duos.' })
  marginal: MoneyType;
}

@ObjectType('Allocation', {
  description:
    'The cost of a period, allocated to branches and grants: what they bear adds up to the ledger exactly.',
})
export class AllocationType {
  @Field(() => AllocationRuleType, { description: 'By which rule.' }) rule: AllocationRuleType;
  @Field(() => CalendarDayScalar, { description: 'First day of the period.' }) from: string;
  @Field(() => CalendarDayScalar, { description: 'First day after it.' }) to: string;
  @Field(() => MoneyType, { description: 'All lines of the ledger in the period.' }) ledger: MoneyType;
  @Field(() => [AllocatedGroupType], { description: 'Who bears it.' }) groups: AllocatedGroupType[];
}

@ObjectType('AllocatedLine', { description: 'A line of the ledger, and how much of it somebody bears.' })
export class AllocatedLineType {
  @Field(() => ID, { description: 'UUID of the line.' }) id: string;
  @Field(() => CalendarDayScalar, { description: 'Booking day.' }) bookedOn: string;
  @Field(() => String, { nullable: true, description: "The accounts' own reference." }) reference:
    | string
    | null;
  @Field(() => CostCategoryEnum, { description: 'What it was for.' }) category: CostCategory;
  @Field(() => CostNatureEnum, { description: 'How it behaves.' }) nature: CostNature;
  @Field(() => String, { description: 'The branch that booked it.' }) branchName: string;
  @Field(() => CentsScalar, { description: 'The line.' }) lineCents: number;
  @Field(() => CentsScalar, { description: 'What is borne of it.' }) cents: number;
  @Field(() => Boolean, {
    description: 'Whether the rule allocated it; otherwise it stays where it was booked.',
  })
  byRule: boolean;
}

@ObjectType('AllocationTrace', { description: 'From which lines of the ledger an allocated amount comes.' })
export class AllocationTraceType {
  @Field(() => MoneyType, { description: 'The sum of what is borne.' }) total: MoneyType;
  @Field(() => Int, { description: 'How many lines it comes from.' }) lineCount: number;
  @Field(() => [AllocatedLineType], { description: 'They, by booking day; at most 1,000.' })
  lines: AllocatedLineType[];
}

@ObjectType('LinePart', { description: 'What of a line of the ledger a branch and a grant bear.' })
export class LinePartType {
  @Field(() => ID, { description: 'UUID of the branch.' }) branchId: string;
  @Field(() => String, { description: 'Its name.' }) branchName: string;
  @Field(() => ID, { nullable: true, description: 'UUID of the grant; null of what no grant pays.' })
  grantId: string | null;
  @Field(() => String, { nullable: true, description: 'Its reference.' }) grantReference: string | null;
  @Field(() => CentsScalar, { description: 'How much; never 0.' }) cents: number;
}

@ObjectType('LineAllocation', { description: 'Who bears a line of the ledger; the parts add up to it.' })
export class LineAllocationType {
  @Field(() => Int, { description: 'Version of the rule.' }) ruleVersion: number;
  @Field(() => AllocationSpanEnum, { description: 'Among the duos of which time the rule allocates.' })
  span: AllocationSpan;
  @Field(() => CalendarDayScalar, { description: 'The first day of that time.' }) from: string;
  @Field(() => CalendarDayScalar, { description: 'First day after it.' }) to: string;
  @Field(() => MoneyType, { description: 'The line.' }) amount: MoneyType;
  @Field(() => Boolean, {
    description: 'Whether the rule allocated it; otherwise it stays where it was booked.',
  })
  byRule: boolean;
  @Field(() => [LinePartType], { description: 'Who bears it, by branch and grant.' }) parts: LinePartType[];
}

@ObjectType('AllocationRuleContent', {
  description: 'What a version of the rule says, without who made it and why.',
})
export class AllocationRuleContentType {
  @Field(() => AllocationBasisEnum, { description: 'By what cost is allocated.' }) basis: AllocationBasis;
  @Field(() => AllocationSpanEnum, { description: 'Among the duos of which time.' }) span: AllocationSpan;
  @Field(() => [CostNatureEnum], {
    description:
      'Natures of cost that all branches bear together; the others stay with the branch that booked them.',
  })
  spread: readonly CostNature[];
}

@ObjectType('GrantCost', {
  description:
    'What the duos of a grant bore of the cost of its own time, by the rule in force; what was booked later about it is in it, where the rule goes by months or years.',
})
export class GrantCostType {
  @Field(() => CalendarDayScalar, { description: 'First day counted.' }) from: string;
  @Field(() => CalendarDayScalar, { description: 'First day after it.' }) to: string;
  @Field(() => Int, { description: 'Version of the rule.' }) ruleVersion: number;
  @Field(() => MoneyType, { description: 'What they bore.' }) cost: MoneyType;
  @Field(() => CalendarDayScalar, {
    description: 'As of which day: for a partner the one of which it was last told.',
  })
  asOf: string;
  @Field(() => Float, {
    nullable: true,
    description:
      'How many whole duos the grant paid, by its shares, as of the same day; null of a cost that was told to a partner before this was kept.',
  })
  share: number | null;
}
