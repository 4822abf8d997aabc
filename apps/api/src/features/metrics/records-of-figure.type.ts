import type { CriterionValue } from '@tandem/metrics/criterion';
import { COHORT_DAYS } from '@tandem/metrics/definition';
import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';

const RECORDS_OF_FIGURES = ['DUOS', 'ANSWERS'] as const;
export type RecordsOfFigure = (typeof RECORDS_OF_FIGURES)[number];
export const RecordsOfFigureEnum = enumOf('RecordsOfFigure', RECORDS_OF_FIGURES, 'What a figure opens to.', {
  DUOS: 'To duos, each once.',
  ANSWERS: 'To answers: a duo may have two of them, of both its people.',
});
const CriterionKindEnum = enumOf('CriterionKind', ['DAY', 'NUMBER', 'CODE'] as const, 'What a value is.', {
  DAY: 'A day of the calendar.',
  NUMBER: 'A number, with a point before its decimals.',
  CODE: 'A code of a closed list.',
});

export const CohortDayEnum = enumOf(
  'CohortDay',
  COHORT_DAYS,
  'Which day places whom a figure is about in a period.',
  {
    START: 'The first day of the duo.',
    CLOSURE: 'The day on which the duo ended.',
    ANCHOR: 'The day from which exits are sought: one of the two before.',
    FIRST_JOB: 'The day on which the mentee of the duo first had a job.',
    MEETING: 'The day of a meeting.',
    INFO_SESSION: 'The day of the info session of the mentee or mentor.',
    FIRST_DUO: 'The first day of the first duo of the mentee or mentor.',
    FIRST_CLOSURE: 'The day on which the first duo of the mentor ended.',
    EVENT: 'The day of the event.',
  },
);
const FIGURE_STANDINGS = ['COUNTED', 'NOT_COUNTED', 'UNKNOWN', 'NOT_YET'] as const;
export type FigureStanding = (typeof FIGURE_STANDINGS)[number];
export const FigureStandingEnum = enumOf(
  'FigureStanding',
  FIGURE_STANDINGS,
  'How a record stands to a figure.',
  {
    COUNTED: 'The numerator counts it.',
    NOT_COUNTED: 'It is known that it does not count.',
    UNKNOWN: 'It is not known whether it counts: nothing is recorded of what is asked, or not late enough.',
    NOT_YET: 'Its window is not over, and it does not count so far.',
  },
);

@ObjectType('Criterion', { description: 'A value of records on which it rests whether they count.' })
export class CriterionType {
  @Field(() => String, { description: 'Its name for people, in the language of the request.' }) name: string;
  @Field(() => CriterionKindEnum, { description: 'What it is.' }) is: CriterionValue['is'];
  @Field(() => String, { nullable: true, description: 'Of a code: the list that it is of.' })
  list: string | null;
}
