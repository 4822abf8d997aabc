import type { Engagement, VolunteerStatus } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../../graphql/authorisation.ts';
import { connectionTypes } from '../../graphql/connection.ts';
import { EngagementEnum, enumOf, SortDirectionEnum, VolunteerStatusEnum } from '../../graphql/enums.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { RefusalType, resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { PartnerType } from '../partners/partner.type.ts';
import { BranchType } from '../people/branch.type.ts';
import { PersonType } from '../people/person.type.ts';
import { VolunteerEntity } from './volunteer.entity.ts';

declareNeeds(VolunteerEntity, {
  consent: ['personId'],
  viewerCanLogHours: ['status'],
  viewerCanWithdraw: ['status'],
});

@Guarded(
  'id',
  'person',
  'partner',
  'branch',
  'engagement',
  'status',
  'availability',
  'plannedHours',
  'registeredOn',
  'version',
  'consent',
  'submittedMinutes',
  'approvedMinutes',
  'viewerCanLogHours',
  'viewerCanWithdraw',
)
@ObjectType('Volunteer', { description: 'An employee whom a company has registered.' })
export class VolunteerType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => PersonType, { description: 'Who it is.' }) person: PersonType;
  @Field(() => PartnerType, { description: 'Whose employee.' }) partner: PartnerType;
  @Field(() => BranchType, { description: 'Where they will help.' }) branch: BranchType;
  @Field(() => EngagementEnum, { description: 'What they will do.' }) engagement: Engagement;
  @Field(() => VolunteerStatusEnum, { description: 'Where they stand.' }) status: VolunteerStatus;
  @Field(() => String, { nullable: true, description: 'When they have time, in words.' }) availability:
    | string
    | null;
  @Field(() => Int, { nullable: true, description: 'Hours that the company plans to give.' }) plannedHours:
    | number
    | null;
  @Field(() => CalendarDayScalar, { description: 'When they were registered.' }) registeredOn: string;
  @Field(() => Int, { description: 'Send it back with a change.' }) version: number;
}

@InputType({ description: 'A person to register.' })
export class VolunteerInput {
  @Field(() => String, { description: 'Given name.' }) givenName: string;
  @Field(() => String, { description: 'Family name.' }) familyName: string;
  @Field(() => String, { description: 'E-mail address: it tells people apart.' }) email: string;
  @Field(() => EngagementEnum, { description: 'What they will do.' }) engagement: Engagement;
  @Field(() => ID, { description: 'Where they will help.' }) branchId: string;
  @Field(() => String, { nullable: true, description: 'When they have time, at most 300 characters.' })
  availability?: string | null;
  @Field(() => Int, { nullable: true, description: 'Hours planned, 0 to 2000.' }) plannedHours?:
    | number
    | null;
}

@InputType({ description: 'Keeps the volunteers for which all of this holds.' })
export class VolunteerFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name or an e-mail address.' }) search?:
    | string
    | null;
  @Field(() => [ID], { nullable: true, description: 'One of these.' }) id?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Of one of these partners.' }) partner?: string[] | null;
  @Field(() => [VolunteerStatusEnum], { nullable: true, description: 'With one of these statuses.' })
  status?: VolunteerStatus[] | null;
  @Field(() => [EngagementEnum], { nullable: true, description: 'Who will do one of these.' }) engagement?:
    | Engagement[]
    | null;
}

export const VolunteerSortField = enumOf(
  'VolunteerSortField',
  ['NAME', 'REGISTERED_ON', 'PARTNER'] as const,
  'What volunteers are sorted by.',
);

@InputType({ description: 'How volunteers are sorted.' })
export class VolunteerSort {
  @Field(() => VolunteerSortField, { description: 'By what.' }) field: keyof typeof VolunteerSortField;
  @Field(() => SortDirectionEnum, { description: 'Which way.' }) direction: 'ASC' | 'DESC';
}

@ObjectType('RegistrationRow', {
  description: 'What is wrong with a row of a registration; nothing, if the list is empty.',
})
export class RegistrationRowType {
  @Field(() => Int, { description: 'Its place in the list, from 0.' }) index: number;
  @Field(() => [RefusalType], { description: 'Every reason.' }) refusals: RefusalType[];
  @Field(() => VolunteerType, {
    nullable: true,
    description: 'Who is already registered under this address.',
  })
  existing: VolunteerType | null;
}

@ObjectType('RegistrationReport', { description: 'Either all rows were registered or none.' })
export class RegistrationReportType {
  @Field(() => [VolunteerType], {
    description: 'Who was registered; empty on a dry run, and where a row is wrong.',
  })
  registered: VolunteerType[];
  @Field(() => [RegistrationRowType], { description: 'One for each row, in order.' })
  rows: RegistrationRowType[];
}

export const { ConnectionType: VolunteerConnection } = connectionTypes('Volunteer', () => VolunteerType);
export const VolunteerResult = resultOf('Volunteer', () => VolunteerType);
