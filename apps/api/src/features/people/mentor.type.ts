import type { Gender, MentorStage, Sector, WorkStatus } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Guarded } from '../../graphql/authorisation.ts';
import { connectionTypes } from '../../graphql/connection.ts';
import {
  enumOf,
  GenderEnum,
  MentorStageEnum,
  SectorEnum,
  SortDirectionEnum,
  WorkStatusEnum,
} from '../../graphql/enums.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { BranchType } from './branch.type.ts';
import { MentorEntity } from './mentor.entity.ts';
import { PersonType } from './person.type.ts';

declareNeeds(MentorEntity, { stages: ['personId'], attendances: ['personId'] });

@Guarded(
  'id',
  'reference',
  'person',
  'branch',
  'sector',
  'workStatus',
  'stage',
  'available',
  'stages',
  'duos',
)
@ObjectType('Mentor', { description: 'A person over 50 who accompanies mentees.' })
export class MentorType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: "The operator's own reference." }) reference: string;
  @Field(() => PersonType, { description: 'Who it is.' }) person: PersonType;
  @Field(() => BranchType, { description: 'Where they came in.' }) branch: BranchType;
  @Field(() => SectorEnum, { nullable: true, description: 'Line of work.' }) sector: Sector | null;
  @Field(() => WorkStatusEnum, { nullable: true, description: 'Working or retired.' })
  workStatus: WorkStatus | null;
}

@InputType({ description: 'Keeps the mentors for which all of this holds.' })
export class MentorFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name, an e-mail address or a reference.' })
  search?: string;
  @Field(() => [ID], { nullable: true, description: 'In one of these branches.' }) branch?: string[];
  @Field(() => [MentorStageEnum], { nullable: true, description: 'Whose latest step is one of these.' })
  stage?: MentorStage[];
  @Field(() => [GenderEnum], { nullable: true, description: 'Of one of these genders.' }) gender?: Gender[];
  @Field(() => [SectorEnum], { nullable: true, description: 'From one of these lines of work.' })
  sector?: Sector[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'Trained and without an active duo (or the reverse).',
  })
  available?: boolean;
}

export const MentorSortField = enumOf(
  'MentorSortField',
  ['NAME', 'REFERENCE', 'BRANCH', 'INFO_SESSION'] as const,
  'What mentors are sorted by.',
);

@InputType({ description: 'How mentors are sorted.' })
export class MentorSort {
  @Field(() => MentorSortField, { description: 'By what.' }) field: keyof typeof MentorSortField;
  @Field(() => SortDirectionEnum, { description: 'Which way.' }) direction: 'ASC' | 'DESC';
}

export const { ConnectionType: MentorConnection } = connectionTypes('Mentor', () => MentorType);
