import { Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { PartnerEntity } from '../partners/partner.entity.ts';
import { ReleaseFailureType } from './release-failure.type.ts';
import { listFailures } from './release-failures.ts';
import { releaseThatStands } from './release.loader.ts';

@Resolver()
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
    const answers = failures.map(async ({ partnerId, ...failure }) => {
      const partner = partners.find(({ id }) => id === partnerId);
      const standing = await releaseThatStands(context, partnerId);
      return partner === undefined ? [] : [{ ...failure, partner, shownAsOf: standing?.asOf ?? null }];
    });
    return (await Promise.all(answers)).flat();
  }
}
