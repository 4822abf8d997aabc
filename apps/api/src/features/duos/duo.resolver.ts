import { isPositiveExit, isStableJob } from '@tandem/domain/outcome';
import { UNCHANGING_ACTIONS } from '@tandem/domain/audit';
import type { Attention } from '@tandem/domain/vocabulary';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { PageArguments } from '../../graphql/connection.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { AttentionEnum, DuoStatusEnum } from '../../graphql/enums.ts';
import { defineLoader, defineLoaderByFields, groupBy } from '../../graphql/loader.ts';
import { fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { AuditEntryEntity } from '../audit/audit-entry.entity.ts';
import { AuditEntryType } from '../audit/audit-entry.type.ts';
import { kindsSeenBy } from '../audit/recent-changes.loader.ts';
import { opened } from '../audit/record-change.ts';
import { earmarksOfDuo } from '../funding/earmark.loader.ts';
import { EarmarkType } from '../funding/earmark.type.ts';
import type { MenteeEntity } from '../people/mentee.entity.ts';
import { MenteeType } from '../people/mentee.type.ts';
import type { MentorEntity } from '../people/mentor.entity.ts';
import { MentorType } from '../people/mentor.type.ts';
import type { DuoEntity } from './duo.entity.ts';
import {
  attentionsOf,
  duosOfPeople,
  findDuo,
  listDuos,
  meetingSummaries,
  type MeetingSummary,
} from './duo.queries.ts';
import { DuoConnection, DuoFilter, DuoSort, DuoType, EvaluationResponseType } from './duo.type.ts';
import { MeetingEntity } from './meeting.entity.ts';
import { MeetingType } from './meeting.type.ts';
import { OutcomeEntity } from './outcome.entity.ts';
import { OutcomeType } from './outcome.type.ts';

const NO_MEETINGS: MeetingSummary = { count: 0, minutes: 0, lastOn: null };
const meetingSummary = defineLoader<MeetingSummary>((ids, { db }) => meetingSummaries(db, ids), NO_MEETINGS);
const attentions = defineLoader<Attention[]>((ids, { db, today }) => attentionsOf(db, ids, today), []);

const meetingsOf = defineLoader<MeetingEntity[]>(async (ids, { db }) => {
  const query = db
    .getRepository(MeetingEntity)
    .createQueryBuilder('meeting')
    .where('meeting.duo_id = any (:ids) and meeting.removed_at is null', { ids });
  return groupBy(
    await query.orderBy('meeting.held_on', 'DESC').addOrderBy('meeting.id', 'DESC').getMany(),
    (meeting) => meeting.duoId,
  );
}, []);

const outcomesOf = defineLoader<OutcomeEntity[]>(async (ids, { db }) => {
  const query = db
    .getRepository(OutcomeEntity)
    .createQueryBuilder('outcome')
    .where('outcome.duo_id = any (:ids) and outcome.removed_at is null', { ids });
  return groupBy(
    await query.orderBy('outcome.observed_on', 'DESC').addOrderBy('outcome.id', 'DESC').getMany(),
    (outcome) => outcome.duoId,
  );
}, []);

const responsesOf = defineLoader<(EvaluationResponseType & { duoId: string })[]>(async (ids, { db }) => {
  const rows: (EvaluationResponseType & { duoId: string })[] = await db.query(
    `select response.id, response.duo_id as "duoId", respondent, answered_on as "answeredOn",
       (select json_agg(json_build_object('question', question, 'score', score) order by question) from answer where response_id = response.id) as answers
     from response where duo_id = any ($1) order by answered_on`,
    [ids],
  );
  return groupBy(rows, (row) => row.duoId);
}, []);

const historyOf = defineLoader<AuditEntryEntity[]>(async (ids, context) => {
  const query = context.db
    .getRepository(AuditEntryEntity)
    .createQueryBuilder('entry')
    .where('entry.subject_id = any (:ids) and entry.action <> all (:unchanging)', {
      ids,
      unchanging: UNCHANGING_ACTIONS,
    })
    .andWhere('entry.record_kind = any (:kinds)', { kinds: kindsSeenBy(context) });
  return groupBy(
    await query.orderBy('entry.at', 'DESC').addOrderBy('entry.id', 'DESC').getMany(),
    (entry) => entry.subjectId,
  );
}, []);

@Resolver(() => DuoType)
export class DuoResolver {
  @Requires('SEE_DUOS')
  @Query(() => DuoConnection, { description: 'Duos, the latest started first unless sorted otherwise.' })
  duos(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => DuoFilter, { nullable: true }) filter: DuoFilter | undefined,
    @Arg('sort', () => DuoSort, { nullable: true }) sort: DuoSort | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listDuos(context, filter ?? {}, sort, page, fieldsAskedFor(info, ['edges', 'node']));
  }

  @Requires('SEE_DUOS')
  @Query(() => DuoType, { nullable: true, description: 'One duo; null where there is none of this id.' })
  async duo(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return opened(context, 'duo', await findDuo(context.db, id, fieldsAskedFor(info)));
  }

  @FieldResolver(() => DuoStatusEnum, { description: 'Whether it goes on.' })
  status(@Root() duo: DuoEntity) {
    return duo.closedOn === null ? 'ACTIVE' : 'CLOSED';
  }

  @FieldResolver(() => CalendarDayScalar, { nullable: true, description: 'Day of the latest meeting.' })
  async lastMeetingOn(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return (await meetingSummary(context, duo.id)).lastOn;
  }

  @FieldResolver(() => Int, { description: 'How often they met.' })
  async meetingCount(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return (await meetingSummary(context, duo.id)).count;
  }

  @FieldResolver(() => Int, { description: 'How long they met, in minutes.' })
  async meetingMinutes(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return (await meetingSummary(context, duo.id)).minutes;
  }

  @FieldResolver(() => [AttentionEnum], {
    description: 'Why it waits for somebody today; empty where it does not.',
  })
  attentions(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return attentions(context, duo.id);
  }

  @FieldResolver(() => [MeetingType], { description: 'Its meetings, the latest first.' })
  meetings(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return meetingsOf(context, duo.id);
  }

  @FieldResolver(() => [OutcomeType], { description: 'Situations found for its mentee, the latest first.' })
  outcomes(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return outcomesOf(context, duo.id);
  }

  @FieldResolver(() => [EvaluationResponseType], { description: 'Evaluations at its end.' })
  responses(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return responsesOf(context, duo.id);
  }

  @Requires('SEE_MONEY', 'RUN_DUOS')
  @FieldResolver(() => [EarmarkType], { description: 'Which grants pay which share of it.' })
  earmarks(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return earmarksOfDuo(context, duo.id);
  }

  @Requires('SEE_HISTORY')
  @FieldResolver(() => [AuditEntryType], { description: 'Who changed what, the latest first.' })
  history(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return historyOf(context, duo.id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may log a meeting.' })
  viewerCanLogMeeting(@Ctx() context: Context) {
    return viewerCan(context, 'RUN_DUOS');
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may record a situation.' })
  viewerCanRecordOutcome(@Ctx() context: Context) {
    return viewerCan(context, 'RUN_DUOS');
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may close it now.' })
  viewerCanClose(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return duo.closedOn === null && viewerCan(context, 'RUN_DUOS');
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may take its closure back.' })
  viewerCanReopen(@Root() duo: DuoEntity, @Ctx() context: Context) {
    return duo.closedOn !== null && viewerCan(context, 'RUN_DUOS');
  }
}

@Resolver(() => OutcomeType)
export class OutcomeResolver {
  @FieldResolver(() => Boolean, { description: 'A job, an internship or a training.' })
  positive(@Root() outcome: OutcomeEntity) {
    return isPositiveExit(outcome.situation);
  }

  @FieldResolver(() => Boolean, { description: 'A job that is open-ended or of three months or more.' })
  stable(@Root() outcome: OutcomeEntity) {
    return isStableJob(outcome);
  }
}

/** The duos of a person, the latest first, with the fields that are asked for. */
function duosOf(side: 'mentorId' | 'menteeId') {
  return defineLoaderByFields<DuoEntity[]>(
    async (ids, fields, { db }) =>
      groupBy(await duosOfPeople(db, side, ids, { ...fields, [side]: {} }), (duo) => duo[side]),
    [],
  );
}
const duosOfMentee = duosOf('menteeId');
const duosOfMentor = duosOf('mentorId');

@Resolver(() => MenteeType)
export class MenteeDuosResolver {
  @FieldResolver(() => [DuoType], { description: 'Their duos, the latest first.' })
  duos(@Root() mentee: MenteeEntity, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return duosOfMentee(context, mentee.id, fieldsAskedFor(info));
  }
}

@Resolver(() => MentorType)
export class MentorDuosResolver {
  @FieldResolver(() => [DuoType], { description: 'Their duos, the latest first.' })
  duos(@Root() mentor: MentorEntity, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return duosOfMentor(context, mentor.id, fieldsAskedFor(info));
  }
}
