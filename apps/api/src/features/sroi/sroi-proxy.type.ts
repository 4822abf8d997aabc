import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CentsScalar } from '../../graphql/scalars.ts';

/** What an entry of the library and the input for one have in common. */
@ObjectType()
@InputType()
abstract class ProxyFields {
  @Field(() => String, { description: 'What it is the worth of.' }) name: string;
  @Field(() => CentsScalar, { description: 'The amount, in hundredths of its currency.' }) cents: number;
  @Field(() => String, { description: 'ISO 4217 code; a row of the value map takes euros alone.' })
  currency: string;
  @Field(() => Int, { description: 'The year of whose prices it is.' }) priceYear: number;
  @Field(() => String, { description: 'Of which country: two letters of ISO 3166.' }) country: string;
  @Field(() => String, { description: 'For one of what.' }) unit: string;
  @Field(() => String, { description: 'Where it was published.' }) source: string;
  @Field(() => String, { nullable: true, description: 'What else there is to know.' }) note: string | null;
}

@ObjectType('Proxy', { description: 'A published unit cost, from which rows of the value map take theirs.' })
export class ProxyType extends ProxyFields {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => Int, { description: 'Goes up with every change.' }) version: number;
}

@InputType({ description: 'A published unit cost.' })
export class ProxyInput extends ProxyFields {}

export const ProxyResult = resultOf('Proxy', () => ProxyType);
