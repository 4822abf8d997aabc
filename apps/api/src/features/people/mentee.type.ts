import type {
  EducationLevel,
  Gender,
  MenteeStage,
  Referral,
  ResidenceGround,
} from '@tandem/domain/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded, Requires } from '../../graphql/authorisation.ts';
import { connectionTypes } from '../../graphql/connection.ts';
import {
  EducationLevelEnum,
  enumOf,
  GenderEnum,
  MenteeStageEnum,
  ReferralEnum,
  ResidenceGroundEnum,
  SortDirectionEnum,
} from '../../graphql/enums.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { BranchType } from './branch.type.ts';
import { MenteeEntity } from './mentee.entity.ts';
import { PersonType } from './person.type.ts';

declareNeeds(MenteeEntity, { stages: ['personId'], attendances: ['personId'] });

@Guarded(
  'id',
  'reference',
  'person',
  'branch',
  'educationLevel',
  'monthsOutOfWork',
  'referral',
  'stage',
  'stages',
  'duos',
)
@ObjectType('Mentee', { description: 'A young person whom the programme accompanies.' })
export class MenteeType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: "The operator's own reference." }) reference: string;
  @Field(() => PersonType, { description: 'Who it is.' }) person: PersonType;
  @Field(() => BranchType, { description: 'Where they came in.' }) branch: BranchType;
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Highest recognised diploma.' })
  educationLevel: EducationLevel | null;
  @Requires('SEE_RESIDENCE')
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2 code.' })
  nationality: string | null;
  @Requires('SEE_RESIDENCE')
  @Field(() => ResidenceGroundEnum, {
    nullable: true,
    description: 'Ground of residence, where one is needed.',
  })
  residenceGround: ResidenceGround | null;
  @Field(() => Int, { nullable: true, description: 'Months without work at registration.' }) monthsOutOfWork:
    | number
    | null;
  @Field(() => ReferralEnum, { nullable: true, description: 'Who sent them.' }) referral: Referral | null;
}

@InputType({ description: 'Keeps the mentees for which all of this holds.' })
export class MenteeFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name, an e-mail address or a reference.' })
  search?: string;
  @Field(() => [ID], { nullable: true, description: 'In one of these branches.' }) branch?: string[];
  @Field(() => [MenteeStageEnum], { nullable: true, description: 'Whose latest step is one of these.' })
  stage?: MenteeStage[];
  @Field(() => [GenderEnum], { nullable: true, description: 'Of one of these genders.' }) gender?: Gender[];
  @Field(() => [EducationLevelEnum], { nullable: true, description: 'With one of these levels.' })
  educationLevel?: EducationLevel[];
}

export const MenteeSortField = enumOf(
  'MenteeSortField',
  ['NAME', 'REFERENCE', 'BRANCH', 'INFO_SESSION'] as const,
  'What mentees are sorted by.',
);

@InputType({ description: 'How mentees are sorted.' })
export class MenteeSort {
  @Field(() => MenteeSortField, { description: 'By what.' }) field: keyof typeof MenteeSortField;
  @Field(() => SortDirectionEnum, { description: 'Which way.' }) direction: 'ASC' | 'DESC';
}

export const { ConnectionType: MenteeConnection } = connectionTypes('Mentee', () => MenteeType);
