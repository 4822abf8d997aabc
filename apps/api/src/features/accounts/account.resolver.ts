import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { PartnerEntity } from '../partners/partner.entity.ts';
import { PartnerType } from '../partners/partner.type.ts';
import {
  changeAccount,
  disableAccount,
  enableAccount,
  endSessions,
  resetSecondFactor,
} from './account-operations.ts';
import { listAccounts, listInvitations, sessionsOf } from './account.queries.ts';
import {
  AccountResult,
  AccountType,
  InvitationInput,
  InvitationResult,
  InvitationType,
  PositionInput,
  SessionType,
} from './account.type.ts';
import { inviteAccount, resendInvitation, revokeInvitation } from './invite.ts';

const partnersById = defineLoader<PartnerEntity | null>(async (ids, { db }) => {
  const partners = await db
    .getRepository(PartnerEntity)
    .createQueryBuilder('partner')
    .where('partner.id = any (:ids)', { ids })
    .getMany();
  return new Map(partners.map((partner) => [partner.id, partner]));
}, null);
const sessions = defineLoader<SessionType[]>(
  async (ids, { db }) => groupBy(await sessionsOf(db, ids), ({ userId }) => userId),
  [],
);

interface OfPartner {
  readonly partnerId: string | null;
}

function changedAccount(context: Context, operation: () => Promise<string>) {
  return answering(async () => (await listAccounts(context, context.db, await operation()))[0]);
}
function sentInvitation(context: Context, operation: () => Promise<string>) {
  return answering(async () => (await listInvitations(context, context.db, await operation()))[0]);
}

@Resolver(() => AccountType)
export class AccountResolver {
  @Requires('MANAGE_ACCOUNTS', 'MANAGE_OWN_MEMBERS')
  @Query(() => [AccountType], { description: "All accounts by name; for a partner, its own members'." })
  accounts(@Ctx() context: Context) {
    return listAccounts(context, context.db);
  }

  @Requires('MANAGE_ACCOUNTS', 'MANAGE_OWN_MEMBERS')
  @Query(() => [InvitationType], {
    description: 'Invitations that nobody has accepted yet, the latest first.',
  })
  invitations(@Ctx() context: Context) {
    return listInvitations(context, context.db);
  }

  @Requires('MANAGE_ACCOUNTS', 'MANAGE_OWN_MEMBERS')
  @Mutation(() => InvitationResult, { description: 'Invites somebody by e-mail.' })
  inviteAccount(@Arg('input', () => InvitationInput) input: InvitationInput, @Ctx() context: Context) {
    return sentInvitation(context, () => inviteAccount(context, input));
  }

  @Requires('MANAGE_ACCOUNTS', 'MANAGE_OWN_MEMBERS')
  @Mutation(() => InvitationResult, {
    description: 'Sends an invitation again; its former link holds no more.',
  })
  resendInvitation(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return sentInvitation(context, () => resendInvitation(context, id));
  }

  @Requires('MANAGE_ACCOUNTS', 'MANAGE_OWN_MEMBERS')
  @Mutation(() => Boolean, { description: 'Takes an invitation back; false where there was none.' })
  async revokeInvitation(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return (await answering(() => revokeInvitation(context, id))) === true;
  }

  @Requires('MANAGE_ACCOUNTS')
  @Mutation(() => AccountResult, { description: 'Gives an account another role, partner or branches.' })
  changeAccount(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => PositionInput) input: PositionInput,
    @Ctx() context: Context,
  ) {
    return changedAccount(context, () => changeAccount(context, id, version, input));
  }

  @Requires('MANAGE_ACCOUNTS', 'MANAGE_OWN_MEMBERS')
  @Mutation(() => AccountResult, { description: 'Keeps an account out from now on, and ends its sessions.' })
  disableAccount(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return changedAccount(context, () => disableAccount(context, id));
  }

  @Requires('MANAGE_ACCOUNTS', 'MANAGE_OWN_MEMBERS')
  @Mutation(() => AccountResult, { description: 'Lets an account in again: the undo of disableAccount.' })
  enableAccount(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return changedAccount(context, () => enableAccount(context, id));
  }

  @Requires('MANAGE_ACCOUNTS', 'MANAGE_OWN_MEMBERS')
  @Mutation(() => AccountResult, { description: 'Signs an account out everywhere.' })
  endSessions(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return changedAccount(context, () => endSessions(context, id));
  }

  @Requires('MANAGE_ACCOUNTS')
  @Mutation(() => AccountResult, {
    description: 'Takes second factor and passkeys of an account away, for somebody who has lost them.',
  })
  resetSecondFactor(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return changedAccount(context, () => resetSecondFactor(context, id));
  }

  @FieldResolver(() => PartnerType, { nullable: true })
  partner(@Root() { partnerId }: OfPartner, @Ctx() context: Context) {
    return partnerId === null ? null : partnersById(context, partnerId);
  }

  @FieldResolver(() => [SessionType])
  sessions(@Root() { id }: AccountType, @Ctx() context: Context) {
    return sessions(context, id);
  }

  @FieldResolver(() => Boolean)
  viewerCanManage(@Root() { id }: AccountType, @Ctx() { viewer }: Context) {
    return viewer?.userId !== id;
  }
}

@Resolver(() => InvitationType)
export class InvitationResolver {
  @FieldResolver(() => PartnerType, { nullable: true })
  partner(@Root() { partnerId }: OfPartner, @Ctx() context: Context) {
    return partnerId === null ? null : partnersById(context, partnerId);
  }
}
