import { DAYS_NEAR } from '@tandem/domain/funding';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { listDues } from './grant-due.queries.ts';
import { GrantDueType } from './grant-due.type.ts';

/** The furthest that is looked ahead. */
const MOST_DAYS = 366;

@Resolver()
export class GrantDueResolver {
  @Requires('SEE_MONEY')
  @Query(() => [GrantDueType], {
    description:
      'What waits for finance: instalments that did not come in, reports that were not sent, conditions by word that are not met, measured ones that are not reached and whose day is near, and grants that are over, or soon will be, and are not settled. Of awarded grants, the earliest first.',
  })
  grantDues(
    @Arg('days', () => Int, { defaultValue: DAYS_NEAR, description: 'How many days ahead.' }) days: number,
    @Ctx() context: Context,
  ): Promise<GrantDueType[]> {
    if (days < 0 || days > MOST_DAYS) throw badRequest(`From 0 to ${MOST_DAYS} days ahead.`);
    return listDues(context, days);
  }
}
