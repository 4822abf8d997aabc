import { addMonths } from '@tandem/domain/calendar-day';
import type { CostCategory } from '@tandem/domain/vocabulary';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { BudgetEntity } from './budget.entity.ts';
import { BudgetComparisonType, BudgetInput, BudgetResult, BudgetType } from './budget.type.ts';
import { saveBudget } from './save-budget.ts';

@Resolver()
export class BudgetResolver {
  @Requires('SEE_MONEY')
  @Query(() => [BudgetType], { description: "All versions of a year's budget, the one in force first." })
  budgets(@Arg('year', () => Int) year: number, @Ctx() { db }: Context) {
    return db.getRepository(BudgetEntity).find({ where: { year }, order: { version: 'DESC' }, take: 200 });
  }

  @Requires('SEE_MONEY')
  @Query(() => [BudgetComparisonType], {
    description:
      'Budget against actual of a year, for each month, category and branch in which there is either; of the budget in force, or of a version of it.',
  })
  async budgetComparison(
    @Arg('year', () => Int) year: number,
    @Arg('version', () => Int, { nullable: true, description: 'Which version; the one in force by default.' })
    version: number | undefined,
    @Ctx() { db, today }: Context,
  ): Promise<BudgetComparisonType[]> {
    if (year < 1990 || year > 2100) throw badRequest('A year from 1990 to 2100.');
    const first = `${year}-01-01`;
    const rows: Row[] = await db.query(
      `with planned as (
         select month, category, branch_id, amount_cents from budget_line where budget_id = (
           select id from budget where year = $1 and ($2::integer is null or version = $2) order by version desc limit 1)
       ), spent as (
         select date_trunc('month', booked_on)::date as month, category, branch_id, sum(amount_cents)::bigint as amount_cents
         from cost where booked_on >= $3 and booked_on < $4 and booked_on <= $5 group by 1, 2, 3
       )
       select month, category, branch.id as "branchId", branch.name as "branchName", branch.country as "branchCountry",
         coalesce(planned.amount_cents, 0) as "budgetCents", coalesce(spent.amount_cents, 0) as "actualCents"
       from planned full join spent using (month, category, branch_id) join branch on branch.id = branch_id
       order by month, category, branch.name`,
      [year, version ?? null, first, addMonths(first, 12), today],
    );
    return rows.map(({ branchId: id, branchName: name, branchCountry: country, ...row }) => ({
      ...row,
      branch: { id, name, country },
    }));
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => BudgetResult, {
    description:
      "Makes a new version of a year's budget from the one in force, whose version is named (0 where there is none); the undo is to save the former once more.",
  })
  saveBudget(
    @Arg('version', () => Int) version: number,
    @Arg('input', () => BudgetInput) input: BudgetInput,
    @Ctx() context: Context,
  ) {
    return answering(() => saveBudget(context, version, input));
  }
}

interface Row {
  readonly month: string;
  readonly category: CostCategory;
  readonly branchId: string;
  readonly branchName: string;
  readonly branchCountry: string;
  readonly budgetCents: number;
  readonly actualCents: number;
}
