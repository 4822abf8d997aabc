import type { Attention, ClosureReason, DuoStatus, Question, Respondent } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../../graphql/authorisation.ts';
import { connectionTypes } from '../../graphql/connection.ts';
import {
  AttentionEnum,
  ClosureReasonEnum,
  DuoStatusEnum,
  enumOf,
  QuestionEnum,
  RespondentEnum,
  SortDirectionEnum,
} from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { BranchType, CoordinatorType } from '../people/branch.type.ts';
import { MenteeType } from '../people/mentee.type.ts';
import { MentorType } from '../people/mentor.type.ts';
import { DuoEntity } from './duo.entity.ts';

declareNeeds(DuoEntity, {
  status: ['closedOn'],
  viewerCanLogMeeting: ['closedOn'],
  viewerCanRecordOutcome: ['closedOn'],
  viewerCanClose: ['closedOn'],
  viewerCanReopen: ['closedOn'],
});

@Guarded(
  'id',
  'reference',
  'mentor',
  'mentee',
  'coordinator',
  'branch',
  'startedOn',
  'plannedEndOn',
  'closedOn',
  'closureReason',
  'version',
  'status',
  'lastMeetingOn',
  'meetingCount',
  'meetingMinutes',
  'attentions',
  'meetings',
  'outcomes',
  'responses',
  'viewerCanLogMeeting',
  'viewerCanRecordOutcome',
  'viewerCanClose',
  'viewerCanReopen',
)
@ObjectType('Duo', { description: 'A mentor and a mentee who go the way to work together.' })
export class DuoType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: "The operator's own reference." }) reference: string;
  @Field(() => MentorType, { description: 'The person over 50.' }) mentor: MentorType;
  @Field(() => MenteeType, { description: 'The young person.' }) mentee: MenteeType;
  @Field(() => CoordinatorType, { nullable: true, description: 'Who follows it.' })
  coordinator: CoordinatorType | null;
  @Field(() => BranchType, { description: 'Where it is run.' }) branch: BranchType;
  @Field(() => CalendarDayScalar, { description: 'First day.' }) startedOn: string;
  @Field(() => CalendarDayScalar, { description: 'Agreed end: six months after the start.' })
  plannedEndOn: string;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'Last day; null while it goes on.' })
  closedOn: string | null;
  @Field(() => ClosureReasonEnum, { nullable: true, description: 'Why it ended.' })
  closureReason: ClosureReason | null;
  @Field(() => Int, { description: 'Send it back with a change: a change of an older version is refused.' })
  version: number;
}

@ObjectType('Answer', { description: 'An answer to one question.' })
export class AnswerType {
  @Field(() => QuestionEnum, { description: 'Which question.' }) question: Question;
  @Field(() => Int, { description: 'Agreement 1 to 5; recommendation 0 to 10.' }) score: number;
}

@Guarded('id', 'respondent', 'answeredOn', 'answers')
@ObjectType('EvaluationResponse', { description: "One person's evaluation at the end of a duo." })
export class EvaluationResponseType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => RespondentEnum, { description: 'Who answered.' }) respondent: Respondent;
  @Field(() => CalendarDayScalar, { description: 'When.' }) answeredOn: string;
  @Field(() => [AnswerType], { description: 'What.' }) answers: AnswerType[];
}

@InputType({ description: 'Keeps the duos for which all of this holds.' })
export class DuoFilter {
  @Field(() => String, { nullable: true, description: 'Part of a reference or of either name.' })
  search?: string;
  @Field(() => [ID], { nullable: true, description: 'In one of these branches.' }) branch?: string[];
  @Field(() => [ID], { nullable: true, description: 'Followed by one of these coordinators.' })
  coordinator?: string[];
  @Field(() => [DuoStatusEnum], { nullable: true, description: 'With one of these statuses.' })
  status?: DuoStatus[];
  @Field(() => AttentionEnum, { nullable: true, description: 'Waiting today for this reason.' })
  attention?: Attention;
  @Field(() => [ID], { nullable: true, description: 'Paid by one of these grants, in part or whole.' })
  grant?: string[];
  @Field(() => PeriodInput, { nullable: true, description: 'Started in this period.' }) started?: PeriodInput;
  @Field(() => PeriodInput, { nullable: true, description: 'Closed in this period.' }) closed?: PeriodInput;
  @Field(() => Boolean, { nullable: true, description: 'Followed by the viewer.' }) mine?: boolean;
}

export const DuoSortField = enumOf(
  'DuoSortField',
  [
    'REFERENCE',
    'STARTED_ON',
    'PLANNED_END_ON',
    'CLOSED_ON',
    'MENTEE',
    'MENTOR',
    'BRANCH',
    'LAST_MEETING_ON',
  ] as const,
  'What duos are sorted by.',
);

@InputType({ description: 'How duos are sorted.' })
export class DuoSort {
  @Field(() => DuoSortField, { description: 'By what.' }) field: keyof typeof DuoSortField;
  @Field(() => SortDirectionEnum, { description: 'Which way.' }) direction: 'ASC' | 'DESC';
}

@InputType({ description: 'A duo to start.' })
export class StartDuoInput {
  @Field(() => ID, { description: 'A mentor without an active duo.' }) mentorId: string;
  @Field(() => ID, { description: 'A mentee without an active duo.' }) menteeId: string;
  @Field(() => ID, { description: 'Who will follow it.' }) coordinatorId: string;
  @Field(() => ID, { description: 'Where it is run.' }) branchId: string;
  @Field(() => CalendarDayScalar, { description: 'Not after today.' }) startedOn: string;
  @Field(() => ID, { nullable: true, description: 'The grant that pays it whole.' }) grantId?: string | null;
}

@InputType({ description: 'How a duo ends.' })
export class CloseDuoInput {
  @Field(() => CalendarDayScalar, { description: 'Not before the start, not after today.' }) closedOn: string;
  @Field(() => ClosureReasonEnum, { description: 'Why.' }) closureReason: ClosureReason;
}

export const { ConnectionType: DuoConnection } = connectionTypes('Duo', () => DuoType);
export const DuoResult = resultOf('Duo', () => DuoType);
