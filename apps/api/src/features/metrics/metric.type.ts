import { METRIC_UNITS, type MetricUnit } from '@tandem/domain/figure-units';
import { CATALOGUE, METRIC_IDS, type MetricId } from '@tandem/metrics/catalogue';
import {
  DIMENSIONS,
  METRIC_GROUPS,
  POPULATIONS,
  TREND_STEPS,
  type Anchor,
  type CohortDay,
  type Dimension,
  type EvidenceLevel,
  type InEachLanguage,
  type MetricGroup,
  type MetricWords,
  type Population,
} from '@tandem/metrics/definition';
import { SOCIAL_RETURN_IDS, SOCIAL_RETURN_WORDS, type SocialReturnId } from '@tandem/metrics/social-return';
import { WITHHELD_REASONS, type WithheldReason } from '@tandem/metrics/disclosure/reason';
import type {
  AgeBand,
  EducationLevel,
  EventKind,
  Gender,
  NationalityGroup,
  OutOfWorkBand,
  Referral,
  ResidenceGround,
  Sector,
} from '@tandem/domain/vocabulary';
import { ArgsType, createUnionType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  AgeBandEnum,
  EducationLevelEnum,
  enumOf,
  EventKindEnum,
  GenderEnum,
  NationalityGroupEnum,
  OutOfWorkBandEnum,
  ReferralEnum,
  ResidenceGroundEnum,
  SectorEnum,
} from '../../graphql/enums.ts';
import type { FigureBounds } from '@tandem/metrics/figure-bounds';
import { Requires } from '../../graphql/authorisation.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import {
  CohortDayEnum,
  CriterionType,
  FigureStandingEnum,
  RecordsOfFigureEnum,
  type FigureStanding,
  type RecordsOfFigure,
} from './records-of-figure.type.ts';
import { FigureBoundsType, FigureSpreadType } from './figure-bounds.type.ts';
import { SroiVersionNameType } from '../sroi/sroi-version.type.ts';

/** Counted from facts by the catalogue, and the two that an SROI model makes of them. */
export const ALL_METRIC_IDS = [...METRIC_IDS, ...SOCIAL_RETURN_IDS];
export type AnyMetricId = MetricId | SocialReturnId;

export function isCounted(id: AnyMetricId): id is MetricId {
  return id in CATALOGUE;
}

/** What an indicator says, in each language. */
export function wordsOfMetric(id: AnyMetricId): InEachLanguage<MetricWords> {
  return isCounted(id) ? CATALOGUE[id].words : SOCIAL_RETURN_WORDS[id];
}

export const MetricIdEnum = enumOf(
  'MetricId',
  ALL_METRIC_IDS,
  'An indicator of the catalogue.',
  Object.fromEntries(ALL_METRIC_IDS.map((id) => [id, wordsOfMetric(id).en.says])),
);
export const MetricUnitEnum = enumOf(
  'MetricUnit',
  METRIC_UNITS,
  'What a value is in: rates are 0 to 1, money is cents, a score runs from -100 to 100.',
);
const MetricGroupEnum = enumOf('MetricGroup', METRIC_GROUPS, 'What an indicator is about.');
const AnchorEnum = enumOf(
  'Anchor',
  ['START', 'CLOSURE'] as const,
  'The day of a duo from which exits are sought.',
  { START: 'From its first day.', CLOSURE: 'From the day it ended.' },
);
export const PopulationEnum = enumOf('Population', POPULATIONS, 'Among which duos exits are counted.', {
  STARTED: 'All that started, however young: early figures are low.',
  CLOSED: 'Those closed by the as-of day.',
  MATURE: 'Those whose whole window is over on the as-of day.',
});
const EvidenceLevelEnum = enumOf('EvidenceLevel', ['ANY', 'DOCUMENTED'] as const, 'On what evidence.', {
  ANY: 'Somebody’s word included.',
  DOCUMENTED: 'A contract or an administrative record only.',
});
export const DimensionEnum = enumOf('Dimension', DIMENSIONS, 'What an indicator is broken down by.');
export const TrendStepEnum = enumOf('TrendStep', TREND_STEPS, 'How long the periods of a trend are.');
export const WithheldReasonEnum = enumOf(
  'WithheldReason',
  WITHHELD_REASONS,
  'Why a figure is not shown to this viewer.',
  {
    PROTECTED: 'It is about too few, or with other figures it would tell of few.',
    NOT_FOR_YOU: 'It is not among the questions that this role may ask.',
  },
);

