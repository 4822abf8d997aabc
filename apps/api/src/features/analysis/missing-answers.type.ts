import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Caution } from '@tandem/metrics/figure-bounds';
import { CautionEnum } from '../metrics/figure-bounds.type.ts';
import { IntervalType } from '../metrics/figure.type.ts';
import { MetricDefinitionType } from '../metrics/metric.type.ts';

@ObjectType('MissingBounds', {
  description:
    'Within which bounds a rate lies whatever became of those of whom it is not known: exits that nobody recorded, answers that nobody gave. Somebody without an exit is known to have none where something is recorded at the end of the window or later; otherwise, and while the window is not over, it is not known.',
})
export class MissingBoundsType {
  @Field(() => MetricDefinitionType, { description: 'What the indicator is.' })
  definition: MetricDefinitionType;
  @Field(() => Int, { description: 'Of how many it is known that they count.' }) yes: number;
  @Field(() => Int, { description: 'Of how many it is known that they do not.' }) no: number;
  @Field(() => Int, { description: 'Of how many it is not known, though their window is over.' })
  unknown: number;
  @Field(() => Int, {
    description:
      'For how many it is too early: they have none so far, and their window is not over. None where the rate is among those alone whose window is over.',
  })
  tooEarly: number;
  @Field(() => Float, {
    description: 'If none of the unknown counted, nor of those for whom it is too early.',
  })
  worst: number;
  @Field(() => Float, { description: 'If all of these counted.' }) best: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Among the known alone: right only if the unknown are like the known. Null where it is known of nobody, and of exits: these are known wherever somebody tells of one, that there is none only of who was followed, so that the share would be too high.',
  })
  amongKnown: number | null;
  @Field(() => Float, {
    description: 'The share of whom it is known: a response rate, or how well exits are followed.',
  })
  known: number;
  @Field(() => IntervalType, { description: 'Its 95 % interval (Wilson).' }) knownInterval: IntervalType;
  @Field(() => IntervalType, {
    description:
      'Chance and the unknown together: from the lower 95 % limit of the worst to the upper one of the best.',
  })
  interval: IntervalType;
  @Field(() => Int, {
    nullable: true,
    description:
      'Of jobs that were held: how many mentees were seen in work on the day of the check or later. The others count by a contract that reaches so far, with nobody having asked. Null of other rates.',
  })
  seen: number | null;
  @Field(() => CautionEnum, {
    nullable: true,
    description: 'How the rate itself is to be read; null where the bounds say enough, and of answers.',
  })
  caution: Caution | null;
}
