import { euros } from '@tandem/domain/money';
import { inKindRateInput } from '@tandem/domain/money-inputs';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { newId } from '../../database/new-id.ts';
import { Requires } from '../../graphql/authorisation.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { answering, parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { InKindRateEntity } from './in-kind-rate.entity.ts';
import { InKindRateInput, InKindRateResult, InKindRateType, InKindType } from './in-kind.type.ts';

@Resolver()
export class InKindResolver {
  @Requires('SEE_MONEY')
  @Query(() => [InKindRateType], { description: 'All rates, the latest first.' })
  inKindRates(@Ctx() { db }: Context) {
    return db.getRepository(InKindRateEntity).find({ order: { fromDay: 'DESC' }, take: 200 });
  }

  @Requires('SEE_MONEY')
  @Query(() => InKindType, { description: 'What is given in kind, in all or in a period.' })
  async inKind(
    @Arg('period', () => PeriodInput, { nullable: true }) period: PeriodInput | undefined,
    @Ctx() { db, today }: Context,
  ): Promise<InKindType> {
    const [sums]: (Omit<InKindType, 'value' | 'coveredValue'> & { cents: number; coveredCents: number })[] =
      await db.query(
        `select coalesce(sum(cents) filter (where not covered), 0)::bigint as cents,
         coalesce(sum(cents) filter (where covered), 0)::bigint as "coveredCents",
         coalesce(sum(minutes) filter (where not covered and cents is not null), 0)::integer as "valuedMinutes",
         coalesce(sum(minutes) filter (where covered), 0)::integer as "coveredMinutes",
         coalesce(sum(minutes) filter (where not covered and cents is null), 0)::integer as "unratedMinutes"
       from valued_hours
       where worked_on <= $1 and ($2::date is null or (worked_on >= $2 and worked_on < $3::date))`,
        [today, period?.from ?? null, period?.to ?? null],
      );
    const {
      cents = 0,
      coveredCents = 0,
      valuedMinutes = 0,
      coveredMinutes = 0,
      unratedMinutes = 0,
    } = sums ?? {};
    return {
      value: euros(cents),
      coveredValue: euros(coveredCents),
      valuedMinutes,
      coveredMinutes,
      unratedMinutes,
    };
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => InKindRateResult, {
    description:
      'Sets the rate from a day on; one that is set is never changed, a later one takes its place.',
  })
  setInKindRate(@Arg('input', () => InKindRateInput) input: InKindRateInput, @Ctx() context: Context) {
    return answering(() => setInKindRate(context, input));
  }
}

function setInKindRate(context: Context, raw: InKindRateInput): Promise<InKindRateEntity> {
  const input = parseInput(inKindRateInput, raw);
  return context.db.transaction(async (tx) => {
    const rate = { id: newId(), ...input, madeAt: context.now, madeBy: viewerOf(context).name };
    await tx.insert(InKindRateEntity, rate).catch((error: unknown) => {
      if ((error as { constraint?: string }).constraint !== 'in_kind_rate_from_day_key') throw error;
      throw new Refused({ code: 'RATE_EXISTS', field: 'fromDay' });
    });
    await recordChange(tx, context, {
      action: 'setInKindRate',
      recordKind: 'inKindRate',
      recordId: rate.id,
      subjectId: rate.id,
      after: input,
    });
    return rate;
  });
}
