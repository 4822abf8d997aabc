import type { ClosureReason } from '@tandem/domain/vocabulary';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { ClosureReasonEnum } from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { RefusalType, resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { BranchType } from '../people/branch.type.ts';
import type { GrantEntity } from './grant.entity.ts';
import { GrantType } from './grant.type.ts';

@ObjectType('GrantDuo', {
  description: 'A duo as earmarking sees it: when it went on and where, not whom it is about.',
})
export class GrantDuoType {
  @Field(() => ID, { description: 'UUID of the duo.' }) id: string;
  /** The grant as which it is looked at. */
  grant: GrantEntity;
  @Field(() => String, { description: "The operator's own reference." }) reference: string;
  @Field(() => BranchType, { description: 'Where it is followed.' }) branch: BranchType;
  @Field(() => CalendarDayScalar, { description: 'First day.' }) startedOn: string;
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'Day of its closure; null while it goes on.',
  })
  closedOn: string | null;
  @Requires('SEE_DUOS')
  @Field(() => ClosureReasonEnum, {
    nullable: true,
    description: 'Why it ended; it may tell of the health of somebody.',
  })
  closureReason: ClosureReason | null;
  @Field(() => Boolean, { description: "Whether it began before the grant's period." })
  beginsBefore: boolean;
  @Field(() => Boolean, {
    description: "Whether it ended, or is planned to end, after the grant's period.",
  })
  goesOnAfter: boolean;
  @Field(() => Float, { description: 'What this grant pays of it, 0 to 1.' }) own: number;
  @Field(() => Float, { description: 'What other grants pay of it, 0 to 1.' }) taken: number;
}

@ObjectType('GrantDuoPage', { description: 'Duos that a grant pays or could pay.' })
export class GrantDuoPage {
  @Field(() => Int, { description: 'Of all that the filter keeps.' }) totalCount: number;
  @Field(() => [GrantDuoType], { description: 'The first of them, by start, the earliest first.' })
  duos: GrantDuoType[];
}

@InputType({ description: 'Keeps the duos for which all of this holds.' })
export class GrantDuoFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that the grant pays (true), or does not (false); all where it is left out.',
  })
  earmarked?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those of which a share is free.' })
  free?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Only those of the grant's period and branch." })
  fitting?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Those of which some of the course lies outside of the grant's period (true), or none (false); all where it is left out.",
  })
  beyondPeriod?: boolean | null;
  @Field(() => [ID], { nullable: true, description: 'Of one of these branches.' }) branch?: string[] | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Started in this period.' })
  started?: PeriodInput | null;
  @Field(() => String, { nullable: true, description: 'Part of the reference.' }) search?: string | null;
}

@InputType({ description: 'A share of a duo.' })
export class EarmarkInput {
  @Field(() => ID, { description: 'Which duo.' }) duoId: string;
  @Field(() => Float, { description: 'More than 0, at most 1.' }) share: number;
}

@ObjectType('EarmarkPreview', { description: 'Whether a share of a duo could be earmarked.' })
export class EarmarkPreviewType {
  @Field(() => ID, { description: 'Which duo.' }) duoId: string;
  @Field(() => RefusalType, { nullable: true, description: 'Why it could not; null where it could.' })
  refusal: RefusalType | null;
}

@ObjectType('EarmarkChange', { description: 'Earmarks were written.' })
class EarmarkChangeType {
  @Field(() => GrantType, { description: 'The grant.' }) grant: GrantType;
  @Field(() => [ID], { description: 'The duos, in the order of the request.' }) duoIds: string[];
}

export const EarmarkChangeResult = resultOf('EarmarkChange', () => EarmarkChangeType);
