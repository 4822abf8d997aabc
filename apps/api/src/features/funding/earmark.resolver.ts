import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { earmarkDuos, removeEarmarks } from './earmark-writes.ts';
import { duosForGrant, previewEarmarks } from './grant-duo.queries.ts';
import {
  EarmarkChangeResult,
  EarmarkInput,
  EarmarkPreviewType,
  GrantDuoFilter,
  GrantDuoPage,
} from './grant-duo.type.ts';
import { wholeGrantOf } from './grant.queries.ts';

@Resolver()
export class EarmarkResolver {
  @Requires('MANAGE_MONEY', 'SEE_DUOS')
  @Query(() => GrantDuoPage, {
    nullable: true,
    description: 'Duos that a grant pays or could pay. Null where there is no such grant.',
  })
  grantDuos(
    @Arg('grantId', () => ID) grantId: string,
    @Arg('filter', () => GrantDuoFilter, { nullable: true }) filter: GrantDuoFilter | undefined,
    @Arg('first', () => Int, { defaultValue: 200 }) first: number,
    @Arg('skip', () => Int, { defaultValue: 0, description: 'How many come before the first.' })
    skip: number,
    @Ctx() context: Context,
  ) {
    return duosForGrant(context, grantId, filter ?? {}, { first, skip });
  }

  @Requires('MANAGE_MONEY', 'SEE_DUOS')
  @Query(() => [EarmarkPreviewType], {
    nullable: true,
    description:
      'Which of these earmarks could be written, each by itself: the preview of earmarkDuos. Null where there is no such grant.',
  })
  earmarkPreview(
    @Arg('grantId', () => ID) grantId: string,
    @Arg('earmarks', () => [EarmarkInput]) earmarks: EarmarkInput[],
    @Ctx() context: Context,
  ) {
    return previewEarmarks(context, grantId, earmarks);
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => EarmarkChangeResult, {
    description:
      'Earmarks duos to a grant, each with its share: all of them, or none. The shares of a duo never come to more than 1. removeEarmarks takes them away.',
  })
  earmarkDuos(
    @Arg('grantId', () => ID) grantId: string,
    @Arg('earmarks', () => [EarmarkInput]) earmarks: EarmarkInput[],
    @Ctx() context: Context,
  ) {
    return changed(context, grantId, () => earmarkDuos(context, grantId, earmarks));
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => EarmarkChangeResult, {
    description:
      'Takes the earmarks of duos to a grant away; the undo is earmarkDuos with their former shares.',
  })
  removeEarmarks(
    @Arg('grantId', () => ID) grantId: string,
    @Arg('duoIds', () => [ID]) duoIds: string[],
    @Ctx() context: Context,
  ) {
    return changed(context, grantId, () => removeEarmarks(context, grantId, duoIds));
  }
}

function changed(context: Context, grantId: string, operation: () => Promise<string[]>) {
  return answering(async () => {
    const duoIds = await operation();
    return { grant: await wholeGrantOf(context, grantId), duoIds };
  });
}
