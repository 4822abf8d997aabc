import type { ContractType, EvidenceSource, Situation } from '@tandem/domain/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../../graphql/authorisation.ts';
import { ContractTypeEnum, EvidenceSourceEnum, SituationEnum } from '../../graphql/enums.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';

@Guarded(
  'id',
  'version',
  'observedOn',
  'recordedOn',
  'situation',
  'contractType',
  'months',
  'evidence',
  'positive',
  'stable',
)
@ObjectType('Outcome', { description: 'A situation found for the mentee of a duo.' })
export class OutcomeType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => Int, { description: 'Goes up with every change; a change names the one that it is based on.' })
  version: number;
  @Field(() => CalendarDayScalar, { description: 'The day from which it is known to hold.' })
  observedOn: string;
  @Field(() => CalendarDayScalar, {
    description: 'The day on which it was written down, here or where it comes from.',
  })
  recordedOn: string;
  @Field(() => SituationEnum, { description: 'What it is.' }) situation: Situation;
  @Field(() => ContractTypeEnum, { nullable: true, description: 'Of a job.' })
  contractType: ContractType | null;
  @Field(() => Int, { nullable: true, description: 'Agreed length in months.' }) months: number | null;
  @Field(() => EvidenceSourceEnum, { description: 'From where it is known.' }) evidence: EvidenceSource;
}

@InputType({ description: 'A situation to record.' })
export class OutcomeInput {
  @Field(() => CalendarDayScalar, { description: "Not before the duo's start, not after today." })
  observedOn: string;
  @Field(() => SituationEnum, { description: 'What it is.' }) situation: Situation;
  @Field(() => ContractTypeEnum, { nullable: true, description: 'Needed for a job, and only there.' })
  contractType?: ContractType | null;
  @Field(() => Int, { nullable: true, description: 'Agreed length in months, 1 to 120.' }) months?:
    | number
    | null;
  @Field(() => EvidenceSourceEnum, { description: 'From where it is known.' }) evidence: EvidenceSource;
}

export const OutcomeResult = resultOf('Outcome', () => OutcomeType);
