import type {
  Distribution,
  EvidenceGrade,
  SroiAssumption,
  SroiNumber,
  SroiParameter,
  Stakeholder,
} from '@tandem/domain/vocabulary';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  DistributionEnum,
  EvidenceGradeEnum,
  SroiNumberEnum,
  SroiParameterEnum,
  StakeholderEnum,
} from '../../graphql/enums.ts';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { CentsScalar } from '../../graphql/scalars.ts';

@ObjectType('PriceIndex', {
  description: 'A published index of prices, by which an amount is brought to the prices of another year.',
})
@InputType('PriceIndexInput', {
  description: 'A published index of prices, by which an amount is brought to the prices of another year.',
})
export class PriceIndexType {
  @Field(() => String, { description: 'Which index, and from whom.' }) name: string;
  @Field(() => Float, { description: 'Its value in the year of the amount.' }) from: number;
  @Field(() => Float, { description: 'Its value in the other year.' }) to: number;
  @Field(() => Int, { description: 'The other year.' }) year: number;
}

@ObjectType('SroiRange', {
  description: 'How far one number of a row may lie from what is thought likeliest.',
})
@InputType('SroiRangeInput', {
  description: 'How far one number of a row may lie from what is thought likeliest.',
})
export class SroiRangeType {
  @Field(() => SroiParameterEnum, { description: 'Which number.' }) parameter: SroiParameter;
  @Field(() => DistributionEnum, { description: 'How it lies in between.' }) distribution: Distribution;
  @Field(() => Float, { description: 'At least; of a proxy in cents.' }) low: number;
  @Field(() => Float, { description: 'At most; of a proxy in cents.' }) high: number;
}

@ObjectType('SroiAssumption', { description: 'On what a number of a row stands that is taken to be so.' })
@InputType('SroiAssumptionInput', {
  description: 'On what a number of a row stands that is taken to be so.',
})
export class SroiAssumptionType {
  @Field(() => SroiNumberEnum, {
    description: 'Which number: a typed quantity, a deduction, the drop-off or the duration.',
  })
  number: SroiAssumption;
  @Field(() => Float, {
    description:
      'The value of which it was said. Another one than the row has is a former one: the source is confirmed for the value that stands, or another one is named, before the map is published.',
  })
  value: number;
  @Field(() => EvidenceGradeEnum, { description: 'How well it is founded.' }) grade: EvidenceGrade;
  @Field(() => String, { description: 'Where it is from, or why it is taken to be so.' }) source: string;
}

@ObjectType('SroiScenarioChange', { description: 'One number that a scenario sets.' })
@InputType('SroiScenarioChangeInput', { description: 'One number that a scenario sets.' })
export class SroiScenarioChangeType {
  @Field(() => ID, { description: 'The key of the row.' }) row: string;
  @Field(() => SroiNumberEnum, { description: 'Which number.' }) parameter: SroiNumber;
  @Field(() => Float, { description: 'What it is set to; a proxy in cents.' }) value: number;
}

@ObjectType('SroiScenario', { description: 'The same map with some numbers set otherwise.' })
@InputType('SroiScenarioInput', { description: 'The same map with some numbers set otherwise.' })
export class SroiScenarioType {
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => [SroiScenarioChangeType], { description: 'What it sets; nothing for the map as it is.' })
  changes: SroiScenarioChangeType[];
}

