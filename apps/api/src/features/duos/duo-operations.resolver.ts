import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { closeDuo, reopenDuo } from './close-duo.ts';
import { findDuo } from './duo.queries.ts';
import { CloseDuoInput, DuoResult, StartDuoInput } from './duo.type.ts';
import { logMeeting, removeMeeting, restoreMeeting, updateMeeting } from './meeting-operations.ts';
import { MeetingInput, MeetingResult } from './meeting.type.ts';
import { recordOutcome, removeOutcome, restoreOutcome } from './outcome-operations.ts';
import { OutcomeInput, OutcomeResult } from './outcome.type.ts';
import { startDuo } from './start-duo.ts';

/** The duo after an operation, as the client asked for it. */
function changedDuo(context: Context, info: GraphQLResolveInfo, operation: () => Promise<string>) {
  return answering(async () => findDuo(context.db, await operation(), fieldsAskedFor(info)));
}

@Resolver()
export class DuoOperations {
  @Requires('RUN_DUOS')
  @Mutation(() => DuoResult, { description: 'Starts a duo; refused where one of the two has a duo then.' })
  startDuo(
    @Arg('input', () => StartDuoInput) input: StartDuoInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedDuo(context, info, () => startDuo(context, input));
  }

  @Requires('RUN_DUOS')
  @Mutation(() => DuoResult, { description: 'Ends an active duo.' })
  closeDuo(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => CloseDuoInput) input: CloseDuoInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedDuo(context, info, () => closeDuo(context, id, version, input));
  }

  @Requires('RUN_DUOS')
  @Mutation(() => DuoResult, { description: 'Takes a closure back: the undo of closeDuo.' })
  reopenDuo(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedDuo(context, info, () => reopenDuo(context, id, version));
  }

  @Requires('RUN_DUOS')
  @Mutation(() => MeetingResult, { description: 'Logs a meeting.' })
  logMeeting(
    @Arg('duoId', () => ID) duoId: string,
    @Arg('input', () => MeetingInput) input: MeetingInput,
    @Ctx() context: Context,
  ) {
    return answering(() => logMeeting(context, duoId, input));
  }

  @Requires('RUN_DUOS')
  @Mutation(() => MeetingResult, { description: 'Changes a meeting.' })
  updateMeeting(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => MeetingInput) input: MeetingInput,
    @Ctx() context: Context,
  ) {
    return answering(() => updateMeeting(context, id, version, input));
  }

  @Requires('RUN_DUOS')
  @Mutation(() => MeetingResult, { description: 'Takes a meeting out; restoreMeeting puts it back.' })
  removeMeeting(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return answering(() => removeMeeting(context, id, version));
  }

  @Requires('RUN_DUOS')
  @Mutation(() => MeetingResult, { description: 'Puts a meeting back: the undo of removeMeeting.' })
  restoreMeeting(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return answering(() => restoreMeeting(context, id, version));
  }

  @Requires('RUN_DUOS')
  @Mutation(() => OutcomeResult, { description: 'Records a situation found for the mentee.' })
  recordOutcome(
    @Arg('duoId', () => ID) duoId: string,
    @Arg('input', () => OutcomeInput) input: OutcomeInput,
    @Ctx() context: Context,
  ) {
    return answering(() => recordOutcome(context, duoId, input));
  }

  @Requires('RUN_DUOS')
  @Mutation(() => OutcomeResult, { description: 'Takes a situation out; restoreOutcome puts it back.' })
  removeOutcome(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return answering(() => removeOutcome(context, id, version));
  }

  @Requires('RUN_DUOS')
  @Mutation(() => OutcomeResult, { description: 'Puts a situation back: the undo of removeOutcome.' })
  restoreOutcome(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return answering(() => restoreOutcome(context, id, version));
  }
}
