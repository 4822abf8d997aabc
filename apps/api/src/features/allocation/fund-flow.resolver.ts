import { fundFlows, type BorneCost, type FlowNode, type FundingGrant } from '@tandem/domain/fund-flows';
import { euros } from '@tandem/domain/money';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { allocatePeriod } from './allocate-period.ts';
import { FundFlowsType, FundsOfYearType, type FlowNodeType } from './fund-flow.type.ts';

@Resolver()
export class FundFlowResolver {
  @Requires('SEE_MONEY')
  @Query(() => FundFlowsType, { description: 'From funders to activities in a period.' })
  async fundFlows(
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() context: Context,
  ): Promise<FundFlowsType> {
    const costs = await borneCosts(context, period);
    const bearing = costs.flatMap(({ grantId }) => grantId ?? []);
    const grants = await readGrants(context, period, bearing);
    const before = grants.some(({ endsBefore }) => endsBefore <= period.from)
      ? Map.groupBy(await borneCosts(context, { from: LONG_AGO, to: period.from }), ({ grantId }) => grantId)
      : undefined;
    const funding = grants.map((grant): FundingGrant => {
      const bore = before?.get(grant.id) ?? [];
      return { ...grant, boreBeforeCents: bore.reduce((sum, { cents }) => sum + cents, 0) };
    });
    const flows = fundFlows(funding, costs, period);
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

/** Before any line was booked. */
const LONG_AGO = '1900-01-01';

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

/** What each grant bears of each category, by the rule in force. */
async function borneCosts(context: Context, period: PeriodInput): Promise<BorneCost[]> {
  const allocated = await allocatePeriod(context, period);
  if (allocated === undefined) return [];
  const categories = new Map(allocated.lines.map(({ id, category }) => [id, category]));
  const borne = new Map<string, BorneCost>();
  for (const { lineId, grantId, cents } of allocated.parts) {
    const category = categories.get(lineId);
    if (category === undefined) continue;
    const key = `${grantId} ${category}`;
    borne.set(key, { grantId, category, cents: (borne.get(key)?.cents ?? 0) + cents });
  }
  return [...borne.values()];
}
