import { addMonths } from '@tandem/domain/calendar-day';
import { isClosed, monthOf } from '@tandem/domain/ledger';
import { euros } from '@tandem/domain/money';
import type { Context } from '../../graphql/context.ts';
import { LedgerEntity } from './ledger.entity.ts';
import type { LedgerClosingType, LedgerMonthType } from './ledger.type.ts';

export function readLedger({ db }: Context): Promise<LedgerEntity> {
  return db.getRepository(LedgerEntity).findOneOrFail({ where: {} });
}

/** What is booked in the open months up to the month of a day, which is what closing that month closes. */
export async function closingOf(
  { db }: Context,
  { closedBefore }: Pick<LedgerEntity, 'closedBefore'>,
  month: string,
): Promise<LedgerClosingType> {
  const [row]: { months: number; lines: number; cents: number }[] = await db.query(
    `select count(distinct date_trunc('month', booked_on)) as months, count(*) as lines, coalesce(sum(amount_cents), 0)::bigint as cents
     from cost where booked_on >= coalesce($1::date, '-infinity') and booked_on < $2`,
    [closedBefore, addMonths(monthOf(month), 1)],
  );
  const { months = 0, lines = 0, cents = 0 } = row ?? {};
  return { months, lines, total: euros(cents) };
}

/** The twelve months of a year, as far as they have begun, the latest first. */
export async function monthsOf(context: Context, year: number): Promise<LedgerMonthType[]> {
  const first = `${year}-01-01`;
  const rows: { month: string; lines: number; corrections: number; cents: number }[] = await context.db.query(
    `select date_trunc('month', booked_on)::date as month, count(*) as lines, count(*) filter (where entry <> 'BOOKING') as corrections,
       sum(amount_cents)::bigint as cents
     from cost where booked_on >= $1 and booked_on < $2 group by 1`,
    [first, addMonths(first, 12)],
  );
  const booked = new Map(rows.map((row) => [row.month, row]));
  const ledger = await readLedger(context);
  const current = monthOf(context.today);
  return Array.from({ length: 12 }, (_, index) => addMonths(first, 11 - index))
    .filter((month) => month <= current)
    .map((month) => {
      const { lines = 0, corrections = 0, cents = 0 } = booked.get(month) ?? {};
      return {
        month,
        lines,
        corrections,
        total: euros(cents),
        closed: isClosed(ledger, month),
        over: month < current,
      };
    });
}
