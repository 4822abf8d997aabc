import type { MenteeStage, MentorStage } from '@tandem/domain/vocabulary';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Requires, SignedIn } from '../../graphql/authorisation.ts';
import { PageArguments } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { MenteeStageEnum, MentorStageEnum } from '../../graphql/enums.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import { fieldsAskedFor, readRows } from '../../graphql/look-ahead.ts';
import { opened } from '../audit/record-change.ts';
import { BranchEntity } from './branch.entity.ts';
import { BranchType, CoordinatorType, StageReachedType } from './branch.type.ts';
import { CoordinatorEntity } from './coordinator.entity.ts';
import type { MenteeEntity } from './mentee.entity.ts';
import { MenteeConnection, MenteeFilter, MenteeSort, MenteeType } from './mentee.type.ts';
import type { MentorEntity } from './mentor.entity.ts';
import { MentorConnection, MentorFilter, MentorSort, MentorType } from './mentor.type.ts';
import {
  findMentee,
  findMentor,
  listMentees,
  listMentors,
  menteeStages,
  mentorStandings,
  stagesOf,
  type MentorStanding,
  type StageRow,
} from './people.queries.ts';

const menteeStage = defineLoader<MenteeStage>((ids, { db }) => menteeStages(db, ids), 'INFO_SESSION');
const mentorStanding = defineLoader<MentorStanding>((ids, { db }) => mentorStandings(db, ids), {
  stage: 'INFO_SESSION',
  available: false,
});
const stagesOfMentee = defineLoader<StageRow[]>(
  async (ids, { db }) => groupBy(await stagesOf(db, 'MENTEE', ids), (row) => row.personId),
  [],
);
const stagesOfMentor = defineLoader<StageRow[]>(
  async (ids, { db }) => groupBy(await stagesOf(db, 'MENTOR', ids), (row) => row.personId),
  [],
);

@Resolver(() => MenteeType)
export class MenteeResolver {
  @Requires('SEE_PEOPLE')
  @Query(() => MenteeConnection, { description: 'Mentees, by name unless sorted otherwise.' })
  mentees(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => MenteeFilter, { nullable: true }) filter: MenteeFilter | undefined,
    @Arg('sort', () => MenteeSort, { nullable: true }) sort: MenteeSort | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listMentees(context, filter ?? {}, sort, page, fieldsAskedFor(info, ['edges', 'node']));
  }

  @Requires('SEE_PEOPLE')
  @Query(() => MenteeType, {
    nullable: true,
    description: 'One mentee; null where there is none of this id.',
  })
  async mentee(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return opened(context, 'mentee', await findMentee(context.db, id, fieldsAskedFor(info)));
  }

  @FieldResolver(() => MenteeStageEnum, { description: 'The latest step reached.' })
  stage(@Root() mentee: MenteeEntity, @Ctx() context: Context) {
    return menteeStage(context, mentee.id);
  }

  @FieldResolver(() => [StageReachedType], { description: 'The steps reached, in order of time.' })
  stages(@Root() mentee: MenteeEntity, @Ctx() context: Context) {
    return stagesOfMentee(context, mentee.personId);
  }
}

@Resolver(() => MentorType)
export class MentorResolver {
  @Requires('SEE_PEOPLE')
  @Query(() => MentorConnection, { description: 'Mentors, by name unless sorted otherwise.' })
  mentors(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => MentorFilter, { nullable: true }) filter: MentorFilter | undefined,
    @Arg('sort', () => MentorSort, { nullable: true }) sort: MentorSort | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listMentors(context, filter ?? {}, sort, page, fieldsAskedFor(info, ['edges', 'node']));
  }

  @Requires('SEE_PEOPLE')
  @Query(() => MentorType, {
    nullable: true,
    description: 'One mentor; null where there is none of this id.',
  })
  async mentor(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return opened(context, 'mentor', await findMentor(context.db, id, fieldsAskedFor(info)));
  }

  @FieldResolver(() => MentorStageEnum, { description: 'The latest step reached.' })
  async stage(@Root() mentor: MentorEntity, @Ctx() context: Context): Promise<MentorStage> {
    return (await mentorStanding(context, mentor.id)).stage;
  }

  @FieldResolver(() => Boolean, { description: 'Trained, and without an active duo.' })
  async available(@Root() mentor: MentorEntity, @Ctx() context: Context): Promise<boolean> {
    return (await mentorStanding(context, mentor.id)).available;
  }

  @FieldResolver(() => [StageReachedType], { description: 'The steps reached, in order of time.' })
  stages(@Root() mentor: MentorEntity, @Ctx() context: Context) {
    return stagesOfMentor(context, mentor.personId);
  }
}

@Resolver()
export class BranchResolver {
  @SignedIn()
  @Query(() => [BranchType], { description: 'All branches, by name.' })
  branches(@Ctx() { db }: Context) {
    return db.getRepository(BranchEntity).find({ order: { name: 'ASC' } });
  }

  @Requires('SEE_DUOS')
  @Query(() => [CoordinatorType], { description: 'All coordinators, by name.' })
  coordinators(@Ctx() { db }: Context, @Info() info: GraphQLResolveInfo) {
    return readRows(
      db.getRepository(CoordinatorEntity).createQueryBuilder('coordinator').orderBy('coordinator.name'),
      fieldsAskedFor(info),
    );
  }
}
