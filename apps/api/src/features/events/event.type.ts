import type { EventAudience, EventKind, EventStatus } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../../graphql/authorisation.ts';
import { connectionTypes } from '../../graphql/connection.ts';
import {
  enumOf,
  EventAudienceEnum,
  EventKindEnum,
  EventStatusEnum,
  SortDirectionEnum,
} from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { BranchType } from '../people/branch.type.ts';
import { EventEntity } from './event.entity.ts';

declareNeeds(EventEntity, {
  status: ['heldOn', 'audience', 'cancelledAt'],
  viewerCanChange: ['cancelledAt'],
  viewerCanRestore: ['cancelledAt'],
});

@Guarded(
  'id',
  'reference',
  'kind',
  'title',
  'heldOn',
  'branch',
  'audience',
  'version',
  'status',
  'listedCount',
  'attendedCount',
  'unknownCount',
  'viewerCanChange',
  'viewerCanRestore',
)
@ObjectType('Event', { description: 'An occasion of the programme to which several people come.' })
export class EventType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: "The operator's own reference." }) reference: string;
  @Field(() => EventKindEnum, { description: 'What it is.' }) kind: EventKind;
  @Field(() => String, { description: 'What it is called.' }) title: string;
  @Field(() => CalendarDayScalar, { description: 'The day.' }) heldOn: string;
  @Field(() => BranchType, { description: 'Which branch holds it.' }) branch: BranchType;
  @Field(() => EventAudienceEnum, { description: 'For whom it is.' }) audience: EventAudience;
  @Field(() => Int, {
    description:
      'Goes up with every change, of its list as well; a change names the one that it is based on.',
  })
  version: number;
}

@InputType({ description: 'Keeps the events for which all of this holds.' })
export class EventFilter {
  @Field(() => String, { nullable: true, description: 'Part of a title or a reference.' }) search?: string;
  @Field(() => [EventKindEnum], { nullable: true, description: 'Of one of these kinds.' }) kind?: EventKind[];
  @Field(() => [ID], { nullable: true, description: 'Held by one of these branches.' }) branch?: string[];
  @Field(() => [EventStatusEnum], { nullable: true, description: 'With one of these statuses today.' })
  status?: EventStatus[];
  @Field(() => PeriodInput, { nullable: true, description: 'On a day of this period.' }) held?: PeriodInput;
}

export const EventSortField = enumOf(
  'EventSortField',
  ['HELD_ON', 'TITLE', 'REFERENCE', 'BRANCH'] as const,
  'What events are sorted by.',
);

@InputType({ description: 'How events are sorted.' })
export class EventSort {
  @Field(() => EventSortField, { description: 'By what.' }) field: keyof typeof EventSortField;
  @Field(() => SortDirectionEnum, { description: 'Which way.' }) direction: 'ASC' | 'DESC';
}

@InputType({ description: 'An event as it is planned, or was held.' })
export class EventInput {
  @Field(() => EventKindEnum, { description: 'What it is.' }) kind: EventKind;
  @Field(() => String, { description: 'What it is called: at most 120 characters.' }) title: string;
  @Field(() => CalendarDayScalar, { description: 'The day, ahead or past.' }) heldOn: string;
  @Field(() => ID, { description: 'Which branch holds it.' }) branchId: string;
  @Field(() => EventAudienceEnum, { description: 'For whom it is.' }) audience: EventAudience;
}

export const { ConnectionType: EventConnection } = connectionTypes('Event', () => EventType);
export const EventResult = resultOf('Event', () => EventType);
