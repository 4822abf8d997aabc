import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../../../graphql/authorisation.ts';
import { connectionTypes } from '../../../graphql/connection.ts';
import { enumOf } from '../../../graphql/enums.ts';
import { resultOf } from '../../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../../graphql/scalars.ts';
import { FigureBoundsType, FigureSpreadType } from '../figure-bounds.type.ts';
import { FigureRecordType } from '../figure-record.type.ts';
import { DimensionEnum, FigureParametersType, MetricDefinitionType, MetricUnitEnum } from '../metric.type.ts';
import { FigureRequest } from '../figure-request.type.ts';
import { FigureResult, IntervalType, type FigureAnswer } from '../figure.type.ts';
import type { FigureBounds } from '@tandem/metrics/figure-bounds';
import type { FigureUnits, MetricUnit } from '@tandem/domain/figure-units';
import type { SroiStatus } from '@tandem/domain/vocabulary';
import type { Dimension, MetricWords } from '@tandem/metrics/definition';
import { SroiStatusEnum } from '../../../graphql/enums.ts';

@InputType({ description: 'A set of figures to be sealed.' })
export class SnapshotInput {
  @Field(() => String, { description: 'Its name: there is one of each.' }) name: string;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: "The day of all its figures; the programme's day by default.",
  })
  asOf?: string;
  @Field(() => [FigureRequest], {
    description: 'Its figures, 1 to 60; the day of each is that of the snapshot.',
  })
  figures: FigureRequest[];
}

@ObjectType('SealedPeriod', { description: 'A half-open period: `from` is included, `to` is not.' })
class SealedPeriodType {
  @Field(() => CalendarDayScalar, { description: 'First day.' }) from: string;
  @Field(() => CalendarDayScalar, { description: 'First day after it.' }) to: string;
}

@ObjectType('SealedFilter', { description: 'Of whom a sealed figure is.' })
class SealedFilterType {
  @Field(() => DimensionEnum, { description: 'By what it was narrowed.' }) dimension: Dimension;
  @Field(() => [String], { description: 'To these.' }) values: string[];
}

@ObjectType('SealedValue', { description: 'A figure as it was.' })
class SealedValueType {
  @Field(() => Float, { description: 'In the unit of the indicator.' }) value: number;
  @Field(() => Float, { description: 'What was counted or summed.' }) numerator: number;
  @Field(() => Float, { nullable: true, description: 'Out of what.' }) denominator: number | null;
  @Field(() => IntervalType, { nullable: true, description: '95 %.' }) interval: IntervalType | null;
  @Field(() => Int, { nullable: true, description: 'Whose window was not over.' }) notYetObservable:
    | number
    | null;
  @Field(() => Int, { nullable: true, description: 'Of whom it was not known.' }) unknown: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Of answers: how many were asked for; null where it is of none, or was sealed without it.',
  })
  asked?: number | null;
  @Field(() => FigureSpreadType, {
    nullable: true,
    description:
      'Of a net social return: how it was spread; null of every other figure, or where it was sealed without.',
  })
  spread?: FigureSpreadType | null;
}

@ObjectType('SealedWords', {
  description: 'What a sealed figure was said to be, in the language of the request.',
})
class SealedWordsType implements MetricWords {
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => String, { description: 'What it says, in a sentence.' }) says: string;
  @Field(() => String, { description: 'What was counted or summed, in words.' }) numerator: string;
  @Field(() => String, {
    nullable: true,
    description: 'Out of what, in words; null where the figure is the numerator itself.',
  })
  denominator: string | null;
}

@ObjectType('SealedUnits', { description: 'What the numbers of a sealed figure are in.' })
class SealedUnitsType implements FigureUnits {
  @Field(() => MetricUnitEnum, { description: 'What its value is in.' }) value: MetricUnit;
  @Field(() => MetricUnitEnum, { description: 'What its numerator is in.' }) numerator: MetricUnit;
  @Field(() => MetricUnitEnum, {
    nullable: true,
    description: 'What its denominator is in; null where it has none.',
  })
  denominator: MetricUnit | null;
}

@ObjectType('SealedValueMap', { description: 'What a sealed social return is made of, as it was then.' })
class SealedValueMapType {
  @Field(() => String, { description: 'The name of the value map.' }) map: string;
  @Field(() => ID, { description: 'UUID of its version.' }) versionId: string;
  @Field(() => String, { description: 'The name of its version.' }) name: string;
  @Field(() => Int, { description: 'Goes up with every change of that version.' }) version: number;
  @Field(() => SroiStatusEnum, { description: 'Whether it could still change.' }) status: SroiStatus;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was published.' })
  publishedAt: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Which of its what-ifs was reckoned with; null where it was taken as it stands.',
  })
  scenario: string | null;
}

