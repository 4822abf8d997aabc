import type { MetricUnit } from '@tandem/domain/figure-units';
import type { AnyMetricId } from '@tandem/metrics/any-metric';
import type { WithheldReason } from '@tandem/metrics/disclosure/reason';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../graphql/enums.ts';
import { resultOf } from '../../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../../graphql/scalars.ts';
import { BreakdownGroupType, FigureResult, type FigureAnswer } from '../figure.type.ts';
import { MetricIdEnum, MetricUnitEnum, WithheldReasonEnum } from '../metric.type.ts';

/** By what the public sees the programme (menu.ts). */
export const PUBLISHED_BY = ['YEAR', 'COST_CATEGORY', 'GRANT_KIND'] as const;
export type PublishedBy = (typeof PUBLISHED_BY)[number];
const PublishedByEnum = enumOf('PublishedBy', PUBLISHED_BY, 'By what a published figure is broken down.', {
  YEAR: 'By the year of the cohort day.',
  COST_CATEGORY: 'By what money is spent on.',
  GRANT_KIND: 'By the kind of grant that money comes from.',
});

@ObjectType('PublishedBreakdown', { description: 'A published figure in each group.' })
export class PublishedBreakdownType {
  @Field(() => PublishedByEnum, { description: 'By what.' }) by: PublishedBy;
  @Field(() => [BreakdownGroupType], { description: 'Its groups, in the order of their keys.' })
  groups: BreakdownGroupType[];
}

@ObjectType('PublishedFigure', { description: 'An indicator as it is published.' })
export class PublishedFigureType {
  @Field(() => FigureResult, { description: 'Of the whole programme.' }) result: FigureAnswer;
  @Field(() => [PublishedBreakdownType], { description: 'In groups; none for most.' })
  breakdowns: PublishedBreakdownType[];
}

@ObjectType('Publication', { description: 'The figures that the programme tells everybody.' })
export class PublicationType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => CalendarDayScalar, {
    description: 'The day of its figures; one that is of an earlier day says so.',
  })
  asOf: string;
  @Field(() => GraphQLISODateTime, { description: 'When it was published.' }) publishedAt: Date;
  figures: PublishedFigureType[];
}

@ObjectType('PreviewedFigure', { description: 'An indicator as it would be published.' })
export class PreviewedFigureType {
  @Field(() => MetricIdEnum, { description: 'Which indicator.' }) metric: AnyMetricId;
  @Field(() => String, { description: 'Its name, in the language of the request.' }) name: string;
  @Field(() => MetricUnitEnum, { description: 'What its value is in.' }) unit: MetricUnit;
  @Field(() => Float, { nullable: true, description: 'Its value; null where there is none to show.' })
  value: number | null;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'The day of its value: an earlier one where today’s would tell of few.',
  })
  asOf: string | null;
  @Field(() => WithheldReasonEnum, { nullable: true, description: 'Why it would not be shown.' })
  reason: WithheldReason | null;
  @Field(() => Int, { description: 'How many groups it has.' }) groups: number;
  @Field(() => Int, { description: 'How many of them would be shown.' }) groupsShown: number;
}

@ObjectType('PublicationPreview', { description: 'What would be published now.' })
export class PublicationPreviewType {
  @Field(() => CalendarDayScalar, { description: 'The day of its figures.' }) asOf: string;
  @Field(() => Boolean, { description: 'Whether it stands on the public page already.' }) stands: boolean;
  @Field(() => [PreviewedFigureType], { description: 'Every indicator that the public would be told of.' })
  figures: PreviewedFigureType[];
}

@ObjectType('PublicationRecord', { description: 'A publication as staff see it.' })
export class PublicationRecordType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => CalendarDayScalar, { description: 'The day of its figures.' }) asOf: string;
  @Field(() => GraphQLISODateTime, { description: 'When it was published.' }) publishedAt: Date;
  @Field(() => String, { description: 'By whom.' }) publishedBy: string;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was withdrawn, or gave way to the next one; null where it stands.',
  })
  withdrawnAt: Date | null;
  @Field(() => String, { nullable: true, description: 'By whom.' }) withdrawnBy: string | null;
}

export const PublicationResult = resultOf('PublicationRecord', () => PublicationRecordType);
