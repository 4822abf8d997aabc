import type { AnyMetricId } from '@tandem/metrics/any-metric';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { resultOf } from '../../graphql/refusal.type.ts';
import { MetricIdEnum } from '../metrics/metric.type.ts';

@ObjectType('PublishedRate', { description: 'A rate that somebody else published, with its source.' })
export class PublishedRateType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => MetricIdEnum, { description: 'The indicator that it is held against.' }) metric: AnyMetricId;
  @Field(() => String, {
    description: 'What it is called on a chart, in the reader’s language or one in which it has a name.',
  })
  label: string;
  @Field(() => String, { nullable: true, description: 'What it is called in French.' }) labelFr:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What it is called in Dutch.' }) labelNl: string | null;
  @Field(() => String, { nullable: true, description: 'What it is called in English.' }) labelEn:
    | string
    | null;
  @Field(() => Float, { description: '0 to 1.' }) rate: number;
  @Field(() => Int, {
    nullable: true,
    description: 'How many people it rests on; null where the source does not say.',
  })
  people: number | null;
  @Field(() => String, {
    description:
      'About whom it is, and how they differ from the programme’s people, in the reader’s language or one in which it is said.',
  })
  population: string;
  @Field(() => String, { nullable: true, description: 'About whom it is, in French.' }) populationFr:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'About whom it is, in Dutch.' }) populationNl:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'About whom it is, in English.' }) populationEn:
    | string
    | null;
  @Field(() => String, {
    description: 'Where it was published, in the reader’s language or one in which it is said.',
  })
  source: string;
  @Field(() => String, {
    nullable: true,
    description:
      'In which language that is: fr, nl or en. A citation stays in the one that it is written in.',
  })
  sourceLanguage: string | null;
  @Field(() => String, { nullable: true, description: 'Where it was published, in French.' })
  sourceFr: string | null;
  @Field(() => String, { nullable: true, description: 'Where it was published, in Dutch.' })
  sourceNl: string | null;
  @Field(() => String, { nullable: true, description: 'Where it was published, in English.' })
  sourceEn: string | null;
  @Field(() => String, { nullable: true, description: 'The page on which it stands.' }) link: string | null;
  @Field(() => String, { nullable: true, description: 'Of which country: two letters of ISO 3166.' })
  country: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What of the country it is about, in the reader’s language or one in which it is said.',
  })
  region: string | null;
  @Field(() => String, { nullable: true, description: 'What of the country it is about, in French.' })
  regionFr: string | null;
  @Field(() => String, { nullable: true, description: 'What of the country it is about, in Dutch.' })
  regionNl: string | null;
  @Field(() => String, { nullable: true, description: 'What of the country it is about, in English.' })
  regionEn: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Within how many months after the anchor; null where the source does not say.',
  })
  windowMonths: number | null;
  @Field(() => Int, { description: 'Of which year.' }) year: number;
  @Field(() => Int, { description: 'Goes up with each change.' }) version: number;
  @Field(() => Boolean, { description: 'Whether it was removed.' }) removed: boolean;
}

@InputType({
  description:
    'A rate that somebody else published. Its name, about whom it is and where it was published are given in one language at least; a citation in the one that it is written in.',
})
export class PublishedRateInput {
  @Field(() => MetricIdEnum, { description: 'The indicator that it is held against: a rate.' })
  metric: AnyMetricId;
  @Field(() => String, { nullable: true, description: 'What it is called on a chart, in French.' }) labelFr?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What it is called on a chart, in Dutch.' }) labelNl?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What it is called on a chart, in English.' })
  labelEn?: string | null;
  @Field(() => Float, { description: '0 to 1.' }) rate: number;
  @Field(() => Int, { nullable: true, description: 'How many people it rests on, where the source says so.' })
  people?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'About whom it is, and how they differ from the programme’s people, in French.',
  })
  populationFr?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'About whom it is, and how they differ from the programme’s people, in Dutch.',
  })
  populationNl?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'About whom it is, and how they differ from the programme’s people, in English.',
  })
  populationEn?: string | null;
  @Field(() => String, { nullable: true, description: 'Where it was published, in French.' })
  sourceFr?: string | null;
  @Field(() => String, { nullable: true, description: 'Where it was published, in Dutch.' })
  sourceNl?: string | null;
  @Field(() => String, { nullable: true, description: 'Where it was published, in English.' })
  sourceEn?: string | null;
  @Field(() => String, { nullable: true, description: 'The page on which it stands.' }) link?: string | null;
  @Field(() => String, { nullable: true, description: 'Of which country: two letters of ISO 3166.' })
  country?: string | null;
  @Field(() => String, { nullable: true, description: 'What of the country it is about, in French.' })
  regionFr?: string | null;
  @Field(() => String, { nullable: true, description: 'What of the country it is about, in Dutch.' })
  regionNl?: string | null;
  @Field(() => String, { nullable: true, description: 'What of the country it is about, in English.' })
  regionEn?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Within how many months after the anchor; null where the source does not say.',
  })
  windowMonths?: number | null;
  @Field(() => Int, { description: 'Of which year.' }) year: number;
}

export const PublishedRateResult = resultOf('PublishedRate', () => PublishedRateType);
