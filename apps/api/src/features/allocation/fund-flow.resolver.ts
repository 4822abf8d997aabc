import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import { fundFlows, type BorneCost, type FlowNode, type FundingGrant } from '@tandem/domain/fund-flows';
import { euros } from '@tandem/domain/money';
import type { AllocationSpan } from '@tandem/domain/vocabulary';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { allocatePeriod, type AllocatedPeriod } from './allocate-period.ts';
import { FundFlowsType, FundsOfYearType, type FlowNodeType } from './fund-flow.type.ts';
import { allocatedToGrant } from './grant-allocation.loader.ts';

@Resolver()
export class FundFlowResolver {
  @Requires('SEE_MONEY')
  @Query(() => FundFlowsType, { description: 'From funders to activities in a period.' })
  async fundFlows(
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() context: Context,
  ): Promise<FundFlowsType> {
    const allocated = await allocatePeriod(context, period);
    const costs = allocated === undefined ? [] : await borneCosts(allocated);
    const bearing = costs.flatMap(({ grantId }) => grantId ?? []);
    const grants = await readGrants(context, period, bearing);
    const funding = await Promise.all(
      grants.map(async (grant): Promise<FundingGrant> => ({
        ...grant,
        boreBeforeCents:
          allocated === undefined || grant.endsBefore > period.from
            ? 0
            : await boreBefore(context, grant, period.from, allocated.rule.span),
      })),
    );
    const flows = fundFlows(funding, costs, period, context.today);
    const names = new Map(grants.map(({ funderId, funderName }) => [funderId, funderName]));
    const named = ({ stage, key }: FlowNode): FlowNodeType => ({ stage, key, name: names.get(key) ?? null });
    const cents = flows.reduce((sum, { to, cents: part }) => sum + (to.stage === 'USE' ? part : 0), 0);
    return {
      total: euros(cents),
      flows: flows.map(({ from, to, cents: part }) => ({ from: named(from), to: named(to), cents: part })),
    };
  }

  @Requires('SEE_MONEY')
  @Query(() => [FundsOfYearType], {
    description: 'The fund structure over time: awarded grants by the year in which they begin and by kind.',
  })
  fundStructure(@Ctx() { db }: Context): Promise<FundsOfYearType[]> {
    return db.query(
      `select extract(year from starts_on)::integer as year, kind, sum(amount_cents)::bigint as cents
       from funding_grant where counts group by 1, 2 order by 1, 2`,
    );
  }
}

type KnownGrant = Omit<FundingGrant, 'boreBeforeCents'> & { readonly funderName: string };

/** The grants of a period, and those that were over when it began but bear something of what was booked in it. */
function readGrants(
  { db }: Context,
  { from, to }: PeriodInput,
  bearing: readonly string[],
): Promise<KnownGrant[]> {
  return db.query(
    `select funding_grant.id, partner_id as "funderId", partner.name as "funderName", funding_grant.kind, starts_on as "startsOn",
       ends_before as "endsBefore", amount_cents as "amountCents"
     from funding_grant join partner on partner.id = partner_id
     where counts and starts_on < $2 and (ends_before > $1 or funding_grant.id = any ($3))
     order by partner.name, funding_grant.reference`,
    [from, to, bearing],
  );
}

/**
 * What a grant that was over bore of lines that were booked before a day. By months or years that is of the lines about its own
 * time and of those that it bears alone. By the period that is asked for its duos also bear of lines that are booked once it is
 * over: it is taken as one period, from the beginning of the grant to that day.
 */
async function boreBefore(
  context: Context,
  { id, startsOn, endsBefore }: KnownGrant,
  day: CalendarDay,
  span: AllocationSpan,
): Promise<number> {
  const time = { id, from: startsOn, to: span === 'PERIOD' ? day : endsBefore };
  return (await allocatedToGrant(context, time, addDays(day, -1)))?.cents ?? 0;
}

/** What each grant bears of each category. */
async function borneCosts({ lines, parts }: AllocatedPeriod): Promise<BorneCost[]> {
  const categories = new Map(lines.map(({ id, category }) => [id, category]));
  const borne = new Map<string, BorneCost>();
  for await (const some of parts)
    for (const { lineId, grantId, cents } of some) {
      const category = categories.get(lineId);
      if (category === undefined) continue;
      const key = `${grantId} ${category}`;
      borne.set(key, { grantId, category, cents: (borne.get(key)?.cents ?? 0) + cents });
    }
  return [...borne.values()];
}
