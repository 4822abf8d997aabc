import type { MetricUnit } from '@tandem/domain/figure-units';
import type { WithheldReason } from '@tandem/metrics/disclosure/reason';
import type { FigureBounds } from '@tandem/metrics/figure-bounds';
import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { SroiVersionNameType } from '../sroi/sroi-version.type.ts';
import { FigureBoundsType, FigureSpreadType } from './figure-bounds.type.ts';
import {
  FigureParametersType,
  MetricDefinitionType,
  MetricUnitEnum,
  WithheldReasonEnum,
} from './metric.type.ts';

/** Figures come by hundreds: nothing stands between their fields and what is read. */
const PLAIN = { simpleResolvers: true };

@ObjectType('Interval', { ...PLAIN, description: 'A 95 % interval.' })
export class IntervalType {
  @Field(() => Float, { description: 'Lower bound.' }) lower: number;
  @Field(() => Float, { description: 'Upper bound.' }) upper: number;
}

@ObjectType('FigureStatement', { description: 'The SQL of which a figure is the answer.' })
export class FigureStatementType {
  @Field(() => String, { description: 'One statement, with $1, $2, … where its values go.' }) text: string;
  @Field(() => [String], { description: 'Its values, in order.' }) values: string[];
}

@ObjectType('Figure', { ...PLAIN, description: 'A value with all that is needed to defend it.' })
class FigureType {
  @Field(() => Float, { description: 'In the unit of the indicator.' }) value: number;
  @Field(() => Float, { description: 'What was counted or summed.' }) numerator: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Out of what; null where the value is the numerator itself.',
  })
  denominator: number | null;
  @Field(() => MetricUnitEnum, { description: 'What the value is in.' }) unit: MetricUnit;
  @Field(() => IntervalType, {
    nullable: true,
    description: 'Of rates (Wilson) and scores (normal approximation), 95 %.',
  })
  interval: IntervalType | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Duos of the question whose window is not over on the as-of day: of the population of started or closed duos those of them that have no exit so far, so that they, those with an exit, those without and the unknown are the denominator; otherwise all that will be of the population, which are in no part of it; null where it has no window, and for outsiders where they are not told how many duos began.',
  })
  notYetObservable: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Of how many it is not known whether they count. Of exits: duos of the population whose window is over, without an exit in it, and of which nothing is recorded at its end or later; they are in the denominator. Null where that is not asked, and for a partner where they, or those known to have none, are few.',
  })
  unknown: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Of answers: how many were asked for, whether they were given or not: one of each closed duo and respondent, so that a mentor of two duos is asked twice. Null where it is of none, and for a partner where that is not shown.',
  })
  asked: number | null;
  @Field(() => CalendarDayScalar, {
    description:
      'What was so by this day, by what is recorded today. For a partner an earlier day than the one asked for, where today’s value would tell of the few people in between.',
  })
  asOf: string;
  @Field(() => Boolean, {
    description: 'Whether it is of an earlier day than the one asked for, to protect the people in between.',
  })
  isEarlier: boolean;
  @Field(() => FigureParametersType, { nullable: true, description: 'How exits were counted.' })
  parameters: FigureParametersType | null;
  @Field(() => MetricDefinitionType, { description: 'What the indicator is.' })
  definition: MetricDefinitionType;
  @Requires('SEE_RECORDS_OF_FIGURES')
  @Field(() => FigureStatementType, {
    nullable: true,
    description:
      'The SQL that ran, on what is kept of months where it can be; null where the figure is made of others, as a social return is.',
  })
  readonly statement?: FigureStatementType | null;
  @Requires('SEE_RECORDS_OF_FIGURES')
  @Field(() => FigureStatementType, {
    nullable: true,
    description:
      'The SQL that counts the same row by row, from the facts alone; null where there is no SQL of it. A test holds both to the same answer.',
  })
  readonly factsStatement?: FigureStatementType | null;
  @Field(() => FigureBoundsType, {
    nullable: true,
    description:
      'Of a rate of which something is not known: within what it lies; null where all is known or that is not told. Where a rate of exits is also among people whose window is not over, it is not known of these either.',
  })
  readonly bounds?: FigureBounds | null;
  @Field(() => FigureSpreadType, {
    nullable: true,
    description:
      'Of a net social return: the middle 90 % of draws of its uncertain numbers; null of every other figure, where none is uncertain, and where it was told without.',
  })
  readonly spread?: FigureSpreadType | null | Promise<FigureSpreadType | null>;
  @Field(() => SroiVersionNameType, {
    nullable: true,
    description: 'Of a social return: the version of the value map that it comes from.',
  })
  sroiVersion?: SroiVersionNameType | null;
}

@ObjectType('Withheld', { ...PLAIN, description: 'There is a value, and it is not shown to this viewer.' })
class WithheldType {
  @Field(() => WithheldReasonEnum, { description: 'Why.' }) reason: WithheldReason;
  @Field(() => MetricDefinitionType, { description: 'What the indicator is.' })
  definition: MetricDefinitionType;
}

@ObjectType('NoData', { ...PLAIN, description: 'There is nothing to count: no zero, but no value.' })
class NoDataType {
  @Field(() => CalendarDayScalar, {
    description: 'What was so by this day, by what is recorded today, as of a figure.',
  })
  asOf: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'Duos of the question whose window is not over on the as-of day, so that it is too early for a value; null where it has no window, and for outsiders where they are not told how many duos began.',
  })
  notYetObservable?: number | null;
  @Field(() => Int, { nullable: true, description: 'How many answers were asked for, as of a figure.' })
  asked?: number | null;
  @Field(() => MetricDefinitionType, { description: 'What the indicator is.' })
  definition: MetricDefinitionType;
}

export const FigureResult = createUnionType({
  name: 'FigureResult',
  description: 'A figure, or why there is none.',
  types: () => [FigureType, WithheldType, NoDataType] as const,
  resolveType: (value) => ('value' in value ? FigureType : 'reason' in value ? WithheldType : NoDataType),
});
export type FigureAnswer = FigureType | WithheldType | NoDataType;

@ObjectType('BreakdownGroup', {
  ...PLAIN,
  description: 'One group of a breakdown, or one period of a trend.',
})
export class BreakdownGroupType {
  @Field(() => String, {
    description: 'A code, an id, or the first day of a period; UNKNOWN where the records do not say.',
  })
  key: string;
  @Field(() => String, { description: 'The name of a branch or the reference of a grant; else the key.' })
  label: string;
  @Field(() => FigureResult, { description: 'Its figure.' }) result: FigureAnswer;
}
