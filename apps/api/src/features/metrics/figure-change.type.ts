import { ArgsType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import {
  FIGURE_CHANGES,
  FIGURE_CHANGE_REASONS,
  type FigureChange,
  type FigureChangeReason,
} from '@tandem/metrics/figure-change';
import { Guarded } from '../../graphql/authorisation.ts';
import { connectionTypes } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { FigureRecordType } from './figure-record.type.ts';
import { FigureResult, IntervalType, type FigureAnswer } from './figure.type.ts';

const FigureChangeEnum = enumOf(
  'FigureChange',
  FIGURE_CHANGES,
  'What a record did between two moments of a figure.',
  {
    ENTERED: 'It is among those that are looked at, and was not.',
    LEFT: 'It was among them, and is no longer.',
    NOW_COUNTED: 'It was looked at both times, and the numerator counts it now.',
    NO_LONGER_COUNTED: 'It was looked at both times, and the numerator no longer counts it.',
    COUNTS_MORE: 'It was counted both times, and adds more to the sum now.',
    COUNTS_LESS: 'It was counted both times, and adds less to the sum now.',
  },
);

const FigureChangeReasonEnum = enumOf('FigureChangeReason', FIGURE_CHANGE_REASONS, 'Why a record did it.', {
  NEW: 'The day that places it (a start, a closure, a first job) is after the one moment.',
  PERIOD: 'The day that places it lies in one of the two periods and not in the other.',
  WINDOW_OVER: 'Its window ended, or its day of the check came, in between.',
  CLOSED: 'It closed in between.',
  KNOWN: 'It became known in between what is asked.',
  OUTCOME: 'A situation of the mentee that lies between the two moments decides it.',
  MEETING: 'Meetings up to each of the two moments, and the months passed by then, decide it.',
  CRITERION: 'Something else changed on which its counting rests.',
  DEFINITION: 'The two versions of the definition count it otherwise.',
});

@InputType({ description: 'The moment that a figure is held against: what is left out is as in the figure.' })
export class FigureMomentInput {
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'What was so by this day, by what is recorded today.',
  })
  asOf?: string;
  @Field(() => PeriodInput, { nullable: true, description: 'Of this period.' }) period?: PeriodInput;
  @Field(() => Int, {
    nullable: true,
    description: 'By this version of the definition; as of the same day and over the same period only.',
  })
  version?: number;
}

@ObjectType('FigureChangeCount', { description: 'How many records did the same.' })
class FigureChangeCountType {
  @Field(() => FigureChangeEnum, { description: 'What they did.' }) change: FigureChange;
  @Field(() => Int, { description: 'How many.' }) count: number;
  @Field(() => Int, {
    description: 'How many of those that entered or left the numerator counts, or counted.',
  })
  counted: number;
}

@ObjectType('FigureReasonCount', { description: 'How many records did the same for the same reason.' })
class FigureReasonCountType extends FigureChangeCountType {
  @Field(() => FigureChangeReasonEnum, { description: 'Why.' }) reason: FigureChangeReason;
}

@ArgsType()
export class ChangedRecordFilter {
  @Field(() => FigureChangeEnum, { nullable: true, description: 'Only those that did this.' })
  change?: FigureChange | null;
  @Field(() => FigureChangeReasonEnum, {
    nullable: true,
    description: 'Only those that did it for this reason.',
  })
  reason?: FigureChangeReason | null;
}

@ObjectType('BoundsOfDifference', { description: 'Between what a difference of two rates lies.' })
class BoundsOfDifferenceType {
  @Field(() => Float, { description: 'At the lowest.' }) lower: number;
  @Field(() => Float, { description: 'At the highest.' }) upper: number;
}

@ObjectType('FigureDifference', { description: 'By how much a figure differs from what it was.' })
export class FigureDifferenceType {
  @Field(() => Float, { description: 'As it is less as it was.' }) value: number;
  @Field(() => IntervalType, {
    nullable: true,
    description:
      'Of the difference of two rates: Newcombe, 95 %; where records are below both, less what the two have in common. Null where it cannot be told how many those are.',
  })
  interval: IntervalType | null;
  @Field(() => BoundsOfDifferenceType, {
    nullable: true,
    description:
      'Of the difference of two rates of which something is not known: within what it lies whatever became of the unknown. A record that is unknown below both has one outcome. Null where all is known, or not how many are unknown.',
  })
  bounds: BoundsOfDifferenceType | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many records are below both; null where it does not open to records, but for rates over periods that do not overlap: of those none is.',
  })
  shared: number | null;
}

@ObjectType('FigureComparedInTime', { description: 'Why a figure is another one than it was.' })
export class FigureComparedInTimeType {
  @Field(() => FigureResult, { description: 'As it was.' }) before: FigureAnswer;
  @Field(() => FigureResult, { description: 'As it is.' }) after: FigureAnswer;
  @Field(() => FigureDifferenceType, {
    nullable: true,
    description: 'By how much it differs; null where one of the two has no value.',
  })
  difference: FigureDifferenceType | null;
  @Field(() => [FigureChangeCountType], {
    nullable: true,
    description:
      'What the duos or answers below it did, each kind that the figure can have; null where it opens to neither.',
  })
  changes: FigureChangeCountType[] | null;
  @Field(() => [FigureReasonCountType], {
    nullable: true,
    description:
      'The same by reason, those that there are: over all records, the most frequent of each kind first; null where it opens to none.',
  })
  reasons: FigureReasonCountType[] | null;
}

@Guarded('change', 'reason', 'criterionBefore', 'criterionAfter', 'record')
@ObjectType('ChangedRecord', { description: 'A record by which a figure is another one than it was.' })
class ChangedRecordType {
  @Field(() => FigureChangeEnum, { description: 'What it did.' }) change: FigureChange;
  @Field(() => FigureChangeReasonEnum, { description: 'Why.' }) reason: FigureChangeReason;
  @Field(() => [String], {
    nullable: 'itemsAndList',
    description:
      'On what it rested, in the order of the criterion of the version asked for then; null where it was not looked at.',
  })
  criterionBefore: (string | null)[] | null;
  @Field(() => [String], {
    nullable: 'itemsAndList',
    description: 'On what it rests; null where it is not looked at.',
  })
  criterionAfter: (string | null)[] | null;
  @Field(() => FigureRecordType, { description: 'The record, as it counts now (or did, where it left).' })
  record: FigureRecordType;
}

export const { ConnectionType: ChangedRecordConnection } = connectionTypes(
  'ChangedRecord',
  () => ChangedRecordType,
);
