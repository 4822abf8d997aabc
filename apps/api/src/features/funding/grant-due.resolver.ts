import { addDays } from '@tandem/domain/calendar-day';
import { DAYS_NEAR } from '@tandem/domain/funding';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { GrantDueType } from './grant-due.type.ts';

/** The furthest that is looked ahead. */
const MOST_DAYS = 366;

@Resolver()
export class GrantDueResolver {
  @Requires('SEE_MONEY')
  @Query(() => [GrantDueType], {
    description:
      'What waits for finance: instalments that did not come in, reports that were not sent, conditions by word that are not met and measured ones whose day is near. Of awarded grants, the earliest first.',
  })
  grantDues(
    @Arg('days', () => Int, { defaultValue: DAYS_NEAR, description: 'How many days ahead.' }) days: number,
    @Ctx() { db, today }: Context,
  ): Promise<GrantDueType[]> {
    if (days < 0 || days > MOST_DAYS) throw badRequest(`From 0 to ${MOST_DAYS} days ahead.`);
    return db.query(
      `select due.id, due.kind, due.due_on as "dueOn", due.due_on < $1 as overdue, funding_grant.id as "grantId",
         funding_grant.reference as "grantReference", partner.name as "funderName", due.text, due.amount_cents as "amountCents"
       from (
         select id, 'INSTALMENT' as kind, grant_id, due_on, null as text, amount_cents from grant_instalment where received_on is null
         union all
         select id, 'DEADLINE', grant_id, due_on, text, null from grant_deadline where sent_on is null
         union all
         -- A measured condition is judged on its day, and no more waited for after it.
         select id, 'CONDITION', grant_id, due_on, text, null from grant_condition
         where met_on is null and (measure is null or due_on >= $1)
       ) as due
       join funding_grant on funding_grant.id = due.grant_id join partner on partner.id = funding_grant.partner_id
       where due.due_on <= $2 and funding_grant.status = 'AWARDED' and funding_grant.removed_at is null
       order by due.due_on, funding_grant.reference, due.id`,
      [today, addDays(today, days)],
    );
  }
}
