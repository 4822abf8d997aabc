import type { AttendanceStatus, ParticipantRole } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Guarded } from '../../graphql/authorisation.ts';
import { AttendanceStatusEnum, ParticipantRoleEnum } from '../../graphql/enums.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { PersonType } from '../people/person.type.ts';
import { AttendanceEntity } from './attendance.entity.ts';
import { EventType } from './event.type.ts';

declareNeeds(AttendanceEntity, {
  participantId: ['role', 'personId'],
  reference: ['role', 'personId'],
});

@Guarded('id', 'event', 'person', 'role', 'status', 'participantId', 'reference')
@ObjectType('Attendance', { description: 'Somebody on the list of an event.' })
export class AttendanceType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => EventType, { description: 'Of which event.' }) event: EventType;
  @Field(() => PersonType, { description: 'Who it is.' }) person: PersonType;
  @Field(() => ParticipantRoleEnum, { description: 'As what they come.' }) role: ParticipantRole;
  @Field(() => AttendanceStatusEnum, { description: 'Whether they came.' }) status: AttendanceStatus;
}

@InputType({ description: 'Whether somebody came to an event.' })
export class AttendanceInput {
  @Field(() => ID, { description: 'Id of the person.' }) personId: string;
  @Field(() => ParticipantRoleEnum, {
    description: 'As what they come; of somebody who is on the list already it stays what it is.',
  })
  role: ParticipantRole;
  @Field(() => AttendanceStatusEnum, { nullable: true, description: 'Null takes them off the list.' })
  status?: AttendanceStatus | null;
}
