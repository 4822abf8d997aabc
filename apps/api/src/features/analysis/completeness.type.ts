import { Field, Float, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { COMPLETED_FIELDS, type CompletedField } from './completeness.sql.ts';

const CompletedFieldEnum = enumOf(
  'CompletedField',
  COMPLETED_FIELDS,
  'Something that records may say or leave open.',
  {
    DUO_MEETING: 'Whether a duo that is a month old or more has a meeting.',
    DUO_SITUATION: 'Whether of a duo whose first year is over anything is known within it.',
    DUO_MENTEE_EVALUATION: 'Whether the mentee of a closed duo answered the evaluation.',
    DUO_MENTOR_EVALUATION: 'Whether the mentor of a closed duo answered the evaluation.',
    DUO_GRANT: 'Whether a grant pays the duo.',
  },
);

@ObjectType('FieldCompletenessOfBranch', { description: 'How many records of a branch say something.' })
export class FieldCompletenessOfBranchType {
  @Field(() => String, { description: 'Id of the branch.' }) key: string;
  @Field(() => String, { description: 'Its name.' }) label: string;
  @Field(() => Int, { description: 'How many records say it.' }) filled: number;
  @Field(() => Int, { description: 'How many records there are.' }) records: number;
}

@ObjectType('FieldCompleteness', {
  description: 'How many records say something; those of erased people are left out.',
})
export class FieldCompletenessType {
  @Field(() => CompletedFieldEnum, { description: 'What they may say.' }) field: CompletedField;
  @Field(() => Int, { description: 'How many records say it.' }) filled: number;
  @Field(() => Int, { description: 'How many records there are.' }) records: number;
  @Field(() => Float, {
    nullable: true,
    description: 'The one over the other; null where there is no record.',
  })
  share: number | null;
  @Field(() => [FieldCompletenessOfBranchType], { description: 'By branch, in the order of their names.' })
  branches: FieldCompletenessOfBranchType[];
}
