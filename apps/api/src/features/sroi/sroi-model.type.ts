import type { DiscountConvention, EvidenceGrade, Stakeholder } from '@tandem/domain/vocabulary';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DiscountConventionEnum, EvidenceGradeEnum, StakeholderEnum } from '../../graphql/enums.ts';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar, CentsScalar } from '../../graphql/scalars.ts';

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
  @Field(() => String, { nullable: true, description: 'Where the proxy is from.' })
  proxySource: string | null;
  @Field(() => Float, { description: 'The share that would have happened anyway, 0 to 1.' })
  deadweight: number;
  @Field(() => Float, { description: 'The share taken from others, 0 to 1.' }) displacement: number;
  @Field(() => Float, { description: 'The share that others brought about, 0 to 1.' }) attribution: number;
  @Field(() => Float, { description: 'What is lost each year from the second on, 0 to 1.' }) dropOff: number;
  @Field(() => Int, { description: 'For how many years it lasts.' }) durationYears: number;
  @Field(() => Int, { description: 'The year in which it begins to count, from 1.' }) firstYear: number;
  @Field(() => EvidenceGradeEnum, { description: 'How well it is founded.' }) evidenceGrade: EvidenceGrade;
}

@ObjectType('SroiRow', { description: 'A row of the value map.' })
export class SroiRowType extends ValueMapRow {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => Float, {
    description: 'How many: typed, or what the linked indicator counts among closed duos on the day.',
  })
  quantity: number;
  @Field(() => MoneyType, { description: 'What one is worth a year.' }) proxy: MoneyType;
}

@ObjectType('SroiModel', { description: 'The value map of which the social return is made.' })
export class SroiModelType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => Float, { description: 'By how much a later year counts less, 0 to 0.5.' })
  discountRate: number;
  @Field(() => DiscountConventionEnum, { description: 'Whether the first year is discounted.' })
  discountConvention: DiscountConvention;
  @Field(() => Int, { description: 'Goes up with every change.' }) version: number;
  @Field(() => CalendarDayScalar, { description: 'The day of its quantities and investment.' }) asOf: string;
  @Field(() => MoneyType, { description: 'All cost of the programme by that day.' }) investment: MoneyType;
  @Field(() => [SroiRowType], { description: 'Its rows, in order.' }) rows: SroiRowType[];
  @Field(() => Boolean, { description: 'Whether the viewer may change it.' }) viewerCanEdit: boolean;
}

@InputType({ description: 'A row of the value map.' })
export class SroiRowInput extends ValueMapRow {
  @Field(() => Float, { nullable: true, description: 'How many; null where an indicator is linked.' })
  quantity: number | null;
  @Field(() => CentsScalar, { description: 'What one is worth a year, in cents.' }) proxyCents: number;
}

@InputType({ description: 'The whole value map, which takes the place of what was there.' })
export class SroiModelInput {
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => Float, { description: 'By how much a later year counts less, 0 to 0.5.' })
  discountRate: number;
  @Field(() => DiscountConventionEnum, { description: 'Whether the first year is discounted.' })
  discountConvention: DiscountConvention;
  @Field(() => [SroiRowInput], { description: 'Its rows, in order.' }) rows: SroiRowInput[];
}

export const SroiModelResult = resultOf('SroiModel', () => SroiModelType);
