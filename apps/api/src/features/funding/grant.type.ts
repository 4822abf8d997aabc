import type { GrantKind } from '@tandem/domain/vocabulary';
import { Field, ID, ObjectType } from 'type-graphql';
import { GrantKindEnum } from '../../graphql/enums.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { PartnerType } from '../partners/partner.type.ts';
import { BranchType } from '../people/branch.type.ts';
import { GrantEntity } from './grant.entity.ts';

declareNeeds(GrantEntity, { endsOn: ['endsBefore'], amount: ['amountCents', 'currency'] });

@ObjectType('Grant', { description: 'Funds given for a period.' })
export class GrantType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: "The operator's own reference." }) reference: string;
  @Field(() => PartnerType, { description: 'Who gives it.' }) funder: PartnerType;
  @Field(() => GrantKindEnum, { description: 'What sort of funds.' }) kind: GrantKind;
  @Field(() => CalendarDayScalar, { description: 'First day covered.' }) startsOn: string;
  @Field(() => BranchType, {
    nullable: true,
    description: 'The only branch it is for, where it is bound to one.',
  })
  branch: BranchType | null;
}
