import type { DiscountConvention, SroiStatus } from '@tandem/domain/vocabulary';
import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DiscountConventionEnum, SroiStatusEnum } from '../../graphql/enums.ts';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { SroiRowInput, SroiRowType, SroiScenarioType } from './sroi-row.type.ts';

@ObjectType('DiscountStep', { description: 'From which year on which rate holds.' })
@InputType('DiscountStepInput', { description: 'From which year on which rate holds.' })
class DiscountStepType {
  @Field(() => Int, { description: 'The year, from 1; the first step begins there.' }) fromYear: number;
  @Field(() => Float, { description: 'By how much each year counts less, 0 to 0.5.' }) rate: number;
}

/** What a version and the input for one have in common. */
@ObjectType()
@InputType()
abstract class VersionFields {
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => String, { nullable: true, description: 'What it is for, and what changed.' })
  note: string | null;
  @Field(() => [DiscountStepType], { description: 'By how much later years count less, in order of years.' })
  discountSchedule: DiscountStepType[];
  @Field(() => DiscountConventionEnum, { description: 'Whether the first year is discounted.' })
  discountConvention: DiscountConvention;
  @Field(() => Int, { description: 'Nothing counts after this year, 1 to 60.' }) horizonYears: number;
  @Field(() => Int, { description: 'From which the draws of the simulation follow: the same give the same.' })
  seed: number;
  @Field(() => Int, { description: 'How often the uncertain numbers are drawn, 1,000 to 1,000,000.' })
  draws: number;
  @Field(() => [SroiScenarioType], { description: 'What-ifs, in order.' }) scenarios: SroiScenarioType[];
}

@ObjectType('SroiResult', {
  description: 'What a value map comes to. Ratios are value for one of what was put in.',
})
export class SroiResultType {
  @Field(() => Float, { nullable: true, description: 'Before deductions; null where nothing was put in.' })
  grossRatio: number | null;
  @Field(() => Float, { nullable: true, description: 'After all deductions; null where nothing was put in.' })
  netRatio: number | null;
  @Field(() => MoneyType, { description: 'Present value before deductions.' }) gross: MoneyType;
  @Field(() => MoneyType, { description: 'Present value after all deductions.' }) presentValue: MoneyType;
  @Field(() => MoneyType, { description: 'Present value less what was put in.' }) netPresentValue: MoneyType;
  @Field(() => Float, {
    nullable: true,
    description:
      'After how many months value, not discounted and coming evenly over each year, has reached what was put in; null where it never does.',
  })
  paybackMonths: number | null;
}

@ObjectType('SroiVersionName', { description: 'Which version of the value map, and where it stands.' })
export class SroiVersionNameType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => SroiStatusEnum, { description: 'Whether it can still change.' }) status: SroiStatus;
  @Field(() => Int, { description: 'Goes up with every change.' }) version: number;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was published.' })
  publishedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Who published it.' }) publishedBy: string | null;
}

@ObjectType('SroiVersion', { description: 'A version of the value map.' })
export class SroiVersionType extends VersionFields {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => SroiStatusEnum, { description: 'Whether it can still change.' }) status: SroiStatus;
  @Field(() => Int, { description: 'Goes up with every change.' }) version: number;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was published.' })
  publishedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Who published it.' }) publishedBy: string | null;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'The day of the quantities and the cost that it was published with.',
  })
  publishedAsOf: string | null;
  @Field(() => MoneyType, {
    nullable: true,
    description: 'The cost that it was published with; null for partners, who see what was released.',
  })
  publishedInvestment: MoneyType | null;
  @Field(() => SroiResultType, {
    nullable: true,
    description:
      'What it comes to with the quantities and the cost that it was published with; null for partners, who see what was released.',
  })
  publishedResult: SroiResultType | null;
  @Field(() => CalendarDayScalar, { description: 'The day of its quantities and investment.' }) asOf: string;
  @Field(() => MoneyType, { description: 'All cost of the programme by that day.' }) investment: MoneyType;
  @Field(() => SroiResultType, { description: 'What it comes to on that day.' }) result: SroiResultType;
  @Field(() => [SroiRowType], { description: 'Its rows, in order.' }) rows: SroiRowType[];
  @Field(() => Boolean, { description: 'Whether the viewer may change it now.' }) viewerCanEdit: boolean;
}

@ObjectType('SroiModel', {
  description: 'The value map of which the social return is made, and its versions.',
})
export class SroiModelType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => SroiVersionType, {
    nullable: true,
    description:
      'The one that figures come from: what was published last, and as long as nothing was, the draft. Partners see the one of which their ratio is made.',
  })
  current: SroiVersionType | null;
  @Field(() => SroiVersionType, {
    nullable: true,
    description:
      'What is being worked on; null where there is none, and for partners once a version is published.',
  })
  draft: SroiVersionType | null;
  @Field(() => [SroiVersionNameType], {
    description: 'All that the viewer meets, the latest first; discarded ones are not among them.',
  })
  versions: SroiVersionNameType[];
  @Field(() => Boolean, { description: 'Whether the viewer may begin, change and publish versions.' })
  viewerCanEdit: boolean;
}

@InputType({ description: 'The whole value map, which takes the place of what was in the draft.' })
export class SroiVersionInput extends VersionFields {
  @Field(() => [SroiRowInput], { description: 'Its rows, in order.' }) rows: SroiRowInput[];
}

export const SroiVersionResult = resultOf('SroiVersion', () => SroiVersionType);
