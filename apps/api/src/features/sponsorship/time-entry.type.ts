import type { TimeEntryStatus } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../../graphql/authorisation.ts';
import { connectionTypes } from '../../graphql/connection.ts';
import { TimeEntryStatusEnum } from '../../graphql/enums.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { TimeEntryEntity } from './time-entry.entity.ts';
import { VolunteerType } from './volunteer.type.ts';

declareNeeds(TimeEntryEntity, { viewerCanDecide: ['status'], viewerCanRemove: ['status'] });

@Guarded(
  'id',
  'volunteer',
  'workedOn',
  'minutes',
  'activity',
  'status',
  'rejectionReason',
  'version',
  'viewerCanDecide',
  'viewerCanRemove',
)
@ObjectType('TimeEntry', { description: 'Hours that an employee gave.' })
export class TimeEntryType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => VolunteerType, { description: 'Who gave them.' }) volunteer: VolunteerType;
  @Field(() => CalendarDayScalar, { description: 'On which day.' }) workedOn: string;
  @Field(() => Int, { description: 'How long, in minutes.' }) minutes: number;
  @Field(() => String, { description: 'For what.' }) activity: string;
  @Field(() => TimeEntryStatusEnum, { description: 'Whether staff decided on them.' })
  status: TimeEntryStatus;
  @Field(() => String, { nullable: true, description: 'Why they were rejected.' }) rejectionReason:
    | string
    | null;
  @Field(() => Int, { description: 'Goes up with each change.' }) version: number;
}

@InputType({ description: 'Hours to log.' })
export class TimeEntryInput {
  @Field(() => ID, { description: 'Who gave them.' }) volunteerId: string;
  @Field(() => CalendarDayScalar, { description: 'Not after today.' }) workedOn: string;
  @Field(() => Int, { description: '1 to 1440.' }) minutes: number;
  @Field(() => String, { description: 'At most 300 characters.' }) activity: string;
}

@InputType({ description: 'Keeps the hours for which all of this holds.' })
export class TimeEntryFilter {
  @Field(() => [TimeEntryStatusEnum], { nullable: true, description: 'With one of these statuses.' })
  status?: TimeEntryStatus[] | null;
  @Field(() => [ID], { nullable: true, description: 'Of employees of one of these partners.' }) partner?:
    | string[]
    | null;
  @Field(() => [ID], { nullable: true, description: 'Of one of these volunteers.' }) volunteer?:
    | string[]
    | null;
}

export const { ConnectionType: TimeEntryConnection } = connectionTypes('TimeEntry', () => TimeEntryType);
export const TimeEntryResult = resultOf('TimeEntry', () => TimeEntryType);
