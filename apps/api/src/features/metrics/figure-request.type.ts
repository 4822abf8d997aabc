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
import type { AnyMetricId } from '@tandem/metrics/any-metric';
import type { Anchor, EvidenceLevel, Population } from '@tandem/metrics/definition';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import {
  AgeBandEnum,
  EducationLevelEnum,
  EventKindEnum,
  GenderEnum,
  NationalityGroupEnum,
  OutOfWorkBandEnum,
  ReferralEnum,
  ResidenceGroundEnum,
  SectorEnum,
} from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { AnchorEnum, EvidenceLevelEnum, MetricIdEnum, PopulationEnum } from './metric.type.ts';

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
