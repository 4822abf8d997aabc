import { monthOf } from '@tandem/domain/ledger';
import { budgetInput } from '@tandem/domain/money-inputs';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { BudgetEntity } from './budget.entity.ts';
import type { BudgetInput } from './budget.type.ts';

/** Makes a new version of a year's budget from the one in force, `version` (0 where there is none). */
export function saveBudget(context: Context, version: number, raw: BudgetInput): Promise<BudgetEntity> {
  const { lines, ...input } = parseInput(budgetInput, raw);
  const outside = lines.findIndex(({ month }) => Number(month.slice(0, 4)) !== input.year);
  if (outside >= 0) throw new Refused({ code: 'DAY_INVALID', field: `lines.${outside}.month` });
  return context.db.transaction(async (tx) => {
    const [current] = await tx.find(BudgetEntity, {
      where: { year: input.year },
      order: { version: 'DESC' },
      take: 1,
    });
    if ((current?.version ?? 0) !== version)
      throw new Refused({ code: 'CHANGED_MEANWHILE', params: { version: current?.version ?? 0 } });
    const budget = {
      id: newId(),
      ...input,
      version: version + 1,
      madeAt: context.now,
      madeBy: viewerOf(context).name,
    };
    await tx.insert(BudgetEntity, budget).catch(refuseBudget);
    await tx
      .query(
        `insert into budget_line (budget_id, month, category, branch_id, amount_cents)
         select $1, month, category, branch_id, sum(amount_cents)
         from unnest($2::date[], $3::text[], $4::uuid[], $5::bigint[]) as line (month, category, branch_id, amount_cents)
         group by month, category, branch_id`,
        [
          budget.id,
          lines.map(({ month }) => monthOf(month)),
          lines.map(({ category }) => category),
          lines.map(({ branchId }) => branchId),
          lines.map(({ amountCents }) => amountCents),
        ],
      )
      .catch(refuseBudget);
    await recordChange(tx, context, {
      action: 'saveBudget',
      recordKind: 'budget',
      recordId: budget.id,
      subjectId: budget.id,
      after: {
        ...input,
        version: budget.version,
        cents: lines.reduce((sum, line) => sum + line.amountCents, 0),
      },
    });
    return budget;
  });
}

function refuseBudget(error: unknown): never {
  const { constraint } = error as { constraint?: string };
  if (constraint === 'budget_year_version_key') throw new Refused({ code: 'CHANGED_MEANWHILE' });
  if (constraint === 'budget_line_branch_id_fkey')
    throw new Refused({ code: 'REFERENCE_UNKNOWN', field: 'lines' });
  throw error;
}
