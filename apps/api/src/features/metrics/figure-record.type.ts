import type { ClosureReason, EducationLevel, Gender } from '@tandem/domain/vocabulary';
import { Field, ID, ObjectType } from 'type-graphql';
import { Guarded, Requires } from '../../graphql/authorisation.ts';
import { connectionTypes } from '../../graphql/connection.ts';
import { ClosureReasonEnum, EducationLevelEnum, GenderEnum } from '../../graphql/enums.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { FigureStandingEnum, type FigureStanding } from './records-of-figure.type.ts';
import { DuoType } from '../duos/duo.type.ts';
import { BranchType } from '../people/branch.type.ts';

@Guarded(
  'key',
  'pseudonym',
  'standing',
  'cohortDay',
  'criterion',
  'branch',
  'startedOn',
  'closedOn',
  'closureReason',
  'gender',
  'educationLevel',
)
@ObjectType('FigureRecord', { description: 'A duo, or an answer of one, of which a figure is made.' })
export class FigureRecordType {
  @Field(() => ID, { description: 'A name of the record that says nothing of it.' }) key: string;
  @Field(() => ID, {
    description: 'A name that says nothing of the duo, and is the same wherever it counts.',
  })
  pseudonym: string;
  @Field(() => FigureStandingEnum, { description: 'Whether it counts, or why that is not known.' })
  standing: FigureStanding;
  @Field(() => CalendarDayScalar, { description: 'The day that places it in a period.' }) cohortDay: string;
  @Field(() => [String], {
    nullable: 'items',
    description:
      'On what that rests, in the order of the criterion of the definition; null where nothing is recorded.',
  })
  criterion: (string | null)[];
  @Field(() => BranchType, { description: 'Where it is run.' }) branch: BranchType;
  @Field(() => CalendarDayScalar, { description: 'First day.' }) startedOn: string;
  @Field(() => CalendarDayScalar, { nullable: true, description: 'Last day; null while it goes on.' })
  closedOn: string | null;
  @Field(() => ClosureReasonEnum, { nullable: true, description: 'Why it ended.' })
  closureReason: ClosureReason | null;
  @Field(() => GenderEnum, { nullable: true, description: 'Of the mentee.' }) gender: Gender | null;
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Of the mentee.' })
  educationLevel: EducationLevel | null;
  @Requires('SEE_DUOS')
  @Field(() => DuoType, { nullable: true, description: 'The duo, for who may see duos.' })
  duo: DuoType | null;
}

export const { ConnectionType: FigureRecordConnection } = connectionTypes(
  'FigureRecord',
  () => FigureRecordType,
);
