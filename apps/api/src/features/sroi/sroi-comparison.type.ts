import type { SroiNumber } from '@tandem/domain/vocabulary';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { enumOf, SroiNumberEnum } from '../../graphql/enums.ts';
import { SroiVersionNameType } from './sroi-version.type.ts';

const KINDS = ['ADDED', 'REMOVED', 'CHANGED', 'DISCOUNTING', 'HORIZON', 'INVESTMENT', 'WORDS'] as const;
type DifferenceKind = (typeof KINDS)[number];
const DifferenceKindEnum = enumOf(
  'SroiDifferenceKind',
  KINDS,
  'What two versions of a value map differ in.',
  {
    ADDED: 'A row that the first one does not have.',
    REMOVED: 'A row that the second one does not have.',
    CHANGED: 'Numbers of a row, today’s quantity among them.',
    WORDS: 'What a row says of itself: outcome, source, grade or note; no number.',
  },
);

@ObjectType('SroiChangedNumber', { description: 'A number of a row in two versions.' })
class ChangedNumberType {
  @Field(() => SroiNumberEnum, { description: 'Which number.' }) parameter: SroiNumber;
  @Field(() => Float, { description: 'In the first version; a proxy in cents.' }) before: number;
  @Field(() => Float, { description: 'In the second version; a proxy in cents.' }) after: number;
}

@ObjectType('SroiDifference', { description: 'One thing in which two versions differ.' })
class DifferenceType {
  @Field(() => DifferenceKindEnum, { description: 'What differs.' }) kind: DifferenceKind;
  @Field(() => ID, { nullable: true, description: 'The key of the row; null for what is of the whole map.' })
  row: string | null;
  @Field(() => String, { nullable: true, description: 'What the row is about.' }) outcome: string | null;
  @Field(() => [ChangedNumberType], { description: 'Its numbers that differ.' })
  parameters: readonly ChangedNumberType[];
  @Field(() => Float, {
    description:
      'By how much the ratio after deductions moves, once what stands before it is done: together, the difference of the ratios.',
  })
  effect: number;
}

@ObjectType('SroiComparison', {
  description: 'Two versions side by side, both with the quantities and the cost of the programme’s day.',
})
export class SroiComparisonType {
  @Field(() => SroiVersionNameType, { description: 'The one to start from.' }) first: SroiVersionNameType;
  @Field(() => SroiVersionNameType, { description: 'The one to come to.' }) second: SroiVersionNameType;
  @Field(() => Float, { description: 'Value for one of what was put in, after deductions, in the first.' })
  firstRatio: number;
  @Field(() => Float, { description: 'The same in the second.' }) secondRatio: number;
  @Field(() => [DifferenceType], { description: 'What leads from one to the other.' })
  differences: DifferenceType[];
}
