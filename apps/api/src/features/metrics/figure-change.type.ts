import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../../graphql/authorisation.ts';
import { connectionTypes } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { FigureRecordType } from './figure-record.type.ts';
import { FigureResult, type FigureAnswer } from './metric.type.ts';

export const FIGURE_CHANGES = ['ENTERED', 'LEFT', 'NOW_COUNTED', 'NO_LONGER_COUNTED'] as const;
export type FigureChange = (typeof FIGURE_CHANGES)[number];
export const FigureChangeEnum = enumOf(
  'FigureChange',
  FIGURE_CHANGES,
  'What a record did between two moments of a figure.',
  {
    ENTERED: 'It is among those that are looked at, and was not.',
    LEFT: 'It was among them, and is no longer.',
    NOW_COUNTED: 'It was looked at both times, and the numerator counts it now.',
    NO_LONGER_COUNTED: 'It was looked at both times, and the numerator no longer counts it.',
  },
);

@InputType({ description: 'The moment that a figure is held against: what is left out is as in the figure.' })
export class FigureMomentInput {
  @Field(() => CalendarDayScalar, { nullable: true, description: 'What was known on this day.' })
  asOf?: string;
  @Field(() => PeriodInput, { nullable: true, description: 'Of this period.' }) period?: PeriodInput;
  @Field(() => Int, { nullable: true, description: 'By this version of the definition.' })
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

@ObjectType('FigureComparedInTime', { description: 'Why a figure is another one than it was.' })
export class FigureComparedInTimeType {
  @Field(() => FigureResult, { description: 'As it was.' }) before: FigureAnswer;
  @Field(() => FigureResult, { description: 'As it is.' }) after: FigureAnswer;
  @Field(() => [FigureChangeCountType], {
    nullable: true,
    description: 'What the duos below it did; null where it is not made of duos.',
  })
  changes: FigureChangeCountType[] | null;
}

@Guarded('change', 'record')
@ObjectType('ChangedRecord', { description: 'A duo by which a figure is another one than it was.' })
class ChangedRecordType {
  @Field(() => FigureChangeEnum, { description: 'What it did.' }) change: FigureChange;
  @Field(() => FigureRecordType, { description: 'The duo, as it counts now (or did, where it left).' })
  record: FigureRecordType;
}

export const { ConnectionType: ChangedRecordConnection } = connectionTypes(
  'ChangedRecord',
  () => ChangedRecordType,
);
