import type { ConditionMeasure, GrantKind, GrantStatus } from '@tandem/domain/vocabulary';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ConditionMeasureEnum, GrantKindEnum, GrantStatusEnum } from '../../graphql/enums.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar, CentsScalar } from '../../graphql/scalars.ts';
import { PartnerType } from '../partners/partner.type.ts';
import { BranchType } from '../people/branch.type.ts';
import { GrantEntity } from './grant.entity.ts';

declareNeeds(GrantEntity, {
  endsOn: ['endsBefore'],
  amount: ['amountCents', 'currency'],
  cost: ['startsOn', 'endsBefore'],
  duosWithoutCost: ['startsOn', 'endsBefore'],
});

@ObjectType('Grant', { description: 'Funds given for a period.' })
export class GrantType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: "The operator's own reference." }) reference: string;
  @Field(() => PartnerType, { description: 'Who gives it.' }) funder: PartnerType;
  @Field(() => GrantKindEnum, { description: 'What sort of funds.' }) kind: GrantKind;
  @Field(() => GrantStatusEnum, { description: 'Where it stands.' }) status: GrantStatus;
  @Field(() => Boolean, {
    description: 'Whether it counts among the funds: those that were awarded, settled ones too.',
  })
  counts: boolean;
  @Field(() => String, { nullable: true, description: 'What it is given for.' }) purpose: string | null;
  @Field(() => CalendarDayScalar, { description: 'First day covered.' }) startsOn: string;
  @Field(() => BranchType, {
    nullable: true,
    description: 'The only branch it is for, where it is bound to one.',
  })
  branch: BranchType | null;
  @Field(() => Int, { description: 'Goes up with every change of it or of what was agreed.' })
  version: number;
}

@ObjectType('GrantTotals', { description: 'All grants of the viewer together.' })
export class GrantTotalsType {
  @Field(() => Int, { description: 'How many there are.' }) count: number;
  @Field(() => MoneyType, { description: 'Granted in all, by those that count.' }) amount: MoneyType;
  @Field(() => MoneyType, { description: 'What came in of it: instalments that were received.' })
  received: MoneyType;
}

@ObjectType('GrantCondition', {
  description: 'What was agreed to be reached: in words, or measured over the duos that the grant pays.',
})
export class GrantConditionType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'In words.' }) text: string;
  @Field(() => ConditionMeasureEnum, {
    nullable: true,
    description: 'By what it is measured; null where it is met by word.',
  })
  measure: ConditionMeasure | null;
  @Field(() => Float, {
    nullable: true,
    description: 'At least so much: a number of duos, or a share from 0 to 1.',
  })
  target: number | null;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'By which day; null for its whole time.' })
  dueOn: string | null;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'Of a condition in words: since when it is met.',
  })
  metOn: string | null;
}

@ObjectType('GrantInstalment', { description: 'A part of a grant, and whether it came in.' })
export class GrantInstalmentType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => CalendarDayScalar, { description: 'When it is due.' }) dueOn: string;
  @Field(() => CentsScalar, { description: 'How much.' }) amountCents: number;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'When it came in; null while it has not.' })
  receivedOn: string | null;
}

@ObjectType('GrantDeadline', { description: 'A report that is owed to the funder.' })
export class GrantDeadlineType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => CalendarDayScalar, { description: 'When it is due.' }) dueOn: string;
  @Field(() => String, { description: 'What is to be sent.' }) text: string;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'When it was sent; null while it was not.' })
  sentOn: string | null;
}

@InputType({ description: 'A condition of a grant.' })
export class GrantConditionInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is there already.' }) id?: string | null;
  @Field(() => String, { description: 'In words.' }) text: string;
  @Field(() => ConditionMeasureEnum, { nullable: true, description: 'By what it is measured.' })
  measure?: ConditionMeasure | null;
  @Field(() => Float, { nullable: true, description: 'At least so much.' }) target?: number | null;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'By which day.' }) dueOn?: string | null;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'Since when it is met, by word.' })
  metOn?: string | null;
}

@InputType({ description: 'A part of a grant.' })
export class GrantInstalmentInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is there already.' }) id?: string | null;
  @Field(() => CalendarDayScalar, { description: 'When it is due.' }) dueOn: string;
  @Field(() => CentsScalar, { description: 'How much.' }) amountCents: number;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'When it came in.' })
  receivedOn?: string | null;
}

@InputType({ description: 'A report that is owed.' })
export class GrantDeadlineInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is there already.' }) id?: string | null;
  @Field(() => CalendarDayScalar, { description: 'When it is due.' }) dueOn: string;
  @Field(() => String, { description: 'What is to be sent.' }) text: string;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'When it was sent.' })
  sentOn?: string | null;
}

@InputType({
  description: 'A grant with all that was agreed; terms that are left out of a change are taken out.',
})
export class GrantInput {
  @Field(() => String, { description: "The operator's own reference." }) reference: string;
  @Field(() => ID, { description: 'Who gives it.' }) funderId: string;
  @Field(() => GrantKindEnum, { description: 'What sort of funds.' }) kind: GrantKind;
  @Field(() => GrantStatusEnum, { description: 'Where it stands.' }) status: GrantStatus;
  @Field(() => String, { nullable: true, description: 'What it is given for.' }) purpose?: string | null;
  @Field(() => CalendarDayScalar, { description: 'First day covered.' }) startsOn: string;
  @Field(() => CalendarDayScalar, { description: 'Last day covered.' }) endsOn: string;
  @Field(() => CentsScalar, { description: 'Granted in all.' }) amountCents: number;
  @Field(() => ID, { nullable: true, description: 'The only branch it is for.' }) branchId?: string | null;
  @Field(() => [GrantConditionInput], { description: 'What is to be reached.' })
  conditions: GrantConditionInput[];
  @Field(() => [GrantInstalmentInput], { description: 'When the money comes.' })
  instalments: GrantInstalmentInput[];
  @Field(() => [GrantDeadlineInput], { description: 'When reports are owed.' })
  deadlines: GrantDeadlineInput[];
}

export const GrantResult = resultOf('Grant', () => GrantType);
