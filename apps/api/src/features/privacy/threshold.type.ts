import type { ThresholdName } from '@tandem/domain/vocabulary';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { ThresholdNameEnum } from '../../graphql/enums.ts';
import { resultOf } from '../../graphql/refusal.type.ts';

@ObjectType('Threshold', { description: 'A value of a limit of disclosure control; the latest is in force.' })
export class ThresholdType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => ThresholdNameEnum, { description: 'Which limit.' }) name: ThresholdName;
  @Field(() => Int, { description: 'Its value.' }) value: number;
  @Field(() => Int, { description: 'No value below this one is taken.' }) safeMinimum: number;
  @Field(() => Boolean, { description: 'Whether it is in force.' }) inForce: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Why; null for the value with which the platform came.',
  })
  reason: string | null;
  @Field(() => GraphQLISODateTime, { description: 'Since when.' }) setAt: Date;
  @Field(() => String, { nullable: true, description: 'By whom.' }) setBy: string | null;
}

export const ThresholdResult = resultOf('Threshold', () => ThresholdType);
