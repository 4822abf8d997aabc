import type { Attention } from '@tandem/domain/vocabulary';
import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { viewerCan, viewerOf, type Context } from '../../graphql/context.ts';
import { AttentionEnum } from '../../graphql/enums.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { AuditEntryType } from '../audit/audit-entry.type.ts';
import { recentChanges } from '../audit/recent-changes.loader.ts';
import { countActiveDuos, countAttentions, countHoursToApprove, MOST_COUNTED } from './today.queries.ts';

@ObjectType('TodayList', { description: 'How many duos wait for one reason.' })
class TodayListType {
  @Field(() => AttentionEnum, { description: 'The reason.' }) attention: Attention;
  @Field(() => Int, { description: `All of them; counted up to ${MOST_COUNTED}.` }) count: number;
  @Field(() => Boolean, { description: `Whether there are more: more than ${MOST_COUNTED}.` })
  hasMoreThanCount: boolean;
  @Field(() => Int, { description: "The viewer's own." }) mine: number;
}

@ObjectType('Today', { description: 'What waits for staff today.' })
class TodayType {
  @Field(() => CalendarDayScalar, { description: "The programme's day." }) day: string;
}

@Resolver(() => TodayType)
export class TodayResolver {
  @Requires('SEE_DUOS')
  @Query(() => TodayType, { description: 'What waits for staff today.' })
  today(@Ctx() { today }: Context) {
    return { day: today };
  }

  @FieldResolver(() => [TodayListType], { description: 'Duos that wait, by reason.' })
  lists(@Ctx() context: Context) {
    return countAttentions(context.db, viewerOf(context), context.today);
  }

  @FieldResolver(() => Int, {
    description: 'Hours of volunteers that wait for a decision; 0 for who may not decide.',
  })
  hoursToApprove(@Ctx() context: Context) {
    return viewerCan(context, 'APPROVE_HOURS') ? countHoursToApprove(context.db) : 0;
  }

  @FieldResolver(() => Int, { description: 'Duos that go on.' })
  async activeDuos(@Ctx() context: Context) {
    return (await countActiveDuos(context.db, viewerOf(context))).all;
  }

  @FieldResolver(() => Int, { description: 'Duos that go on and that the viewer follows.' })
  async myDuos(@Ctx() context: Context) {
    return (await countActiveDuos(context.db, viewerOf(context))).mine;
  }

  @Requires('SEE_HISTORY')
  @FieldResolver(() => [AuditEntryType], {
    description: 'The latest changes by anybody, of records that the viewer may see.',
  })
  recentActivity(@Ctx() context: Context) {
    return recentChanges(context, 12);
  }
}
