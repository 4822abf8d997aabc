import type { ThresholdName } from '@tandem/domain/vocabulary';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { ThresholdNameEnum } from '../../graphql/enums.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { removeRetentionRule, saveRetentionRule } from './retention-rules.ts';
import { findLastRun, listDue, listRules } from './retention.queries.ts';
import {
  RetentionPreviewType,
  RetentionRuleInput,
  RetentionRuleResult,
  RetentionRuleType,
  RetentionRunType,
} from './retention.type.ts';
import { listThresholds, setThreshold } from './set-threshold.ts';
import { ThresholdResult, ThresholdType } from './threshold.type.ts';

const SHOWN = 100;

/** The settings of privacy: how long is kept, and how much figures may tell. */
@Resolver()
export class PrivacySettingsResolver {
  @Requires('MANAGE_PRIVACY')
  @Query(() => [RetentionRuleType], { description: 'The retention rules, by kind and country.' })
  retentionRules(@Ctx() { db }: Context) {
    return listRules(db);
  }

  @Requires('MANAGE_PRIVACY')
  @Query(() => [RetentionPreviewType], { description: 'What each rule would erase today.' })
  async retentionPreview(@Ctx() { db, today }: Context): Promise<RetentionPreviewType[]> {
    const rules = await listRules(db);
    const due = await listDue(db, rules, today);
    return rules.map((rule) => {
      const items = due.filter((item) => item.rule.id === rule.id);
      const onHoldCount = items.filter(({ onHold }) => onHold).length;
      return { rule, count: items.length - onHoldCount, onHoldCount, items: items.slice(0, SHOWN) };
    });
  }

  @Requires('MANAGE_PRIVACY')
  @Query(() => RetentionRunType, {
    nullable: true,
    description: 'The last day on which the rules were applied to their end; null before the first one.',
  })
  lastRetentionRun(@Ctx() { db }: Context) {
    return findLastRun(db);
  }

  @Requires('MANAGE_PRIVACY')
  @Mutation(() => RetentionRuleResult, {
    description: 'Writes a rule; with an id, in the place of another. It is applied from the day after on.',
  })
  saveRetentionRule(
    @Arg('input', () => RetentionRuleInput) input: RetentionRuleInput,
    @Arg('id', () => ID, { nullable: true }) id: string | null | undefined,
    @Ctx() context: Context,
  ) {
    return answering(async () => {
      const saved = await saveRetentionRule(context, id ?? null, input);
      return (await listRules(context.db)).find((rule) => rule.id === saved);
    });
  }

  @Requires('MANAGE_PRIVACY')
  @Mutation(() => Boolean, { description: 'Takes a rule away; false where there was none.' })
  async removeRetentionRule(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return (await answering(() => removeRetentionRule(context, id))) === true;
  }

  @Requires('MANAGE_PRIVACY')
  @Query(() => [ThresholdType], {
    description: 'Limits of disclosure control with all values that they had, the one in force first.',
  })
  thresholds(@Ctx() { db }: Context) {
    return listThresholds(db);
  }

  @Requires('MANAGE_PRIVACY')
  @Mutation(() => ThresholdResult, { description: 'Sets a limit of disclosure control, with a reason.' })
  setThreshold(
    @Arg('name', () => ThresholdNameEnum) name: ThresholdName,
    @Arg('value', () => Int) value: number,
    @Arg('reason', () => String) reason: string,
    @Ctx() context: Context,
  ) {
    return answering(async () => {
      const id = await setThreshold(context, name, { value, reason });
      return (await listThresholds(context.db)).find((row) => row.id === id);
    });
  }
}
