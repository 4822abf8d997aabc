import type { CostCategory } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../graphql/connection.ts';
import { CostCategoryEnum, enumOf, SortDirectionEnum } from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { BranchType } from '../people/branch.type.ts';
import { CostEntity } from './cost.entity.ts';

declareNeeds(CostEntity, { amount: ['amountCents', 'currency'] });

@ObjectType('Cost', { description: 'A line of the accounts.' })
export class CostType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => CalendarDayScalar, { description: 'Booking day.' }) bookedOn: string;
  @Field(() => CostCategoryEnum, { description: 'What it was for.' }) category: CostCategory;
  @Field(() => BranchType, { description: 'Who bears it.' }) branch: BranchType;
}

@InputType({ description: 'Keeps the costs for which all of this holds.' })
export class CostFilter {
  @Field(() => [ID], { nullable: true, description: 'Of one of these branches.' }) branch?: string[];
  @Field(() => [CostCategoryEnum], { nullable: true, description: 'Of one of these categories.' })
  category?: CostCategory[];
  @Field(() => PeriodInput, { nullable: true, description: 'Booked in this period.' }) booked?: PeriodInput;
}

export const CostSortField = enumOf(
  'CostSortField',
  ['BOOKED_ON', 'CATEGORY', 'BRANCH', 'AMOUNT'] as const,
  'What costs are sorted by.',
);

@InputType({ description: 'How costs are sorted.' })
export class CostSort {
  @Field(() => CostSortField, { description: 'By what.' }) field: keyof typeof CostSortField;
  @Field(() => SortDirectionEnum, { description: 'Which way.' }) direction: 'ASC' | 'DESC';
}

export const { ConnectionType: CostConnection } = connectionTypes('Cost', () => CostType);
