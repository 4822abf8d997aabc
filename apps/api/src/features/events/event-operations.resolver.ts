import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { AttendanceInput } from './attendance.type.ts';
import { cancelEvent, restoreEvent } from './cancel-event.ts';
import { changeEvent } from './change-event.ts';
import { findEvent } from './event.queries.ts';
import { EventInput, EventResult } from './event.type.ts';
import { planEvent } from './plan-event.ts';
import { recordAttendance } from './record-attendance.ts';

/** The event after an operation, as the client asked for it. */
function changedEvent(context: Context, info: GraphQLResolveInfo, operation: () => Promise<string>) {
  return answering(async () => findEvent(context.db, await operation(), fieldsAskedFor(info)));
}

@Resolver()
export class EventOperations {
  @Requires('RUN_EVENTS')
  @Mutation(() => EventResult, { description: 'Writes an event down, ahead or once it was held.' })
  planEvent(
    @Arg('input', () => EventInput) input: EventInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedEvent(context, info, () => planEvent(context, input));
  }

  @Requires('RUN_EVENTS')
  @Mutation(() => EventResult, { description: 'Changes an event; the undo is to put the former back.' })
  changeEvent(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => EventInput) input: EventInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedEvent(context, info, () => changeEvent(context, id, version, input));
  }

  @Requires('RUN_EVENTS')
  @Mutation(() => EventResult, {
    description: 'Cancels an event at which nobody was; restoreEvent takes it back.',
  })
  cancelEvent(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedEvent(context, info, () => cancelEvent(context, id, version));
  }

  @Requires('RUN_EVENTS')
  @Mutation(() => EventResult, { description: 'Takes a cancellation back: the undo of cancelEvent.' })
  restoreEvent(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedEvent(context, info, () => restoreEvent(context, id, version));
  }

  @Requires('RUN_EVENTS')
  @Mutation(() => EventResult, {
    description:
      'Writes down who came, of up to 500 people at once; the undo is to send what stood before. Nothing is written where one of them is refused.',
  })
  recordAttendance(
    @Arg('eventId', () => ID) eventId: string,
    @Arg('version', () => Int) version: number,
    @Arg('entries', () => [AttendanceInput]) entries: AttendanceInput[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changedEvent(context, info, () => recordAttendance(context, eventId, version, entries));
  }
}
