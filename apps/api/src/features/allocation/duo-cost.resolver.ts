import { euros } from '@tandem/domain/money';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { MoneyType, PeriodInput } from '../../graphql/inputs.type.ts';
import { GrantDuoType } from '../funding/grant-duo.type.ts';
import { bearerOf, BorneByArgs } from './borne-by.type.ts';
import { costOfDuo } from './duo-cost.ts';
import { ownTimeOf } from './grant-allocation.loader.ts';
import { costOfGrantDuos } from './grant-cost.loader.ts';
import { allocatedDuos, costByFunder } from './duo-cost.queries.ts';
import { AllocatedDuosType, DuoCostType, FunderCostType } from './duo-cost.type.ts';

const VERSION = { nullable: true, description: 'Which version of the rule; the one in force by default.' };

@Resolver()
export class DuoCostResolver {
  @Requires('SEE_MONEY')
  @Query(() => DuoCostType, {
    nullable: true,
    description:
      'What a duo cost by today, by the allocation rule in force; null where there is none of this id.',
  })
  duoCost(@Arg('duoId', () => ID) duoId: string, @Ctx() context: Context) {
    return costOfDuo(context, duoId);
  }

  @Requires('MANAGE_MONEY')
  @Query(() => AllocatedDuosType, {
    nullable: true,
    description:
      'Among which duos what a branch or a grant bears is split. Null where there is no such version of the rule.',
  })
  allocatedDuos(@Args(() => BorneByArgs) asked: BorneByArgs, @Ctx() context: Context) {
    return allocatedDuos(context, asked.period, asked.ruleVersion ?? undefined, bearerOf(asked));
  }

  @Requires('SEE_MONEY')
  @Query(() => [FunderCostType], {
    nullable: true,
    description:
      'What the money of each funder did in a period: the largest cost first, what no grant pays last. Null where there is no such version of the rule.',
  })
  costByFunder(
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Arg('ruleVersion', () => Int, VERSION) ruleVersion: number | undefined,
    @Ctx() context: Context,
  ) {
    return costByFunder(context, period, ruleVersion ?? undefined);
  }
}

@Resolver(() => GrantDuoType)
export class GrantDuoCostResolver {
  @Requires('SEE_MONEY')
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      'What the grant bears of it in its own time, as far as that is over, by the rule in force; null where the grant does not pay it.',
  })
  async cost(
    @Root() { id: duoId, grant, own }: GrantDuoType,
    @Ctx() context: Context,
  ): Promise<MoneyType | null> {
    const time = ownTimeOf(grant, context.today);
    if (own === 0 || time === undefined) return null;
    return euros((await costOfGrantDuos(context, { id: grant.id, ...time })).get(duoId) ?? 0);
  }
}
