import { Field, Float, ObjectType } from 'type-graphql';
import { GrantType } from './grant.type.ts';

@ObjectType('Earmark', { description: 'Which share of a duo a grant pays.' })
export class EarmarkType {
  @Field(() => GrantType, { description: 'The grant.' }) grant: GrantType;
  @Field(() => Float, { description: 'More than 0, at most 1.' }) share: number;
}
