import {
  VARIABLE_KINDS,
  VARIABLE_ROLES,
  type VariableKind,
  type VariableRole,
} from '@tandem/metrics/research/variable';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';

const VariableKindEnum = enumOf('VariableKind', VARIABLE_KINDS, 'What a value of a variable is.', {
  PSEUDONYM: '32 hexadecimal digits: the same for the same record in one data set, others in each.',
  LIST: 'Several codes.',
  MONTH: 'YYYY-MM.',
  DAYS: 'A number of days.',
  MONTHS: 'A number of months.',
  NUMBER: 'With a decimal point.',
});
const VariableRoleEnum = enumOf('VariableRole', VARIABLE_ROLES, 'What a variable may tell of somebody.', {
  PSEUDONYM: 'Which rows are of the same person.',
  IDENTIFYING: 'What others may know of somebody, so that a rare combination names them.',
  SENSITIVE: 'What nobody may be told of somebody.',
  OUTCOME: 'What became of the mentee, and what both answered.',
  PLAIN: 'How the duo went.',
});

@ObjectType('ResearchVariable', { description: 'A column that a data set for research may have.' })
export class ResearchVariableType {
  @Field(() => ID, { description: 'Its name in the file, the same in all data sets.' }) name: string;
  @Field(() => String, { description: 'What it says, in the language of the request.' }) label: string;
  @Field(() => VariableKindEnum, { description: 'What its values are.' }) kind: VariableKind;
  @Field(() => VariableRoleEnum, { description: 'What it may tell.' }) role: VariableRole;
  @Field(() => Boolean, { description: 'Whether it is chosen where nothing else is.' }) byDefault: boolean;
}

@InputType({ description: 'Which data set for research is meant.' })
export class ResearchChoiceInput {
  @Field(() => [ID], { description: 'Names of variables.' }) columns: string[];
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: "What was so by this day, by what is recorded today; the programme's day by default.",
  })
  asOf?: string | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Of duos that began in it; all time by default.' })
  period?: PeriodInput | null;
  @Field(() => [ID], { nullable: true, description: 'Of these branches; of all by default.' })
  branch?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'How few mentees, and how few mentors, may share a combination of identifying values, 1 to 20; 5 by default. 1 withholds nothing.',
  })
  smallestGroup?: number | null;
}

@ObjectType('WithheldColumn', {
  description:
    'How much would be withheld of a column: an identifying one, or a pseudonym that goes with it.',
})
export class WithheldColumnType {
  @Field(() => ID, { description: 'Name of the variable.' }) name: string;
  @Field(() => Int, { description: 'In how many rows.' }) rows: number;
}

@ObjectType('ResearchPreview', { description: 'What a data set for research would hold.' })
export class ResearchPreviewType {
  @Field(() => CalendarDayScalar, { description: 'By which day it is so.' }) asOf: string;
  @Field(() => Int, { description: 'How many duos.' }) rows: number;
  @Field(() => Int, {
    description: 'Duos that are left out since the purpose rests on consent and the mentee gave none.',
  })
  leftOut: number;
  @Field(() => Int, {
    description: 'Of those left out, the duos whose mentee consented to a former version of the purpose.',
  })
  agreedBefore: number;
  @Field(() => Int, { description: 'Rows without what is the mentor’s, who gave no consent.' })
  withoutMentor: number;
  @Field(() => Int, {
    description: 'Rows whose combination of identifying values is of one mentee or of one mentor.',
  })
  alone: number;
  @Field(() => Int, {
    description:
      'Rows, those alone included, whose combination fewer mentees or fewer mentors share than may.',
  })
  fewer: number;
  @Field(() => [WithheldColumnType], {
    nullable: true,
    description:
      'What would be withheld, in the order of withholding; null where it is refused, since all mentees or all mentors are too few.',
  })
  withheld: WithheldColumnType[] | null;
}
