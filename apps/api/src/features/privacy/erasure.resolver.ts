import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { erasePerson, previewErasure } from './erase-person.ts';
import { ErasureReportResult, ErasureType } from './erasure.type.ts';
import { LATEST, listErasures } from './privacy.queries.ts';

@Resolver()
export class ErasureResolver {
  @Requires('MANAGE_PRIVACY')
  @Query(() => [ErasureType], { description: `The latest ${LATEST} erasures, without who it was.` })
  erasures(@Ctx() { db }: Context) {
    return listErasures(db);
  }

  @Requires('MANAGE_PRIVACY')
  @Query(() => ErasureReportResult, {
    description: 'What an erasure of a person would take and leave, or why there can be none.',
  })
  erasurePreview(@Arg('personId', () => ID) personId: string, @Ctx() context: Context) {
    return answering(() => previewErasure(context, personId));
  }

  @Requires('MANAGE_PRIVACY')
  @Mutation(() => ErasureReportResult, {
    description: 'Takes away who a person is, everywhere and for good. Figures stay as they are.',
  })
  erasePerson(
    @Arg('personId', () => ID) personId: string,
    @Arg('reason', () => String, { description: 'Without a name: it stays in the trail.' }) reason: string,
    @Ctx() context: Context,
  ) {
    return answering(() => erasePerson(context, personId, reason));
  }
}
