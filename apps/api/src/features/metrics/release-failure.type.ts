import { Field, Int, ObjectType } from 'type-graphql';
import type { PartnerEntity } from '../partners/partner.entity.ts';
import { PartnerType } from '../partners/partner.type.ts';

@ObjectType('ReleaseFailure', {
  description:
    'A partner of many grants for which the figures of the day, which are made ahead, cannot be made. It is tried again every minute.',
})
export class ReleaseFailureType {
  @Field(() => PartnerType, { description: 'Whose figures they are.' }) partner: PartnerEntity;
  @Field(() => Date, { description: 'When it failed first.' }) since: Date;
  @Field(() => Date, { description: 'When it failed last.' }) lastAt: Date;
  @Field(() => Int, { description: 'How often it failed.' }) attempts: number;
  @Field(() => String, { description: 'What the program said when it failed last; more is in its log.' })
  reason: string;
}
