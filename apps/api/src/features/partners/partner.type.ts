import type { Role } from '@tandem/domain/capabilities';
import type { PartnerKind } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../graphql/connection.ts';
import { PartnerKindEnum, RoleEnum } from '../../graphql/enums.ts';

@ObjectType('Partner', { description: 'An organisation that gives funds, skills or both.' })
export class PartnerType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => PartnerKindEnum, { description: 'What sort of organisation.' }) kind: PartnerKind;
}

@ObjectType('PartnerMember', { description: 'An account that acts for a partner.' })
export class PartnerMemberType {
  @Field(() => ID, { description: 'The account.' }) userId: string;
  @Field(() => String, { description: 'Name.' }) name: string;
  @Field(() => String, { description: 'E-mail address.' }) email: string;
  @Field(() => RoleEnum, { description: 'What they may do.' }) role: Role;
}

@InputType({ description: 'Keeps the partners for which all of this holds.' })
export class PartnerFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' }) search?: string;
  @Field(() => [PartnerKindEnum], { nullable: true, description: 'Of one of these sorts.' })
  kind?: PartnerKind[];
}

export const { ConnectionType: PartnerConnection } = connectionTypes('Partner', () => PartnerType);