@InputType({ description: 'How exits are counted; what is left out is the default of the indicator.' })
export class FigureParametersInput {
  @Field(() => AnchorEnum, { nullable: true, description: 'From which day.' }) anchor?: Anchor;
  @Field(() => Int, { nullable: true, description: 'For how many months, 1 to 120.' }) windowMonths?: number;
  @Field(() => PopulationEnum, { nullable: true, description: 'Among which duos.' }) population?: Population;
  @Field(() => EvidenceLevelEnum, { nullable: true, description: 'On what evidence.' })
  evidence?: EvidenceLevel;
}

@InputType({ description: 'Keeps what belongs to one of each.' })
export class FigureFilterInput {
  @Field(() => [String], { nullable: true, description: 'In these countries: two letters of ISO 3166.' })
  country?: string[];
  @Field(() => [ID], { nullable: true, description: 'Of these branches.' }) branch?: string[];
  @Field(() => [ID], { nullable: true, description: 'Followed by these coordinators.' })
  coordinator?: string[];
  @Field(() => [ID], { nullable: true, description: 'Paid by these grants.' }) grant?: string[];
  @Field(() => [GenderEnum], { nullable: true, description: 'Mentees of these genders.' }) gender?: Gender[];
  @Field(() => [EducationLevelEnum], { nullable: true, description: 'Mentees with these levels.' })
  education?: EducationLevel[];
  @Field(() => [AgeBandEnum], { nullable: true, description: 'Mentees of these ages.' }) ageBand?: AgeBand[];
  @Field(() => [NationalityGroupEnum], { nullable: true, description: 'Mentees of these nationalities.' })
  nationalityGroup?: NationalityGroup[];
  @Field(() => [ResidenceGroundEnum], {
    nullable: true,
    description: 'Mentees with these grounds of residence.',
  })
  residenceGround?: ResidenceGround[];
  @Field(() => [OutOfWorkBandEnum], { nullable: true, description: 'Mentees out of work for so long.' })
  outOfWork?: OutOfWorkBand[];
  @Field(() => [SectorEnum], { nullable: true, description: 'With mentors of these sectors.' })
  sector?: Sector[];
  @Field(() => [ReferralEnum], { nullable: true, description: 'Sent by these.' }) referral?: Referral[];
  @Field(() => [EventKindEnum], { nullable: true, description: 'At events of these kinds.' })
  eventKind?: EventKind[];
}

/** What every question for figures has in common: arguments of the fields of one indicator, an input where there are several. */
@ArgsType()
@InputType({ description: 'One figure of several.' })
export class FigureRequest {
  @Field(() => MetricIdEnum, { description: 'Which indicator.' }) metric: AnyMetricId;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: "What was so by this day, by what is recorded today; the programme's day by default.",
  })
  asOf?: string;
  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Of this period, by the day that places a record in one (a start, a closure, a booking); all time by default. Active duos are those of its last day.',
  })
  period?: PeriodInput;
  @Field(() => FigureParametersInput, { nullable: true, description: 'How exits are counted.' })
  parameters?: FigureParametersInput;
  @Field(() => FigureFilterInput, { nullable: true, description: 'Of whom.' }) filter?: FigureFilterInput;
  @Field(() => Int, {
    nullable: true,
    description: 'By which version of the definition; the one in force by default.',
  })
  version?: number;
}

@ObjectType('FigureParameters', { description: 'How exits were counted.' })
export class FigureParametersType {
  @Field(() => AnchorEnum, { description: 'From which day.' }) anchor: Anchor;
  @Field(() => Int, { description: 'For how many months.' }) windowMonths: number;
  @Field(() => PopulationEnum, { description: 'Among which duos.' }) population: Population;
  @Field(() => EvidenceLevelEnum, { description: 'On what evidence.' }) evidence: EvidenceLevel;
}

