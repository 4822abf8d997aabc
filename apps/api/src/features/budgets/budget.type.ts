import type { CostCategory } from '@tandem/domain/vocabulary';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CostCategoryEnum } from '../../graphql/enums.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar, CentsScalar } from '../../graphql/scalars.ts';
import { BranchType } from '../people/branch.type.ts';

@ObjectType('Budget', { description: "A version of a year's budget; none is ever changed." })
export class BudgetType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => Int, { description: 'Of which year.' }) year: number;
  @Field(() => Int, { description: 'Goes up with every new one of the year; the last is in force.' })
  version: number;
  @Field(() => String, { nullable: true, description: 'What it is based on.' }) note: string | null;
  @Field(() => GraphQLISODateTime, { description: 'When it was made.' }) madeAt: Date;
  @Field(() => String, { description: 'By whom.' }) madeBy: string;
}

@InputType({ description: 'What a branch may spend on a category in a month.' })
export class BudgetLineInput {
  @Field(() => CalendarDayScalar, { description: 'Any day of the month.' }) month: string;
  @Field(() => CostCategoryEnum, { description: 'On what.' }) category: CostCategory;
  @Field(() => ID, { description: 'Which branch.' }) branchId: string;
  @Field(() => CentsScalar, { description: 'How much; not negative.' }) amountCents: number;
}

@InputType({ description: "A new version of a year's budget." })
export class BudgetInput {
  @Field(() => Int, { description: 'Of which year.' }) year: number;
  @Field(() => String, { nullable: true, description: 'What it is based on.' }) note?: string | null;
  @Field(() => [BudgetLineInput], {
    description: 'All its lines; those of the same month, category and branch are added.',
  })
  lines: BudgetLineInput[];
}

@ObjectType('BudgetComparison', { description: 'Budget and actual of a branch and a category in a month.' })
export class BudgetComparisonType {
  @Field(() => CalendarDayScalar, { description: 'First day of the month.' }) month: string;
  @Field(() => CostCategoryEnum, { description: 'On what.' }) category: CostCategory;
  @Field(() => BranchType, { description: 'Which branch.' }) branch: BranchType;
  @Field(() => CentsScalar, { description: 'What the budget says.' }) budgetCents: number;
  @Field(() => CentsScalar, { description: 'What the ledger says by today.' }) actualCents: number;
}

export const BudgetResult = resultOf('Budget', () => BudgetType);
