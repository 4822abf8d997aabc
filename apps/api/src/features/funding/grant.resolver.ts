import { addDays } from '@tandem/domain/calendar-day';
import { euros } from '@tandem/domain/money';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Float, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { earmarkedOf, pastItsTime } from './earmark.loader.ts';
import { conditionsOf, deadlinesOf, instalmentsOf } from './grant-terms.loader.ts';
import type { GrantEntity } from './grant.entity.ts';
import { duosOfGrants, findGrant, readGrants, totalsOfGrants } from './grant.queries.ts';
import {
  GrantConditionType,
  GrantDeadlineType,
  GrantInput,
  GrantInstalmentType,
  GrantResult,
  GrantTotalsType,
  GrantType,
} from './grant.type.ts';
import { changeGrant, createGrant, removeGrant, restoreGrant } from './save-grant.ts';

@Resolver(() => GrantType)
export class GrantResolver {
  @Requires('SEE_MONEY', 'RUN_DUOS', 'SEE_OWN_GRANTS')
  @Query(() => [GrantType], {
    description: 'All grants by reference, or the latest of them; for a partner, its own only.',
  })
  grants(
    @Arg('latest', () => Int, {
      nullable: true,
      description: 'So many, the last that begins first.',
    })
    latest: number | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (latest != null && latest < 1) throw badRequest(`At least 1 grant, not ${latest}.`);
    return readGrants(context, fieldsAskedFor(info), latest ?? undefined);
  }

  @Requires('SEE_MONEY', 'SEE_OWN_GRANTS')
  @Query(() => GrantTotalsType, {
    description: 'All grants together, however many; for a partner, its own only.',
  })
  grantTotals(@Ctx() context: Context) {
    return totalsOfGrants(context);
  }

  @Requires('SEE_MONEY', 'SEE_OWN_GRANTS')
  @Query(() => GrantType, { nullable: true, description: 'One grant; for a partner, one of its own.' })
  grant(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return findGrant(context, id, fieldsAskedFor(info));
  }

  @FieldResolver(() => CalendarDayScalar, { description: 'Last day covered.' })
  endsOn(@Root() grant: GrantEntity) {
    return addDays(grant.endsBefore, -1);
  }

  @Requires('SEE_MONEY', 'SEE_OWN_GRANTS')
  @FieldResolver(() => MoneyType, { description: 'Granted in all.' })
  amount(@Root() grant: GrantEntity): MoneyType {
    return { cents: grant.amountCents, currency: grant.currency };
  }

  @FieldResolver(() => Int, { description: 'Duos that it pays, in part or whole.' })
  async duoCount(@Root() grant: GrantEntity, @Ctx() context: Context) {
    return (await earmarkedOf(context, grant.id)).duos;
  }

  @FieldResolver(() => Float, { description: 'The sum of its shares in duos: how many whole duos it pays.' })
  async share(@Root() grant: GrantEntity, @Ctx() context: Context) {
    return (await earmarkedOf(context, grant.id)).share;
  }

  @Requires('SEE_MONEY')
  @FieldResolver(() => Int, { description: 'Of the duos that it pays, those that began before its period.' })
  async duosBegunBefore(@Root() grant: GrantEntity, @Ctx() context: Context) {
    return (await pastItsTime(context, grant.id)).begunBefore;
  }

  @Requires('SEE_MONEY')
  @FieldResolver(() => Int, {
    description: 'Of the duos that it pays, those that began before its period or go on after it.',
  })
  async duosBeyondPeriod(@Root() grant: GrantEntity, @Ctx() context: Context) {
    return (await pastItsTime(context, grant.id)).beyond;
  }

  @Requires('SEE_MONEY', 'SEE_OWN_GRANTS')
  @FieldResolver(() => [GrantConditionType], { description: 'What is to be reached.' })
  conditions(@Root() grant: GrantEntity, @Ctx() context: Context) {
    return conditionsOf(context, grant.id);
  }

  @Requires('SEE_MONEY', 'SEE_OWN_GRANTS')
  @FieldResolver(() => [GrantInstalmentType], { description: 'When the money comes.' })
  instalments(@Root() grant: GrantEntity, @Ctx() context: Context) {
    return instalmentsOf(context, grant.id);
  }

  @Requires('SEE_MONEY', 'SEE_OWN_GRANTS')
  @FieldResolver(() => [GrantDeadlineType], { description: 'When reports are owed.' })
  deadlines(@Root() grant: GrantEntity, @Ctx() context: Context) {
    return deadlinesOf(context, grant.id);
  }

  @Requires('SEE_MONEY', 'SEE_OWN_GRANTS')
  @FieldResolver(() => MoneyType, { description: 'What came in of its instalments.' })
  async received(@Root() grant: GrantEntity, @Ctx() context: Context): Promise<MoneyType> {
    const cameIn = (await instalmentsOf(context, grant.id)).filter(({ receivedOn }) => receivedOn !== null);
    return euros(cameIn.reduce((sum, { amountCents }) => sum + amountCents, 0));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change it, and earmark duos to it.' })
  viewerCanManage(@Ctx() context: Context) {
    return viewerCan(context, 'MANAGE_MONEY');
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => GrantResult, { description: 'Writes a new grant down with all that was agreed.' })
  createGrant(
    @Arg('input', () => GrantInput) input: GrantInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedGrant(context, info, () => createGrant(context, input));
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => GrantResult, {
    description: 'Puts a grant in the place of the one of this version; the undo is to put the former back.',
  })
  changeGrant(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => GrantInput) input: GrantInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedGrant(context, info, () => changeGrant(context, id, version, input));
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => GrantResult, {
    description:
      'Takes out a grant that pays nothing and of which nothing came in; restoreGrant puts it back.',
  })
  removeGrant(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedGrant(context, info, () => removeGrant(context, id, version));
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => GrantResult, { description: 'Puts a grant back: the undo of removeGrant.' })
  restoreGrant(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedGrant(context, info, () => restoreGrant(context, id, version));
  }
}

@Resolver(() => GrantTotalsType)
export class GrantTotalsResolver {
  @Requires('SEE_MONEY', 'SEE_OWN_GRANTS')
  @FieldResolver(() => Int, {
    description: 'Duos that those that count pay, in part or whole, once for each of its grants.',
  })
  duoCount(@Ctx() context: Context) {
    return duosOfGrants(context);
  }
}

/** The grant after an operation, as the client asked for it. */
function changedGrant(context: Context, info: GraphQLResolveInfo, operation: () => Promise<string>) {
  return answering(async () =>
    findGrant(context, await operation(), fieldsAskedFor(info), { removed: true }),
  );
}
