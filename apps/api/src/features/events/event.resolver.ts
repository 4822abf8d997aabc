import { statusOfEvent } from '@tandem/domain/event';
import type { ParticipantRole } from '@tandem/domain/vocabulary';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { PageArguments } from '../../graphql/connection.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { EventStatusEnum } from '../../graphql/enums.ts';
import { defineLoader, defineLoaderByFields, groupBy } from '../../graphql/loader.ts';
import { fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { opened } from '../audit/record-change.ts';
import type { MenteeEntity } from '../people/mentee.entity.ts';
import { MenteeType } from '../people/mentee.type.ts';
import type { MentorEntity } from '../people/mentor.entity.ts';
import { MentorType } from '../people/mentor.type.ts';
import type { AttendanceEntity } from './attendance.entity.ts';
import { AttendanceType } from './attendance.type.ts';
import { stateOf, type EventEntity } from './event.entity.ts';
import {
  attendancesOfEvents,
  attendancesOfPeople,
  countAttendance,
  findEvent,
  keyOfRecord,
  listEvents,
  recordsOfPeople,
  type AttendanceCounts,
  type RecordOfPerson,
} from './event.queries.ts';
import { EventConnection, EventFilter, EventSort, EventType } from './event.type.ts';

const counts = defineLoader<AttendanceCounts>((ids, { db, today }) => countAttendance(db, ids, today), {
  listed: 0,
  attended: 0,
  unknown: 0,
});

const attendancesOfEvent = defineLoaderByFields<AttendanceEntity[]>(
  async (ids, fields, { db }) =>
    groupBy(await attendancesOfEvents(db, ids, { ...fields, eventId: {} }), ({ eventId }) => eventId),
  [],
);

function attendancesAs(role: ParticipantRole) {
  return defineLoaderByFields<AttendanceEntity[]>(
    async (ids, fields, { db }) =>
      groupBy(
        await attendancesOfPeople(db, role, ids, { ...fields, personId: {} }),
        ({ personId }) => personId,
      ),
    [],
  );
}
const attendancesOfMentee = attendancesAs('MENTEE');
const attendancesOfMentor = attendancesAs('MENTOR');

const recordOf = defineLoader<RecordOfPerson | null>(
  (keys, { db }) => recordsOfPeople(db, [...new Set(keys.map((key) => key.split(' ')[0] ?? ''))]),
  null,
);

@Resolver(() => EventType)
export class EventResolver {
  @Requires('SEE_EVENTS')
  @Query(() => EventConnection, { description: 'Events, the latest first unless sorted otherwise.' })
  events(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => EventFilter, { nullable: true }) filter: EventFilter | undefined,
    @Arg('sort', () => EventSort, { nullable: true }) sort: EventSort | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listEvents(context, filter ?? {}, sort, page, fieldsAskedFor(info, ['edges', 'node']));
  }

  @Requires('SEE_EVENTS')
  @Query(() => EventType, { nullable: true, description: 'One event; null where there is none of this id.' })
  async event(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return opened(context, 'event', await findEvent(context.db, id, fieldsAskedFor(info)));
  }

  @FieldResolver(() => EventStatusEnum, { description: 'Where it stands today.' })
  status(@Root() event: EventEntity, @Ctx() { today }: Context) {
    return statusOfEvent(stateOf(event), today);
  }

  @FieldResolver(() => Int, { description: 'How many people are on its list.' })
  async listedCount(@Root() event: EventEntity, @Ctx() context: Context) {
    return (await counts(context, event.id)).listed;
  }

  @FieldResolver(() => Int, { description: 'How many of them came.' })
  async attendedCount(@Root() event: EventEntity, @Ctx() context: Context) {
    return (await counts(context, event.id)).attended;
  }

  @FieldResolver(() => Int, {
    description: 'Once it was held: of how many it is not known whether they came.',
  })
  async unknownCount(@Root() event: EventEntity, @Ctx() context: Context) {
    return (await counts(context, event.id)).unknown;
  }

  @Requires('SEE_PEOPLE')
  @FieldResolver(() => [AttendanceType], { description: 'Who is on its list, by name.' })
  attendances(@Root() event: EventEntity, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return attendancesOfEvent(context, event.id, fieldsAskedFor(info));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change it and write its list.' })
  viewerCanChange(@Root() event: EventEntity, @Ctx() context: Context) {
    return event.cancelledAt === null && viewerCan(context, 'RUN_EVENTS');
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may take its cancellation back.' })
  viewerCanRestore(@Root() event: EventEntity, @Ctx() context: Context) {
    return event.cancelledAt !== null && viewerCan(context, 'RUN_EVENTS');
  }
}

@Resolver(() => AttendanceType)
export class AttendanceResolver {
  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'Id of the mentee or mentor; null where it is somebody of a branch that the viewer does not follow.',
  })
  async participantId(@Root() attendance: AttendanceEntity, @Ctx() context: Context) {
    return (await recordOf(context, keyOfRecord(attendance)))?.id ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The operator's own reference of the mentee or mentor; null likewise.",
  })
  async reference(@Root() attendance: AttendanceEntity, @Ctx() context: Context) {
    return (await recordOf(context, keyOfRecord(attendance)))?.reference ?? null;
  }
}

@Resolver(() => MenteeType)
export class MenteeEventsResolver {
  @Requires('SEE_EVENTS')
  @FieldResolver(() => [AttendanceType], {
    description: 'The events on whose lists they are, the latest first.',
  })
  attendances(@Root() mentee: MenteeEntity, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return attendancesOfMentee(context, mentee.personId, fieldsAskedFor(info));
  }
}

@Resolver(() => MentorType)
export class MentorEventsResolver {
  @Requires('SEE_EVENTS')
  @FieldResolver(() => [AttendanceType], {
    description: 'The events on whose lists they are, the latest first.',
  })
  attendances(@Root() mentor: MentorEntity, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return attendancesOfMentor(context, mentor.personId, fieldsAskedFor(info));
  }
}
