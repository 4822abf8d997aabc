import { euros } from '@tandem/domain/money';
import type { CostCorrection } from '@tandem/domain/vocabulary';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { SelectQueryBuilder } from 'typeorm';
import { Requires } from '../../graphql/authorisation.ts';
import { PageArguments, readPage } from '../../graphql/connection.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { CostCorrectionEnum } from '../../graphql/enums.ts';
import { given } from '../../graphql/given.ts';
import { MoneyType } from '../../graphql/inputs.type.ts';
import type { SortKey } from '../../graphql/keyset.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { ensureJoin, fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { CostEntity } from './cost.entity.ts';
import { CostConnection, CostFilter, CostSort, CostType, type CostSortField } from './cost.type.ts';

const SORTS: Record<keyof typeof CostSortField, SortKey> = {
  BOOKED_ON: { expression: 'cost.booked_on', type: 'date' },
  CATEGORY: { expression: 'cost.category', type: 'text' },
  BRANCH: { expression: 'cost_branch.name', type: 'text' },
  AMOUNT: { expression: 'cost.amount_cents', type: 'bigint' },
};

/** A line, its counter-entry and what replaced it; of one of these, the line that both correct with both, and what corrects itself. */
const CORRECTION_OF_LINE = `with parent as (select coalesce(corrects_id, id) as id from cost where id = cast(:line as uuid))
  select id from parent
  union select id from cost where entry <> 'BOOKING' and corrects_id in (select id from parent union select cast(:line as uuid))`;

/** What became of lines that were taken back by their counter-entry; null of those that stand. */
const correctionOf = defineLoader<CostCorrection | null>(async (ids, { db }) => {
  const rows: { id: string; correction: CostCorrection }[] = await db.query(
    `select corrects_id as id, case when bool_or(entry = 'REPLACEMENT') then 'REPLACED' else 'TAKEN_BACK' end as correction
     from cost where entry <> 'BOOKING' and corrects_id = any ($1) group by 1`,
    [ids],
  );
  return new Map(rows.map(({ id, correction }) => [id, correction]));
}, null);

@Resolver(() => CostType)
export class CostResolver {
  @Requires('SEE_MONEY')
  @Query(() => CostConnection, { description: 'Costs, the latest first unless sorted otherwise.' })
  async costs(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CostFilter, { nullable: true }) filter: CostFilter | undefined,
    @Arg('sort', () => CostSort, { nullable: true }) sort: CostSort | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const query = context.db.getRepository(CostEntity).createQueryBuilder('cost');
    ensureJoin(query, 'cost', 'branch');
    if (given(filter?.branch)) query.andWhere('cost.branch_id = any (:branch)', { branch: filter.branch });
    if (given(filter?.category))
      query.andWhere('cost.category = any (:category)', { category: filter.category });
    if (given(filter?.nature)) query.andWhere('cost.nature = any (:nature)', { nature: filter.nature });
    if (given(filter?.grant)) query.andWhere('cost.grant_id = any (:grant)', { grant: filter.grant });
    if (filter?.corrections === true) query.andWhere(`cost.entry <> 'BOOKING'`);
    if (given(filter?.booked))
      query.andWhere('cost.booked_on >= :from and cost.booked_on < :to', filter.booked);
    if (given(filter?.line)) query.andWhere(`cost.id in (${CORRECTION_OF_LINE})`, { line: filter.line });
    const totalling = query.clone().select('coalesce(sum(cost.amount_cents), 0)::bigint', 'cents');
    const order = { key: SORTS[sort?.field ?? 'BOOKED_ON'], direction: sort?.direction ?? 'DESC' };
    const connection = await readPage(context, query, order, page, fieldsAskedFor(info, ['edges', 'node']));
    // Not spread: the connection counts its rows only when it is asked to.
    return Object.assign(connection, { totalling });
  }

  @FieldResolver(() => MoneyType, { description: 'Signed: a correction is a counter-entry.' })
  amount(@Root() cost: CostEntity): MoneyType {
    return { cents: cost.amountCents, currency: cost.currency };
  }

  @FieldResolver(() => CostCorrectionEnum, {
    nullable: true,
    description: 'What became of it, where its counter-entry took it back; null while it stands.',
  })
  correction(@Root() { id }: CostEntity, @Ctx() context: Context): Promise<CostCorrection | null> {
    return correctionOf(context, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may correct it now.' })
  async viewerCanCorrect(@Root() { id, entry }: CostEntity, @Ctx() context: Context): Promise<boolean> {
    if (entry === 'REVERSAL' || !viewerCan(context, 'MANAGE_MONEY')) return false;
    return (await correctionOf(context, id)) === null;
  }
}

@Resolver(() => CostConnection)
export class CostConnectionResolver {
  @FieldResolver(() => MoneyType, {
    description: 'The sum of all costs that the filter keeps, not of this page.',
  })
  async total(@Root() { totalling }: { totalling: SelectQueryBuilder<CostEntity> }): Promise<MoneyType> {
    return euros((await totalling.getRawOne<{ cents: number }>())?.cents ?? 0);
  }
}
