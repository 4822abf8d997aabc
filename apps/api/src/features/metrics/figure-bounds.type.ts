import { CAUTIONS, type Caution, type FigureBounds } from '@tandem/metrics/figure-bounds';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';

export const CautionEnum = enumOf(
  'Caution',
  CAUTIONS,
  'How a rate is to be read of which much is not known.',
  {
    NOBODY_FOLLOWED: 'Of those without an exit nobody was heard of at the end of the window or later.',
    HARDLY_FOLLOWED: 'Of those without an exit fewer than one in twenty were.',
    MANY_UNKNOWN: 'Of more than one in five it is not known, and the rate is about the others alone.',
  },
);

@ObjectType('FigureBounds', {
  description: 'Within what a rate lies whatever became of those of whom it is not known.',
})
export class FigureBoundsType implements FigureBounds {
  @Field(() => Float, { description: 'If none of them counted.' }) worst: number;
  @Field(() => Float, { description: 'If all of them counted.' }) best: number;
  @Field(() => CautionEnum, {
    nullable: true,
    description: 'How the rate itself is to be read; null where the bounds say enough.',
  })
  caution: Caution | null;
}

@ObjectType('FigureSpread', {
  description: 'How a net social return is spread: its uncertain numbers were drawn all at once, many times.',
})
export class FigureSpreadType {
  @Field(() => Float, { description: 'A twentieth of the draws lies below it.' }) lower: number;
  @Field(() => Float, { description: 'A twentieth of the draws lies above it.' }) upper: number;
  @Field(() => Int, { description: 'How many draws.' }) draws: number;
}
