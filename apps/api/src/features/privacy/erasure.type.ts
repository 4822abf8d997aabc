import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { Guarded, Requires } from '../../graphql/authorisation.ts';
import { resultOf } from '../../graphql/refusal.type.ts';

@ObjectType('ErasureReport', {
  description:
    'What an erasure takes away beside name, address and day of birth; and what stays for figures.',
})
class ErasureReportType {
  @Field(() => ID, { description: 'Of whom.' }) personId: string;
  @Field(() => Int, { description: 'Notes of meetings that go.' }) notes: number;
  @Field(() => Int, { description: 'Hours whose words go; the hours stay.' }) hours: number;
  @Field(() => Int, { description: "Texts of other people's records that name the person, and go." })
  mentions: number;
  @Field(() => Int, { description: 'Consents that go.' }) consents: number;
  @Field(() => Int, { description: 'Entries of the trail that are emptied.' }) entries: number;
  @Field(() => Int, { description: 'Duos that stay.' }) duos: number;
  @Field(() => Int, { description: 'Meetings that stay, without notes.' }) meetings: number;
  @Field(() => Int, { description: 'Situations found that stay.' }) situations: number;
  @Field(() => Int, { description: 'Evaluations that stay, as scores.' }) answers: number;
  @Field(() => Int, { description: 'Attendances of events that stay.' }) attendances: number;
}

@Guarded('id', 'personId', 'menteeId', 'mentorId', 'at')
@ObjectType('Erasure', { description: 'That somebody was erased, without who it was.' })
export class ErasureType {
  @Field(() => ID, { description: 'UUID of the entry in the trail.' }) id: string;
  @Field(() => ID, { description: 'Of whom figures are left.' }) personId: string;
  @Field(() => ID, { nullable: true, description: 'The record as a mentee.' }) menteeId: string | null;
  @Field(() => ID, { nullable: true, description: 'The record as a mentor.' }) mentorId: string | null;
  @Field(() => GraphQLISODateTime, { description: 'When.' }) at: Date;
  @Requires('MANAGE_PRIVACY')
  @Field(() => String, { description: 'By whom.' })
  by: string;
  @Requires('MANAGE_PRIVACY')
  @Field(() => String, { description: 'Why.' })
  reason: string;
  @Requires('MANAGE_PRIVACY')
  @Field(() => Int, { description: 'Entries of the trail that were emptied.' })
  entries: number;
}

export const ErasureReportResult = resultOf('ErasureReport', () => ErasureReportType);
