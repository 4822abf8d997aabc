import type { CostNature } from '@tandem/domain/vocabulary';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { CostNatureEnum } from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';

/** What of an allocation is asked about: what is borne in a period by a branch, by a grant or by none. */
@ArgsType()
export class BorneByArgs {
  @Field(() => PeriodInput) period: PeriodInput;
  @Field(() => ID, { nullable: true, description: 'Borne in this branch; in all by default.' })
  branchId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Borne by this grant; by all by default.' })
  grantId?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Only what no grant pays.' }) noGrant: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Which version of the rule; the one in force by default.',
  })
  ruleVersion?: number | null;
}

/** What of an allocation is traced to its lines. */
@ArgsType()
export class TraceArgs extends BorneByArgs {
  @Field(() => CostNatureEnum, { nullable: true, description: 'Lines of this nature; of all by default.' })
  nature?: CostNature | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Lines about the months or years of the period, whenever they were booked, instead of those that are booked in it: what was spent for it. By a rule that allocates the period that is asked for both are the same.',
  })
  about: boolean;
}

/** The same as the domain names it: no grant is null, and any of them undefined. */
export function bearerOf({ branchId, grantId, noGrant }: BorneByArgs) {
  return { branchId: branchId ?? undefined, grantId: noGrant ? null : (grantId ?? undefined) };
}
