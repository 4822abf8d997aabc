import type { Capability } from '@tandem/domain/capabilities';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CapabilityEnum } from '../../graphql/enums.ts';
import { resultOf } from '../../graphql/refusal.type.ts';

@ObjectType('ApiKey', { description: 'A key for programs. It never may more than its owner.' })
export class ApiKeyType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'What it is for.' }) name: string;
  @Field(() => String, { description: 'Its first characters, to tell keys apart.' }) start: string;
  @Field(() => [CapabilityEnum], {
    nullable: true,
    description: 'What it may be used for; null for everything that its owner may do.',
  })
  scopes: Capability[] | null;
  @Field(() => Boolean, {
    description: "Whether it is the partner's, and outlives the account that made it.",
  })
  ofPartner: boolean;
  @Field(() => GraphQLISODateTime, { description: 'When it was made.' }) createdAt: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when it holds; null for always.' })
  expiresAt: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was used last.' })
  lastUsedAt: Date | null;
}

@InputType({ description: 'A key to make.' })
export class ApiKeyInput {
  @Field(() => String, { description: 'What it is for.' }) name: string;
  @Field(() => [CapabilityEnum], { description: 'What it may be used for, of what its owner may do.' })
  scopes: Capability[];
  @Field(() => Int, { description: 'How many days it holds, 1 to 366.' }) days: number;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is the partner's rather than one's own; for who manages its members.",
  })
  ofPartner?: boolean | null;
}

@ObjectType('NewApiKey', { description: 'A key that was just made.' })
export class NewApiKeyType {
  @Field(() => String, { description: 'The key itself, this once: only its hash is kept.' }) key: string;
  @Field(() => ApiKeyType, { description: 'What is kept of it.' }) apiKey: ApiKeyType;
}

export const NewApiKeyResult = resultOf('NewApiKey', () => NewApiKeyType);
