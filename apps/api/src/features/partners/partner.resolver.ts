import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { PageArguments } from '../../graphql/connection.ts';
import { viewerCan, viewerOf, type Context } from '../../graphql/context.ts';
import { forbidden } from '../../graphql/errors.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import { fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { PartnerEntity } from './partner.entity.ts';
import {
  involvements,
  listPartners,
  membersOf,
  type Involvement,
  type MemberRow,
} from './partner.queries.ts';
import { PartnerConnection, PartnerFilter, PartnerMemberType, PartnerType } from './partner.type.ts';

const involvement = defineLoader<Involvement>((ids, { db }) => involvements(db, ids), {
  grants: 0,
  volunteers: 0,
  approvedMinutes: 0,
});
const members = defineLoader<MemberRow[]>(
  async (ids, { db }) => groupBy(await membersOf(db, ids), (row) => row.partnerId),
  [],
);

/** What a partner gives is for staff who see partners, and for its own members; of another's name nothing more shows. */
function mayLookInto(
  { id }: PartnerEntity,
  context: Context,
  own: 'SEE_OWN_GRANTS' | 'SEE_OWN_VOLUNTEERS' | 'SEE_OWN_MEMBERS',
): void {
  const isOwn = viewerOf(context).partnerId === id && viewerCan(context, own);
  if (!isOwn && !viewerCan(context, 'SEE_PARTNERS')) throw forbidden();
}

@Resolver(() => PartnerType)
export class PartnerResolver {
  @Requires('SEE_PARTNERS')
  @Query(() => PartnerConnection, { description: 'Partners, by name.' })
  partners(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => PartnerFilter, { nullable: true }) filter: PartnerFilter | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listPartners(context, filter ?? {}, page, fieldsAskedFor(info, ['edges', 'node']));
  }

  @Requires('SEE_PARTNERS', 'SEE_OWN_GRANTS', 'SEE_OWN_VOLUNTEERS')
  @Query(() => PartnerType, {
    nullable: true,
    description: "One partner; null where there is none of this id, or it is not the viewer's own.",
  })
  partner(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    const { partnerId } = context.scope;
    if (partnerId !== null && partnerId !== id) return null;
    return context.db.getRepository(PartnerEntity).findOneBy({ id });
  }

  @FieldResolver(() => Int, { description: 'How many grants it gives.' })
  async grantCount(@Root() partner: PartnerEntity, @Ctx() context: Context) {
    mayLookInto(partner, context, 'SEE_OWN_GRANTS');
    return (await involvement(context, partner.id)).grants;
  }

  @FieldResolver(() => Int, { description: 'How many of its people it registered.' })
  async volunteerCount(@Root() partner: PartnerEntity, @Ctx() context: Context) {
    mayLookInto(partner, context, 'SEE_OWN_VOLUNTEERS');
    return (await involvement(context, partner.id)).volunteers;
  }

  @FieldResolver(() => Int, { description: 'Minutes of its people that staff approved.' })
  async approvedMinutes(@Root() partner: PartnerEntity, @Ctx() context: Context) {
    mayLookInto(partner, context, 'SEE_OWN_VOLUNTEERS');
    return (await involvement(context, partner.id)).approvedMinutes;
  }

  @FieldResolver(() => [PartnerMemberType], { description: 'Accounts that act for it, by name.' })
  members(@Root() partner: PartnerEntity, @Ctx() context: Context) {
    mayLookInto(partner, context, 'SEE_OWN_MEMBERS');
    return members(context, partner.id);
  }
}
