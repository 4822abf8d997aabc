import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { ConditionProgressType } from './condition.type.ts';
import type { GrantConditionEntity } from './grant-terms.entity.ts';
import { GrantConditionType } from './grant.type.ts';
import { progressOf } from './judge-condition.ts';

@Resolver(() => GrantConditionType)
export class ConditionResolver {
  @FieldResolver(() => ConditionProgressType, {
    nullable: true,
    description:
      'How far it has come, by the figures over the duos that the grant pays, as of its day once that is over. Null of a condition in words.',
  })
  progress(@Root() condition: GrantConditionEntity, @Ctx() context: Context) {
    return progressOf(context, condition);
  }
}
