import type { Role } from '@tandem/domain/capabilities';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded, Requires } from '../../graphql/authorisation.ts';
import { RoleEnum } from '../../graphql/enums.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { PartnerType } from '../partners/partner.type.ts';
import { BranchType } from '../people/branch.type.ts';

const Managed = () => Requires('MANAGE_ACCOUNTS', 'MANAGE_OWN_MEMBERS');

@Guarded('id', 'createdAt', 'lastSeenAt', 'address', 'userAgent')
@ObjectType('Session', { description: 'A sign-in that still holds.' })
export class SessionType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => GraphQLISODateTime, { description: 'When somebody signed in.' }) createdAt: Date;
  @Field(() => GraphQLISODateTime, { description: 'When it was used last, to the hour.' }) lastSeenAt: Date;
  @Field(() => String, { nullable: true, description: 'From where.' }) address: string | null;
  @Field(() => String, { nullable: true, description: 'With which browser.' }) userAgent: string | null;
}

@Guarded('id', 'version', 'role', 'partner', 'branches', 'disabled', 'createdAt', 'viewerCanManage')
@ObjectType('Account', { description: 'Somebody who may sign in.' })
export class AccountType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => Int, { description: 'Goes up with every change; a change names the one that it is based on.' })
  version: number;
  @Managed()
  @Field(() => String, { description: 'Name.' })
  name: string;
  @Managed()
  @Field(() => String, { description: 'E-mail address.' })
  email: string;
  @Field(() => RoleEnum, { description: 'What the account acts as.' }) role: Role;
  @Field(() => PartnerType, { nullable: true, description: 'For whom; null for staff.' })
  partner: PartnerType | null;
  @Field(() => [BranchType], { description: 'Where; of coordinators only.' }) branches: BranchType[];
  @Field(() => Boolean, { description: 'Whether it is kept out.' }) disabled: boolean;
  @Managed()
  @Field(() => Boolean, { description: 'Whether it signs in with a second factor.' })
  hasSecondFactor: boolean;
  @Field(() => GraphQLISODateTime, { description: 'Since when there is one.' }) createdAt: Date;
  @Managed()
  @Field(() => [SessionType], { description: 'Where it is signed in, the latest first.' })
  sessions: SessionType[];
  @Field(() => Boolean, { description: 'Whether the viewer may disable it and end its sessions.' })
  viewerCanManage: boolean;
}

@Guarded('id', 'role', 'partner', 'branches', 'createdAt', 'expiresAt', 'expired')
@ObjectType('Invitation', { description: 'A place that waits for somebody to take it.' })
export class InvitationType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Managed()
  @Field(() => String, { description: 'For whom.' })
  name: string;
  @Managed()
  @Field(() => String, { description: 'Where the letter went.' })
  email: string;
  @Field(() => RoleEnum, { description: 'What the account will act as.' }) role: Role;
  @Field(() => PartnerType, { nullable: true, description: 'For whom; null for staff.' })
  partner: PartnerType | null;
  @Field(() => [BranchType], { description: 'Where; of coordinators only.' }) branches: BranchType[];
  @Field(() => GraphQLISODateTime, { description: 'When it was sent.' }) createdAt: Date;
  @Field(() => GraphQLISODateTime, { description: 'Until when its link holds.' }) expiresAt: Date;
  @Field(() => Boolean, { description: 'Whether the link holds no more; it can be sent again.' })
  expired: boolean;
}

@InputType({ description: 'Somebody to invite.' })
export class InvitationInput {
  @Field(() => String, { description: 'E-mail address: who reads it is let in.' }) email: string;
  @Field(() => String, { description: 'Name.' }) name: string;
  @Field(() => String, { description: 'Language of the letter: fr, nl or en.' }) locale: string;
  @Field(() => RoleEnum, { description: 'What the account will act as.' }) role: Role;
  @Field(() => ID, { nullable: true, description: 'For whom; of partner roles, and only of those.' })
  partnerId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Where; of coordinators, and only of those.' })
  branchIds?: string[] | null;
}

@InputType({ description: 'What an account acts as from now on.' })
export class PositionInput {
  @Field(() => RoleEnum, { description: 'What the account acts as.' }) role: Role;
  @Field(() => ID, { nullable: true, description: 'For whom; of partner roles, and only of those.' })
  partnerId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Where; of coordinators, and only of those.' })
  branchIds?: string[] | null;
}

export const AccountResult = resultOf('Account', () => AccountType);
export const InvitationResult = resultOf('Invitation', () => InvitationType);
