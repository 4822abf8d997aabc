import type { CostCategory, CostEntry, CostNature } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../graphql/connection.ts';
import {
  CostCategoryEnum,
  CostEntryEnum,
  CostNatureEnum,
  enumOf,
  SortDirectionEnum,
} from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar, CentsScalar } from '../../graphql/scalars.ts';
import { GrantType } from '../funding/grant.type.ts';
import { BranchType } from '../people/branch.type.ts';
import { CostEntity } from './cost.entity.ts';

declareNeeds(CostEntity, {
  amount: ['amountCents', 'currency'],
  viewerCanCorrect: ['entry'],
});

@ObjectType('Cost', { description: 'A line of the ledger. Nothing of it is ever changed.' })
export class CostType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => CalendarDayScalar, { description: 'Booking day.' }) bookedOn: string;
  @Field(() => CostCategoryEnum, { description: 'What it was for.' }) category: CostCategory;
  @Field(() => BranchType, { description: 'Who bears it.' }) branch: BranchType;
  @Field(() => CostNatureEnum, { description: 'How it behaves as duos are added.' }) nature: CostNature;
  @Field(() => CostEntryEnum, { description: 'A booking, or a part of a correction.' }) entry: CostEntry;
  @Field(() => String, { nullable: true, description: "The accounts' own reference of the line." })
  reference: string | null;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description:
      'The day that it is about, where its month was closed and it was booked in an open one; else null.',
  })
  documentOn: string | null;
  @Field(() => ID, { nullable: true, description: 'The line that this one takes back or replaces.' })
  correctsId: string | null;
  @Field(() => String, { nullable: true, description: 'Why it corrects; null of a booking.' })
  reason: string | null;
  @Field(() => GrantType, { nullable: true, description: 'The grant that bears it alone, where one does.' })
  grant: GrantType | null;
  @Field(() => String, { nullable: true, description: 'Who entered it; null of what was imported.' })
  enteredBy: string | null;
}

@InputType({ description: 'A line of the ledger.' })
export class CostInput {
  @Field(() => CalendarDayScalar, { description: 'Booking day, in an open month.' }) bookedOn: string;
  @Field(() => CostCategoryEnum, { description: 'What it was for.' }) category: CostCategory;
  @Field(() => ID, { description: 'Who bears it.' }) branchId: string;
  @Field(() => CentsScalar, { description: 'Signed.' }) amountCents: number;
  @Field(() => CostNatureEnum, {
    nullable: true,
    description: 'How it behaves; the usual nature of its category where it is left out.',
  })
  nature?: CostNature | null;
  @Field(() => ID, { nullable: true, description: 'The grant that bears it alone.' }) grantId?: string | null;
  @Field(() => String, { nullable: true, description: "The accounts' own reference; once in the ledger." })
  reference?: string | null;
}

@InputType({ description: 'What a line of the ledger is put right to.' })
export class CostCorrectionInput {
  @Field(() => CalendarDayScalar, {
    description: 'Booking day; where its month is closed, the first open day is taken.',
  })
  bookedOn: string;
  @Field(() => CostCategoryEnum, { description: 'What it was for.' }) category: CostCategory;
  @Field(() => ID, { description: 'Who bears it.' }) branchId: string;
  @Field(() => CentsScalar, { description: 'Signed.' }) amountCents: number;
  @Field(() => CostNatureEnum, {
    nullable: true,
    description: 'How it behaves; the usual nature of its category where it is left out.',
  })
  nature?: CostNature | null;
  @Field(() => ID, { nullable: true, description: 'The grant that bears it alone.' }) grantId?: string | null;
  @Field(() => String, { description: 'Why.' }) reason: string;
}

@InputType({ description: 'Keeps the costs for which all of this holds.' })
export class CostFilter {
  @Field(() => [ID], { nullable: true, description: 'Of one of these branches.' }) branch?: string[];
  @Field(() => [CostCategoryEnum], { nullable: true, description: 'Of one of these categories.' })
  category?: CostCategory[];
  @Field(() => [CostNatureEnum], { nullable: true, description: 'Of one of these natures.' })
  nature?: CostNature[];
  @Field(() => [ID], { nullable: true, description: 'Borne by one of these grants alone.' }) grant?: string[];
  @Field(() => Boolean, { nullable: true, description: 'Only counter-entries and what replaced a line.' })
  corrections?: boolean;
  @Field(() => PeriodInput, { nullable: true, description: 'Booked in this period.' }) booked?: PeriodInput;
  @Field(() => ID, {
    nullable: true,
    description:
      'This line with what corrects it; of a counter-entry or a replacement, also the line that it corrects and the other of the two.',
  })
  line?: string;
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
export const CostResult = resultOf('Cost', () => CostType);