/** What a row of the value map and the input for one have in common. */
@ObjectType()
@InputType()
abstract class ValueMapRow {
  @Field(() => StakeholderEnum, { description: 'Who has the benefit.' }) stakeholder: Stakeholder;
  @Field(() => String, { description: 'What changes for them.' }) outcome: string;
  @Field(() => String, {
    nullable: true,
    description: 'The indicator of which the numerator is the quantity; null where it is typed.',
  })
  quantityMetric: string | null;
  @Field(() => Int, { description: 'The year of whose prices the proxy is.' }) proxyYear: number;
  @Field(() => String, { description: 'The country of the proxy: two letters of ISO 3166.' })
  proxyCountry: string;
  @Field(() => String, { nullable: true, description: 'What the proxy is worth: of whom, for how long.' })
  proxyUnit: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where the proxy is from; without it the map is not published.',
  })
  proxySource: string | null;
  @Field(() => CentsScalar, {
    nullable: true,
    description:
      'The amount of which the source was said, in cents; another one than that of the proxy is a former one, and keeps the map from being published. Null without a source.',
  })
  proxySourceCents: number | null;
  @Field(() => Float, { description: 'The share that would have happened anyway, 0 to 1.' })
  deadweight: number;
  @Field(() => Float, { description: 'The share taken from others, 0 to 1.' }) displacement: number;
  @Field(() => Float, { description: 'The share that others brought about, 0 to 1.' }) attribution: number;
  @Field(() => Float, { description: 'The share that goes to others than were meant, 0 to 1.' })
  leakage: number;
  @Field(() => Float, {
    description: 'The share that only takes the place of something of the same kind, 0 to 1.',
  })
  substitution: number;
  @Field(() => Float, { description: 'What is lost each year from the second on, 0 to 1.' }) dropOff: number;
  @Field(() => Int, { description: 'For how many years it lasts.' }) durationYears: number;
  @Field(() => Int, { description: 'The year in which it begins to count, from 1.' }) firstYear: number;
  @Field(() => EvidenceGradeEnum, { description: 'How well it is founded.' }) evidenceGrade: EvidenceGrade;
  @Field(() => String, { nullable: true, description: 'Why it stands as it does, in words.' })
  note: string | null;
}

@ObjectType('SroiRow', { description: 'A row of the value map.' })
export class SroiRowType extends ValueMapRow {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => ID, { description: 'The same in every version that has the row.' }) key: string;
  @Field(() => Float, {
    description: 'How many: typed, or what the linked indicator counts among closed duos on the day.',
  })
  quantity: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'How many it was published with; null in a draft, and for partners, who see what was released.',
  })
  publishedQuantity: number | null;
  @Field(() => MoneyType, { description: 'What one is worth a year, as it was published.' }) proxy: MoneyType;
  @Field(() => PriceIndexType, {
    nullable: true,
    description: 'The index by which the proxy is brought to the prices of another year; null for none.',
  })
  priceIndex: PriceIndexType | null;
  @Field(() => MoneyType, { description: 'What is counted: the proxy, after the index where there is one.' })
  countedProxy: MoneyType;
  @Field(() => [SroiRangeType], { description: 'Which of its numbers are uncertain, and how far.' })
  ranges: SroiRangeType[];
  @Field(() => [SroiAssumptionType], {
    description: 'On what its typed quantity, deductions, drop-off and duration stand, as far as it is said.',
  })
  assumptions: SroiAssumptionType[];
}

@InputType({ description: 'A row of the value map.' })
export class SroiRowInput extends ValueMapRow {
  @Field(() => ID, {
    nullable: true,
    description:
      'Its key; null for a row that there was not yet, or a UUID of your own where a scenario speaks of it.',
  })
  key: string | null;
  @Field(() => Float, { nullable: true, description: 'How many; null where an indicator is linked.' })
  quantity: number | null;
  @Field(() => CentsScalar, { description: 'What one is worth a year, in cents.' }) proxyCents: number;
  @Field(() => PriceIndexType, { nullable: true, description: 'The index of prices; null for none.' })
  priceIndex: PriceIndexType | null;
  @Field(() => [SroiRangeType], { defaultValue: [], description: 'Which of its numbers are uncertain.' })
  ranges: SroiRangeType[];
  @Field(() => [SroiAssumptionType], {
    defaultValue: [],
    description:
      'On what its typed quantity, deductions, drop-off and duration stand; without it a map is not published where they are more than nothing, of a duration more than a year.',
  })
  assumptions: SroiAssumptionType[];
}