@ObjectType('FormerDefinition', { description: 'How an indicator was defined before.' })
class FormerDefinitionType {
  @Field(() => Int, { description: 'Its number.' }) version: number;
  @Field(() => CalendarDayScalar, { description: 'From which day on the next one counts.' })
  replacedOn: string;
  @Field(() => String, { description: 'What changed, and why.' }) replaced: string;
  @Field(() => Boolean, {
    description:
      'Whether it gives the same value as the version in force, so that what changed is told beside it: of how many it is not known.',
  })
  sameValue: boolean;
  @Field(() => String, { description: 'What was counted or summed, in words.' }) numerator: string;
  @Field(() => String, { nullable: true, description: 'Out of what, in words.' }) denominator: string | null;
  @Field(() => [CriterionType], { description: 'What its records tell of themselves.' })
  criterion: CriterionType[];
}

@ObjectType('MetricDefinition', { description: 'What an indicator is.' })
export class MetricDefinitionType {
  @Field(() => MetricIdEnum, { description: 'Its name for machines.' }) id: AnyMetricId;
  @Field(() => Int, { description: 'Goes up whenever what is counted changes.' }) version: number;
  @Field(() => MetricGroupEnum, { description: 'What it is about.' }) group: MetricGroup;
  @Field(() => MetricUnitEnum, { description: 'What its value is in.' }) unit: MetricUnit;
  @Field(() => String, { description: 'Its name for people, in the language of the request.' }) name: string;
  @Field(() => String, { description: 'What it says, in a sentence.' }) says: string;
  @Field(() => String, { description: 'What is counted or summed, in words.' }) numerator: string;
  @Field(() => String, {
    nullable: true,
    description: 'Out of what, in words; null where the figure is the numerator itself.',
  })
  denominator: string | null;
  @Field(() => RecordsOfFigureEnum, {
    nullable: true,
    description: 'What it opens to; null where it does not open.',
  })
  records: RecordsOfFigure | null;
  @Field(() => [FigureStandingEnum], { description: 'How its records may stand to it.' })
  standings: FigureStanding[];
  @Field(() => CohortDayEnum, {
    nullable: true,
    description: 'Which day places its records in a period; null where it does not open.',
  })
  cohortDay: CohortDay | null;
  @Field(() => [CriterionType], {
    description: 'What its records tell of themselves, so that whoever reads the list can count again.',
  })
  criterion: CriterionType[];
  @Field(() => FigureParametersType, {
    nullable: true,
    description: 'Its defaults; null where it takes no parameters.',
  })
  parameters: FigureParametersType | null;
  @Field(() => [DimensionEnum], { description: 'By what it may be broken down.' }) dimensions: Dimension[];
  @Field(() => [FormerDefinitionType], { description: 'Its earlier versions, the latest first.' })
  formerVersions: FormerDefinitionType[];
}

@ObjectType('Interval', { description: 'A 95 % interval.' })
export class IntervalType {
  @Field(() => Float, { description: 'Lower bound.' }) lower: number;
  @Field(() => Float, { description: 'Upper bound.' }) upper: number;
}

@ObjectType('FigureStatement', { description: 'The SQL of which a figure is the answer.' })
export class FigureStatementType {
  @Field(() => String, { description: 'One statement, with $1, $2, … where its values go.' }) text: string;
  @Field(() => [String], { description: 'Its values, in order.' }) values: string[];
}

@ObjectType('Figure', { description: 'A value with all that is needed to defend it.' })
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

@ObjectType('Withheld', { description: 'There is a value, and it is not shown to this viewer.' })
class WithheldType {
  @Field(() => WithheldReasonEnum, { description: 'Why.' }) reason: WithheldReason;
  @Field(() => MetricDefinitionType, { description: 'What the indicator is.' })
  definition: MetricDefinitionType;
}

@ObjectType('NoData', { description: 'There is nothing to count: no zero, but no value.' })
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

@ObjectType('BreakdownGroup', { description: 'One group of a breakdown, or one period of a trend.' })
export class BreakdownGroupType {
  @Field(() => String, {
    description: 'A code, an id, or the first day of a period; UNKNOWN where the records do not say.',
  })
  key: string;
  @Field(() => String, { description: 'The name of a branch or the reference of a grant; else the key.' })
  label: string;
  @Field(() => FigureResult, { description: 'Its figure.' }) result: FigureAnswer;
}
