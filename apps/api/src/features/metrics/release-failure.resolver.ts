import type { CalendarDay } from '@tandem/domain/calendar-day';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { PartnerEntity } from '../partners/partner.entity.ts';
import { ReleaseFailureType } from './release-failure.type.ts';
import { listFailures } from './release-failures.ts';
import { shownMeanwhile } from './release.loader.ts';

@Resolver(() => ReleaseFailureType)
export class ReleaseFailureResolver {
  @Requires('SEE_PARTNERS')
  @Query(() => [ReleaseFailureType], {
    description:
      'Partners of many grants for which the figures of the day cannot be made, and why; the one that waits longest first.',
  })
  async releaseFailures(@Ctx() context: Context): Promise<ReleaseFailureType[]> {
    const failures = await listFailures(context.db);
    const partners = await context.db
      .getRepository(PartnerEntity)
      .createQueryBuilder('partner')
      .where('partner.id = any (:ids)', { ids: failures.map(({ partnerId }) => partnerId) })
      .getMany();
    return failures.flatMap(({ partnerId, ...failure }) => {
      const partner = partners.find(({ id }) => id === partnerId);
      return partner === undefined ? [] : [{ ...failure, partner }];
    });
  }

  @FieldResolver(() => CalendarDayScalar, {
    nullable: true,
    description:
      'Of which day the figures are that the partner is shown meanwhile; null where it is shown none.',
  })
  async shownAsOf(
    @Root() { partner }: ReleaseFailureType,
    @Ctx() context: Context,
  ): Promise<CalendarDay | null> {
    return (await shownMeanwhile(context, partner.id)) ?? null;
  }
}
