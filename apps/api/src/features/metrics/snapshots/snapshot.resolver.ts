import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../graphql/authorisation.ts';
import { PageArguments } from '../../../graphql/connection.ts';
import type { Context } from '../../../graphql/context.ts';
import { fieldsAskedFor } from '../../../graphql/look-ahead.ts';
import { answering } from '../../../graphql/refusal.type.ts';
import { checkSnapshot, findSnapshot, listSnapshotRecords, listSnapshots } from './snapshot.queries.ts';
import {
  SnapshotChangeEnum,
  SnapshotCheckType,
  SnapshotInput,
  SnapshotRecordConnection,
  SnapshotResult,
  SnapshotType,
  type SnapshotChange,
} from './snapshot.type.ts';
import { takeSnapshot } from './take-snapshot.ts';

@Resolver()
export class SnapshotResolver {
  @Requires('SEAL_FIGURES')
  @Query(() => [SnapshotType], { description: 'All snapshots, the latest first.' })
  snapshots(@Ctx() context: Context) {
    return listSnapshots(context);
  }

  @Requires('SEAL_FIGURES')
  @Query(() => SnapshotType, { nullable: true, description: 'One snapshot.' })
  snapshot(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return findSnapshot(context, id);
  }

  @Requires('SEAL_FIGURES')
  @Query(() => SnapshotCheckType, {
    nullable: true,
    description: 'A snapshot held against today’s data: its seal, its figures again, and what is other.',
  })
  snapshotCheck(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return checkSnapshot(context, id);
  }

  @Requires('SEE_RECORDS_OF_FIGURES')
  @Query(() => SnapshotRecordConnection, {
    nullable: true,
    description: 'The duos that are other ones than in a snapshot, the latest started first.',
  })
  snapshotRecords(
    @Arg('id', () => ID) id: string,
    @Arg('change', () => SnapshotChangeEnum, { nullable: true, description: 'Only those that did this.' })
    change: SnapshotChange | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listSnapshotRecords(context, id, change, page, fieldsAskedFor(info, ['edges', 'node']));
  }

  @Requires('SEAL_FIGURES')
  @Mutation(() => SnapshotResult, { description: 'Seals a set of figures. It stays as it was taken.' })
  takeSnapshot(@Arg('input', () => SnapshotInput) input: SnapshotInput, @Ctx() context: Context) {
    return answering(async () => findSnapshot(context, await takeSnapshot(context, input)));
  }
}
