import type { Capability, Role } from '@tandem/domain/capabilities';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../graphql/authorisation.ts';
import type { Context, Viewer } from '../../graphql/context.ts';
import { CapabilityEnum, RoleEnum } from '../../graphql/enums.ts';
import { fieldsAskedFor, readRows } from '../../graphql/look-ahead.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { In } from 'typeorm';
import { BranchEntity } from '../people/branch.entity.ts';
import { BranchType, CoordinatorType } from '../people/branch.type.ts';
import { CoordinatorEntity } from '../people/coordinator.entity.ts';
import { PartnerEntity } from './partner.entity.ts';
import { PartnerType } from './partner.type.ts';

@ObjectType('Viewer', { description: 'Who asks, and what they may do.' })
class ViewerType {
  @Field(() => RoleEnum, { description: 'What the account acts as.' }) role: Role;
  @Field(() => String, { description: 'Name of the account.' }) name: string;
  @Field(() => String, { description: 'E-mail address of the account.' }) email: string;
  @Field(() => [CapabilityEnum], { description: 'What they may do now.' }) capabilities: Capability[];
  @Field(() => Boolean, {
    description: 'Whether the account has to set up a second factor before it may do anything.',
  })
  secondFactorDue: boolean;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Public()
  @Query(() => ViewerType, {
    nullable: true,
    description: 'Who asks, and what they may do; null where nobody is signed in.',
  })
  viewer(@Ctx() { viewer }: Context) {
    return viewer && { ...viewer, capabilities: [...viewer.capabilities] };
  }

  @FieldResolver(() => PartnerType, {
    nullable: true,
    description: 'The organisation that the account acts for; null for staff.',
  })
  partner(@Root() { partnerId }: Viewer, @Ctx() { db }: Context) {
    return partnerId === null ? null : db.getRepository(PartnerEntity).findOneBy({ id: partnerId });
  }

  @FieldResolver(() => CoordinatorType, {
    nullable: true,
    description: 'The coordinator that the account is.',
  })
  async coordinator(
    @Root() { coordinatorId }: Viewer,
    @Ctx() { db }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (coordinatorId === null) return null;
    const query = db
      .getRepository(CoordinatorEntity)
      .createQueryBuilder('coordinator')
      .where('coordinator.id = :coordinatorId', { coordinatorId });
    return (await readRows(query, fieldsAskedFor(info)))[0] ?? null;
  }

  @FieldResolver(() => [BranchType], {
    nullable: true,
    description:
      'The only branches whose records the account meets, by name; null where it is bound to none.',
  })
  async branches(@Root() { branchIds }: Viewer, @Ctx() { db }: Context) {
    if (branchIds === null) return null;
    return await db
      .getRepository(BranchEntity)
      .find({ where: { id: In([...branchIds]) }, order: { name: 'ASC' } });
  }

  @FieldResolver(() => Boolean, { description: 'Whether this is the sample programme.' })
  sampleMode(@Ctx() { sampleMode }: Context) {
    return sampleMode;
  }

  @FieldResolver(() => CalendarDayScalar, { description: "The programme's day." })
  today(@Ctx() { today }: Context) {
    return today;
  }
}
