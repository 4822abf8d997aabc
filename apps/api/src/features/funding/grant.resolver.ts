import { addDays } from '@tandem/domain/calendar-day';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Float, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { fieldsAskedFor, readRows } from '../../graphql/look-ahead.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { GrantEntity } from './grant.entity.ts';
import { GrantType } from './grant.type.ts';

const earmarked = defineLoader<{ duos: number; share: number }>(
  async (ids, { db }) => {
    const rows: { id: string; duos: number; share: number }[] = await db.query(
      'select grant_id as id, count(*) as duos, sum(share) as share from earmark where grant_id = any ($1) group by grant_id',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
  { duos: 0, share: 0 },
);

@Resolver(() => GrantType)
export class GrantResolver {
  @Requires('SEE_MONEY', 'RUN_DUOS', 'SEE_OWN_GRANTS')
  @Query(() => [GrantType], { description: 'All grants by reference; for a partner, its own only.' })
  grants(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const query = context.db
      .getRepository(GrantEntity)
      .createQueryBuilder('funding_grant')
      .orderBy('funding_grant.reference');
    const { partnerId } = context.scope;
    if (partnerId !== null) query.where('funding_grant.partner_id = :partnerId', { partnerId });
    return readRows(query, fieldsAskedFor(info));
  }

  @FieldResolver(() => CalendarDayScalar, { description: 'Last day covered.' })
  endsOn(@Root() grant: GrantEntity) {
    return addDays(grant.endsBefore, -1);
  }

  @FieldResolver(() => MoneyType, { description: 'Granted in all.' })
  amount(@Root() grant: GrantEntity): MoneyType {
    return { cents: grant.amountCents, currency: grant.currency };
  }

  @FieldResolver(() => Int, { description: 'Duos that it pays, in part or whole.' })
  async duoCount(@Root() grant: GrantEntity, @Ctx() context: Context) {
    return (await earmarked(context, grant.id)).duos;
  }

  @FieldResolver(() => Float, { description: 'The sum of its shares in duos: how many whole duos it pays.' })
  async share(@Root() grant: GrantEntity, @Ctx() context: Context) {
    return (await earmarked(context, grant.id)).share;
  }
}
