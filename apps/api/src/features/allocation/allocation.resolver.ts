import { WHOLE_SHARE } from '@tandem/domain/funding';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { earmarkedOf } from '../funding/earmark.loader.ts';
import type { GrantEntity } from '../funding/grant.entity.ts';
import { GrantType } from '../funding/grant.type.ts';
import { bearerOf, TraceArgs } from './borne-by.type.ts';
import { AllocationRuleEntity } from './allocation-rule.entity.ts';
import { readAllocation, readLineAllocation, traceAllocation } from './allocation.queries.ts';
import { ownTimeOf } from './grant-allocation.loader.ts';
import { costOfGrant, costOfGrantDuos, ruleOfCost } from './grant-cost.loader.ts';
import {
  AllocationRuleContentType,
  AllocationRuleInput,
  AllocationRuleResult,
  AllocationRuleType,
  AllocationTraceType,
  AllocationType,
  BranchShareType,
  GrantCostType,
  LineAllocationType,
} from './allocation.type.ts';
import { saveAllocationRule } from './save-allocation-rule.ts';

const VERSION = { nullable: true, description: 'Which version of the rule; the one in force by default.' };

@Resolver(() => AllocationRuleType)
export class AllocationResolver {
  @Requires('SEE_MONEY')
  @Query(() => [AllocationRuleType], {
    description: 'All versions of the allocation rule, the one in force first.',
  })
  allocationRules(@Ctx() { db }: Context) {
    return db.getRepository(AllocationRuleEntity).find({ order: { version: 'DESC' }, take: 200 });
  }

  @FieldResolver(() => [BranchShareType], { nullable: true, description: 'Of BRANCH_SHARES.' })
  branchShares(@Root() { branchShares }: AllocationRuleEntity): BranchShareType[] | null {
    if (branchShares === null) return null;
    return Object.entries(branchShares).map(([branchId, share]) => ({
      branchId,
      share: share / WHOLE_SHARE,
    }));
  }

  @Requires('SEE_MONEY')
  @Query(() => AllocationType, {
    nullable: true,
    description: 'The cost of a period by who bears it; null where there is no such version of the rule.',
  })
  allocation(
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Arg('ruleVersion', () => Int, VERSION) ruleVersion: number | undefined,
    @Ctx() context: Context,
  ) {
    return readAllocation(context, period, ruleVersion ?? undefined);
  }

  @Requires('SEE_MONEY')
  @Query(() => AllocationTraceType, {
    nullable: true,
    description:
      'From which lines of the ledger what a branch or a grant bears comes: exactly those lines add up to it. Null where there is no such version of the rule.',
  })
  allocationTrace(@Args(() => TraceArgs) asked: TraceArgs, @Ctx() context: Context) {
    return traceAllocation(context, asked.period, asked.ruleVersion ?? undefined, {
      ...bearerOf(asked),
      nature: asked.nature ?? undefined,
      about: asked.about,
    });
  }

  @Requires('SEE_MONEY')
  @Query(() => LineAllocationType, {
    nullable: true,
    description:
      'Who bears a line of the ledger by the rule in force. A rule that allocates the period that is asked for takes the duos of `period`; by others it plays no part. Null where there is no such line, or where by such a rule it is not booked in the period.',
  })
  lineAllocation(
    @Arg('id', () => ID) id: string,
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() context: Context,
  ) {
    return readLineAllocation(context, id, period);
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => AllocationRuleResult, {
    description:
      'Makes a new version of the rule from the one in force, whose version is named; refused where it would say the same. The undo is to save the former once more.',
  })
  saveAllocationRule(
    @Arg('version', () => Int) version: number,
    @Arg('input', () => AllocationRuleInput) input: AllocationRuleInput,
    @Ctx() context: Context,
  ) {
    return answering(() => saveAllocationRule(context, version, input));
  }
}

@Resolver(() => GrantType)
export class GrantCostResolver {
  @Requires('SEE_MONEY', 'SEE_OWN_GRANTS')
  @FieldResolver(() => GrantCostType, {
    nullable: true,
    description:
      'What the duos of the grant bore of the cost in its own time, as far as it is over, by the rule in force; for a partner as of the day of which it was last told. Null before its first day, and for a partner where it would tell of the few duos of others.',
  })
  cost(@Root() grant: GrantEntity, @Ctx() context: Context): Promise<GrantCostType | null> {
    return costOfGrant(context, grant);
  }

  @Requires('SEE_MONEY')
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Of the duos that it pays, those of which it bears nothing in its own time, as far as that is over, by the rule in force. Null before its first day.',
  })
  async duosWithoutCost(@Root() grant: GrantEntity, @Ctx() context: Context): Promise<number | null> {
    const time = ownTimeOf(grant, context.today);
    if (time === undefined) return null;
    const [{ duos }, borne] = await Promise.all([
      earmarkedOf(context, grant.id),
      costOfGrantDuos(context, { id: grant.id, ...time }),
    ]);
    return duos - borne.size;
  }
}

@Resolver(() => GrantCostType)
export class GrantCostRuleResolver {
  @FieldResolver(() => AllocationRuleContentType, {
    nullable: true,
    description: 'What that version of the rule says.',
  })
  rule(
    @Root() { ruleVersion }: GrantCostType,
    @Ctx() context: Context,
  ): Promise<AllocationRuleContentType | null> {
    return ruleOfCost(context, String(ruleVersion));
  }
}