@ObjectType('SnapshotItem', {
  description: 'A figure of a snapshot, beside what today’s data give for the same.',
})
export class SnapshotItemType {
  @Field(() => MetricDefinitionType, {
    description: 'What the indicator is by the version that was sealed, in today’s words.',
  })
  definition: MetricDefinitionType;
  @Field(() => SealedWordsType, {
    nullable: true,
    description:
      'What it was said to be when it was sealed; null where the snapshot is of before that was sealed.',
  })
  words: SealedWordsType | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether this version is said to be the same today, to the letter and in all languages; null where its words were not sealed.',
  })
  sameWords: boolean | null;
  @Field(() => SealedPeriodType, { nullable: true, description: 'Of this period; null for all time.' })
  period: SealedPeriodType | null;
  @Field(() => FigureParametersType, { nullable: true, description: 'How exits were counted.' })
  parameters: FigureParametersType | null;
  @Field(() => [SealedFilterType], { description: 'Of whom.' }) filter: SealedFilterType[];
  @Field(() => SealedValueType, {
    nullable: true,
    description: 'As it was; null where there was nothing to count.',
  })
  sealed: SealedValueType | null;
  @Field(() => FigureBoundsType, {
    nullable: true,
    description:
      'Of a sealed rate of which something was not known: within what it lay, reckoned from the sealed numbers by the sealed version.',
  })
  bounds?: FigureBounds | null;
  @Field(() => SealedUnitsType, {
    nullable: true,
    description:
      'What its numbers are in; null where there was nothing to count, or the snapshot is of before that was sealed.',
  })
  units: SealedUnitsType | null;
  @Field(() => SealedValueMapType, {
    nullable: true,
    description:
      'Of a social return: the value map that it is made of; null where the snapshot is of before that was sealed.',
  })
  valueMap: SealedValueMapType | null;
  @Field(() => String, { description: 'SHA-256 of the SQL by which it is counted from the facts.' })
  statementDigest: string;
}

@ObjectType('SnapshotRerun', { description: 'A figure of a snapshot, counted again.' })
class SnapshotRerunType {
  @Field(() => FigureResult, { description: 'What today’s data give for the same question.' })
  now: FigureAnswer;
  @Field(() => Boolean, { description: 'Whether it is the same to the last digit.' }) same: boolean;
  @Field(() => Boolean, {
    description:
      'Whether it is made today as it was: by the SQL that was sealed, and a social return of the value map that was.',
  })
  sameCalculation: boolean;
}

@ObjectType('SnapshotMonth', { description: 'A month of data that is another one than in a snapshot.' })
class SnapshotMonthType {
  @Field(() => String, { description: 'The table: duo_fact, cost, …' }) fact: string;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'Its first day; null for rows without a day.',
  })
  month: string | null;
  @Field(() => Int, { description: 'Rows in the snapshot.' }) rowsThen: number;
  @Field(() => Int, { description: 'Rows today.' }) rowsNow: number;
}

const SNAPSHOT_CHANGES = ['ENTERED', 'LEFT', 'CHANGED'] as const;
export type SnapshotChange = (typeof SNAPSHOT_CHANGES)[number];
export const SnapshotChangeEnum = enumOf(
  'SnapshotChange',
  SNAPSHOT_CHANGES,
  'What became of a duo since a snapshot.',
  {
    ENTERED: 'There was none yet.',
    LEFT: 'It is in the data no longer.',
    CHANGED: 'Something of it is other.',
  },
);

@ObjectType('SnapshotCheck', { description: 'What holding a snapshot against today’s data gives.' })
export class SnapshotCheckType {
  @Field(() => Boolean, {
    description: 'Whether the seal fits what the snapshot says, and the seals before it.',
  })
  sealHolds: boolean;
  @Field(() => Boolean, { description: 'Whether all data beneath are the same.' }) sameData: boolean;
  @Field(() => [SnapshotRerunType], { description: 'Its figures again, in their order.' })
  figures: SnapshotRerunType[];
  @Field(() => [SnapshotMonthType], { description: 'The months whose data are other ones.' })
  months: SnapshotMonthType[];
  @Field(() => Int, { description: 'Duos that came, went or changed.' }) changedDuos: number;
}

@ObjectType('Snapshot', { description: 'A set of figures as they were, sealed.' })
export class SnapshotType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => Int, { description: 'Counted from 1.' }) number: number;
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => GraphQLISODateTime, { description: 'When it was taken.' }) takenAt: Date;
  @Field(() => String, { description: 'By whom.' }) takenBy: string;
  @Field(() => CalendarDayScalar, { description: 'The day of its figures.' }) asOf: string;
  @Field(() => String, { description: 'SHA-256 over all data beneath.' }) dataDigest: string;
  @Field(() => String, { description: 'SHA-256 over what it says and the seal before it.' }) seal: string;
  @Field(() => String, {
    description: 'What is sealed, to the letter: JSON with its figures, their parameters and versions.',
  })
  content: string;
  @Field(() => String, {
    nullable: true,
    description: 'The seal before it, in hexadecimal digits; null for the first.',
  })
  sealBefore: string | null;
  @Field(() => [SnapshotItemType], { description: 'Its figures.' }) figures: SnapshotItemType[];
}

@Guarded('change', 'record')
@ObjectType('SnapshotRecord', { description: 'A duo that is another one than in a snapshot.' })
class SnapshotRecordType {
  @Field(() => SnapshotChangeEnum, { description: 'What became of it.' }) change: SnapshotChange;
  @Field(() => FigureRecordType, { description: 'The duo as it is today.' }) record: FigureRecordType;
}
export const { ConnectionType: SnapshotRecordConnection } = connectionTypes(
  'SnapshotRecord',
  () => SnapshotRecordType,
);
export const SnapshotResult = resultOf('Snapshot', () => SnapshotType);
