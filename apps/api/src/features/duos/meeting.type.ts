import type { MeetingMode } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded, Requires } from '../../graphql/authorisation.ts';
import { MeetingModeEnum } from '../../graphql/enums.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';

@Guarded('id', 'version', 'heldOn', 'minutes', 'mode')
@ObjectType('Meeting', { description: 'A meeting of the two people of a duo.' })
export class MeetingType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => Int, { description: 'Goes up with every change; a change names the one that it is based on.' })
  version: number;
  @Field(() => CalendarDayScalar, { description: 'The day.' }) heldOn: string;
  @Field(() => Int, { description: 'Length in minutes.' }) minutes: number;
  @Field(() => MeetingModeEnum, { description: 'In person or remote.' }) mode: MeetingMode;
  @Requires('SEE_NOTES')
  @Field(() => String, { nullable: true, description: 'What was talked about; for staff who follow duos.' })
  note: string | null;
}

@InputType({ description: 'A meeting to log.' })
export class MeetingInput {
  @Field(() => CalendarDayScalar, { description: 'The day: in the duo, and not after today.' })
  heldOn: string;
  @Field(() => Int, { description: 'Length in minutes, 1 to 1440.' }) minutes: number;
  @Field(() => MeetingModeEnum, { description: 'In person or remote.' }) mode: MeetingMode;
  @Field(() => String, { nullable: true, description: 'At most 4000 characters.' }) note?: string | null;
}

export const MeetingResult = resultOf('Meeting', () => MeetingType);
