import { METRIC_UNITS, type MetricUnit } from '@tandem/domain/figure-units';
import { ALL_METRIC_IDS, wordsOfMetric, type AnyMetricId } from '@tandem/metrics/any-metric';
import {
  DIMENSIONS,
  METRIC_GROUPS,
  POPULATIONS,
  TREND_STEPS,
  type Anchor,
  type CohortDay,
  type Dimension,
  type EvidenceLevel,
  type MetricGroup,
  type Population,
} from '@tandem/metrics/definition';
import { WITHHELD_REASONS } from '@tandem/metrics/disclosure/reason';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import {
  CohortDayEnum,
  CriterionType,
  FigureStandingEnum,
  RecordsOfFigureEnum,
  type FigureStanding,
  type RecordsOfFigure,
} from './records-of-figure.type.ts';

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
export const AnchorEnum = enumOf(
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
export const EvidenceLevelEnum = enumOf(
  'EvidenceLevel',
  ['ANY', 'DOCUMENTED'] as const,
  'On what evidence.',
  {
    ANY: 'Somebody’s word included.',
    DOCUMENTED: 'A contract or an administrative record only.',
  },
);
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
    description:
      'Which day places those whom it is about in a period; null of money and of what the value map makes.',
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
  @Field(() => MetricIdEnum, {
    nullable: true,
    description:
      'Of a cost of exits, the rate of the same exits: it says of how many it is too early, and of how many it is not known. Null of all others.',
  })
  ratedBy: AnyMetricId | null;
  @Field(() => [DimensionEnum], { description: 'By what it may be broken down.' }) dimensions: Dimension[];
  @Field(() => [FormerDefinitionType], { description: 'Its earlier versions, the latest first.' })
  formerVersions: FormerDefinitionType[];
}
