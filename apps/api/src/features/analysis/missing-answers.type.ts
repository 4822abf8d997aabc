import { Field, Float, Int, ObjectType } from 'type-graphql';
import { IntervalType, MetricDefinitionType } from '../metrics/metric.type.ts';

@ObjectType('MissingBounds', {
  description:
    'Within which bounds a rate lies whatever became of those of whom nothing is known: exits that nobody recorded, answers that nobody gave.',
})
export class MissingBoundsType {
  @Field(() => MetricDefinitionType, { description: 'What the indicator is.' })
  definition: MetricDefinitionType;
  @Field(() => Int, { description: 'Of how many it is known that they count.' }) yes: number;
  @Field(() => Int, { description: 'Of how many it is known that they do not.' }) no: number;
  @Field(() => Int, { description: 'Of how many nothing is known.' }) unknown: number;
  @Field(() => Float, { description: 'If none of the unknown counted.' }) worst: number;
  @Field(() => Float, { description: 'If all of the unknown counted.' }) best: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Among the known alone: right only if the unknown are like the known. Null where nothing is known.',
  })
  amongKnown: number | null;
  @Field(() => Float, {
    description: 'The share of whom something is known: a response rate, or how well exits are followed up.',
  })
  known: number;
  @Field(() => IntervalType, { description: 'Its 95 % interval (Wilson).' }) knownInterval: IntervalType;
  @Field(() => IntervalType, {
    description:
      'Chance and the unknown together: from the lower 95 % limit of the worst to the upper one of the best.',
  })
  interval: IntervalType;
}
