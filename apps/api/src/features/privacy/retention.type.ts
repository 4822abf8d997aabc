import type { RetentionKind } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded, Requires } from '../../graphql/authorisation.ts';
import { RetentionKindEnum } from '../../graphql/enums.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';

const Managed = () => Requires('MANAGE_PRIVACY');

@ObjectType('RetentionRule', { description: 'How long a kind of record is kept in a country.' })
export class RetentionRuleType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => RetentionKindEnum, { description: 'What it is about.' }) kind: RetentionKind;
  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2; null for all countries that have no rule of their own.',
  })
  country: string | null;
  @Field(() => Int, { description: 'For how many months.' }) months: number;
  @Field(() => String, { description: 'Why so long.' }) reason: string;
  @Field(() => CalendarDayScalar, {
    description: 'When it was written; it is applied from the day after on.',
  })
  writtenOn: string;
  @Field(() => String, { description: 'By whom.' }) writtenBy: string;
}

@Guarded('personId', 'duoId', 'menteeId', 'mentorId')
@ObjectType('RetentionItem', { description: 'A person whom a rule erases, or a duo whose notes it erases.' })
export class RetentionItemType {
  @Field(() => ID, { nullable: true, description: 'The person; null for the notes of a duo.' })
  personId: string | null;
  @Field(() => ID, { nullable: true, description: 'The duo; null for a person.' }) duoId: string | null;
  @Field(() => ID, { nullable: true, description: 'The person as a mentee.' }) menteeId: string | null;
  @Field(() => ID, { nullable: true, description: 'The person as a mentor.' }) mentorId: string | null;
  @Managed()
  @Field(() => String, { description: 'Name of the person, or reference of the duo.' })
  name: string;
  @Managed()
  @Field(() => CalendarDayScalar, { description: 'Since when it is due.' })
  dueOn: string;
  @Managed()
  @Field(() => Boolean, { description: 'Whether a legal hold keeps it.' })
  onHold: boolean;
}

@ObjectType('RetentionPreview', { description: 'What a rule would erase today.' })
export class RetentionPreviewType {
  @Field(() => RetentionRuleType, { description: 'The rule.' }) rule: RetentionRuleType;
  @Field(() => Int, { description: 'How many people, or duos with notes, it ends.' }) count: number;
  @Field(() => Int, { description: 'How many of what is due a legal hold keeps.' }) onHoldCount: number;
  @Field(() => [RetentionItemType], { description: 'The first hundred of them, the longest due first.' })
  items: RetentionItemType[];
}

@ObjectType('RetentionRun', { description: 'That the rules were applied on a day.' })
export class RetentionRunType {
  @Field(() => CalendarDayScalar, { description: 'The day.' }) day: string;
  @Field(() => Int, { description: 'People who were erased.' }) people: number;
  @Field(() => Int, { description: 'Duos whose notes were erased.' }) notes: number;
}

@InputType({ description: 'How long a kind of record is kept.' })
export class RetentionRuleInput {
  @Field(() => RetentionKindEnum, { description: 'What it is about.' }) kind: RetentionKind;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2; null for all other countries.' })
  country?: string | null;
  @Field(() => Int, { description: 'For how many months, 1 to 600.' }) keptMonths: number;
  @Field(() => String, { description: 'Why so long.' }) reason: string;
}

export const RetentionRuleResult = resultOf('RetentionRule', () => RetentionRuleType);
