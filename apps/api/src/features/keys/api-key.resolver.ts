import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { WithoutKey } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { ApiKeyInput, ApiKeyType, NewApiKeyResult } from './api-key.type.ts';
import { createKey, listKeys, revokeKey } from './api-keys.ts';

@Resolver()
export class ApiKeyResolver {
  @WithoutKey()
  @Query(() => [ApiKeyType], {
    description: "One's own keys, the latest first; with the partner's for who manages its members.",
  })
  apiKeys(@Ctx() context: Context) {
    return listKeys(context, context.db);
  }

  @WithoutKey()
  @Mutation(() => NewApiKeyResult, { description: 'Makes a key and shows it this once.' })
  createApiKey(@Arg('input', () => ApiKeyInput) input: ApiKeyInput, @Ctx() context: Context) {
    return answering(() => createKey(context, input));
  }

  @WithoutKey()
  @Mutation(() => Boolean, { description: 'Takes a key back; false where there was none.' })
  revokeApiKey(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return revokeKey(context, id);
  }
}
