import { addDays } from '@tandem/domain/calendar-day';
import type { Context } from '../../graphql/context.ts';
import type { GrantDueType } from './grant-due.type.ts';
import type { GrantConditionEntity } from './grant-terms.entity.ts';
import { progressOf } from './judge-condition.ts';

type Row = GrantDueType & Pick<GrantConditionEntity, 'measure' | 'target'>;

/** What of awarded grants is to be done by so many days from today and is not done yet, the earliest first. */
export async function listDues(context: Context, days: number): Promise<GrantDueType[]> {
  const { db, today } = context;
  const rows: Row[] = await db.query(
    `select due.id, due.kind, due.due_on as "dueOn", due.due_on < $1 as overdue, funding_grant.id as "grantId",
       funding_grant.reference as "grantReference", partner.name as "funderName", due.text, due.amount_cents as "amountCents",
       due.measure, due.target
     from (
       select id, 'INSTALMENT' as kind, grant_id, due_on, null as text, amount_cents, null as measure, null::numeric as target
       from grant_instalment where received_on is null
       union all
       select id, 'DEADLINE', grant_id, due_on, text, null, null, null from grant_deadline where sent_on is null
       union all
       -- A measured condition is judged on its day, and no more waited for after it.
       select id, 'CONDITION', grant_id, due_on, text, null, measure, target from grant_condition
       where met_on is null and (measure is null or due_on >= $1)
       union all
       -- Once it is over, it is settled with its funder: what is unspent is given back, or may be kept.
       select id, 'SETTLEMENT', id, ends_before - 1, null, null, null, null from funding_grant
     ) as due
     join funding_grant on funding_grant.id = due.grant_id join partner on partner.id = funding_grant.partner_id
     where due.due_on <= $2 and funding_grant.status = 'AWARDED' and funding_grant.removed_at is null
     order by due.due_on, funding_grant.reference, due.kind, due.id`,
    [today, addDays(today, days)],
  );
  const reached = await Promise.all(
    rows.map(async (row) => (await progressOf(context, row))?.verdict === 'REACHED'),
  );
  return rows.filter((_, index) => reached[index] !== true);
}
