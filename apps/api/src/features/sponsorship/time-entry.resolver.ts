import { rejectionInput } from '@tandem/domain/inputs';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { PageArguments } from '../../graphql/connection.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { RecordVersionInput } from '../../graphql/inputs.type.ts';
import { fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { answering, parseInput } from '../../graphql/refusal.type.ts';
import { findTimeEntry, listTimeEntries } from './sponsorship.queries.ts';
import type { TimeEntryEntity } from './time-entry.entity.ts';
import {
  TimeEntryConnection,
  TimeEntryFilter,
  TimeEntryInput,
  TimeEntryResult,
  TimeEntryType,
} from './time-entry.type.ts';
import {
  approveHours,
  logHours,
  rejectHours,
  removeHours,
  restoreHours,
  undoHoursDecision,
} from './time-operations.ts';

/** How many entries one decision may be about. */
const MAXIMUM_DECISIONS = 200;

function changed(context: Context, info: GraphQLResolveInfo, operation: () => Promise<string>) {
  return answering(async () =>
    findTimeEntry(context.db, context.scope, await operation(), fieldsAskedFor(info)),
  );
}

/** One answer for each entry, in order: what is refused of one does not hold up the others. */
async function each(
  context: Context,
  info: GraphQLResolveInfo,
  entries: readonly RecordVersionInput[],
  operation: (entry: RecordVersionInput) => Promise<string>,
) {
  if (entries.length > MAXIMUM_DECISIONS)
    throw badRequest(`At most ${MAXIMUM_DECISIONS} entries at once, not ${entries.length}.`);
  const answers = [];
  for (const entry of entries) answers.push(await changed(context, info, () => operation(entry)));
  return answers;
}

@Resolver(() => TimeEntryType)
export class TimeEntryResolver {
  @Requires('SEE_PARTNERS', 'SEE_OWN_VOLUNTEERS')
  @Query(() => TimeEntryConnection, { description: 'Hours, the latest first; a partner sees its own only.' })
  timeEntries(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => TimeEntryFilter, { nullable: true }) filter: TimeEntryFilter | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listTimeEntries(context, filter ?? {}, page, fieldsAskedFor(info, ['edges', 'node']));
  }

  @Requires('LOG_HOURS', 'MANAGE_PARTNERS')
  @Mutation(() => TimeEntryResult, { description: 'Logs hours of a registered employee.' })
  logHours(
    @Arg('input', () => TimeEntryInput) input: TimeEntryInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(context, info, () => logHours(context, input));
  }

  @Requires('LOG_HOURS', 'MANAGE_PARTNERS')
  @Mutation(() => TimeEntryResult, { description: 'Takes hours out that wait for a decision.' })
  removeHours(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(context, info, () => removeHours(context, { id, version }));
  }

  @Requires('LOG_HOURS', 'MANAGE_PARTNERS')
  @Mutation(() => TimeEntryResult, { description: 'Puts hours back: the undo of removeHours.' })
  restoreHours(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(context, info, () => restoreHours(context, { id, version }));
  }

  @Requires('APPROVE_HOURS')
  @Mutation(() => [TimeEntryResult], { description: 'Approves hours.' })
  approveHours(
    @Arg('entries', () => [RecordVersionInput]) entries: RecordVersionInput[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return each(context, info, entries, (entry) => approveHours(context, entry));
  }

  @Requires('APPROVE_HOURS')
  @Mutation(() => [TimeEntryResult], { description: 'Rejects hours, with a reason that the company reads.' })
  rejectHours(
    @Arg('entries', () => [RecordVersionInput]) entries: RecordVersionInput[],
    @Arg('reason', () => String) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return each(context, info, entries, async (entry) =>
      rejectHours(context, entry, parseInput(rejectionInput, { reason }).reason),
    );
  }

  @Requires('APPROVE_HOURS')
  @Mutation(() => [TimeEntryResult], {
    description: 'Takes approvals or rejections back: the hours wait again.',
  })
  undoHoursDecision(
    @Arg('entries', () => [RecordVersionInput]) entries: RecordVersionInput[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return each(context, info, entries, (entry) => undoHoursDecision(context, entry));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may approve or reject them now.' })
  viewerCanDecide(@Root() entry: TimeEntryEntity, @Ctx() context: Context) {
    return entry.status === 'SUBMITTED' && viewerCan(context, 'APPROVE_HOURS');
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may take them out now.' })
  viewerCanRemove(@Root() entry: TimeEntryEntity, @Ctx() context: Context) {
    return (
      entry.status === 'SUBMITTED' &&
      (viewerCan(context, 'LOG_HOURS') || viewerCan(context, 'MANAGE_PARTNERS'))
    );
  }
}
