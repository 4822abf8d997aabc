import { poolCost } from '@tandem/domain/duo-allocation';
import { availableIn, type FundingGrant } from '@tandem/domain/fund-flows';
import { isInKind, WHOLE_SHARE } from '@tandem/domain/funding';
import { euros } from '@tandem/domain/money';
import type { Period } from '@tandem/domain/period';
import type { Context } from '../../graphql/context.ts';
import { groupBy } from '../../graphql/loader.ts';
import { allocateDuos } from './allocate-duos.ts';
import { allocatePeriod, duosOf } from './allocate-period.ts';
import { DAYS_A_MONTH } from './allocation.queries.ts';
import { byNature } from './duo-cost.ts';
import type { AllocatedDuosType, AllocatedDuoType, FunderCostType } from './duo-cost.type.ts';

/** The most duos that a list shows. */
const MOST_DUOS = 1000;

/** Among which duos the cost of a branch, of a grant or of both is split; `grantId` null for what no grant pays. */
export async function allocatedDuos(
  context: Context,
  period: Period,
  version: number | undefined,
  of: { readonly branchId?: string | undefined; readonly grantId?: string | null | undefined },
): Promise<AllocatedDuosType | null> {
  const allocated = await allocatePeriod(context, period, version);
  if (allocated === undefined) return null;
  const { parts } = await allocateDuos(
    context,
    allocated,
    ({ branchId, grantId }) =>
      (of.branchId === undefined || branchId === of.branchId) &&
      (of.grantId === undefined || grantId === of.grantId),
  );
  const byDuo = [...groupBy(parts, ({ duoId }) => duoId ?? '')].map(([id, own]) => ({
    id,
    ...byNature(own),
  }));
  const bearing = byDuo
    .filter(({ id }) => id !== '')
    .toSorted((a, b) => b.cents - a.cents || a.id.localeCompare(b.id));
  const shown = bearing.slice(0, MOST_DUOS);
  const rows: Pick<AllocatedDuoType, 'id' | 'reference' | 'startedOn' | 'closedOn'>[] =
    await context.db.query(
      'select id, reference, started_on as "startedOn", closed_on as "closedOn" from duo where id = any ($1)',
      [shown.map(({ id }) => id)],
    );
  const known = new Map(rows.map((row) => [row.id, row]));
  return {
    total: euros(byNature(parts).cents),
    withoutDuo: euros(byDuo.find(({ id }) => id === '')?.cents ?? 0),
    duoCount: bearing.length,
    duos: shown.flatMap((duo) => {
      const row = known.get(duo.id);
      return row === undefined ? [] : [{ ...row, ...duo }];
    }),
  };
}

/** What each funder's shares of duos bore of the cost of a period, beside what its grants had for it; null where there is no such version. */
export async function costByFunder(
  context: Context,
  period: Period,
  version: number | undefined,
): Promise<FunderCostType[] | null> {
  const allocated = await allocatePeriod(context, period, version);
  if (allocated === undefined) return null;
  const grants: (FundingGrant & { readonly funderName: string; readonly counts: boolean })[] =
    await context.db.query(
      `select funding_grant.id, partner_id as "funderId", partner.name as "funderName", funding_grant.kind, starts_on as "startsOn",
         ends_before as "endsBefore", amount_cents as "amountCents", counts
       from funding_grant join partner on partner.id = partner_id order by partner.name, funding_grant.reference`,
    );
  const funderOf = new Map(grants.map(({ id, funderId }) => [id, funderId]));
  const funderIn = ({ grantId }: { readonly grantId: string | null }) =>
    grantId === null ? '' : (funderOf.get(grantId) ?? '');
  const cost = groupBy(await poolCost(allocated.lines, allocated.parts), funderIn);
  const groups = groupBy(await duosOf(context, allocated), funderIn);
  const given = groupBy(
    grants.filter(({ counts, kind }) => counts && !isInKind(kind)),
    ({ funderId }) => funderId,
  );
  const funders = new Map(grants.map(({ funderId, funderName }) => [funderId, funderName]));
  return [...funders, ['', null] as const]
    .map(([funderId, funderName]): FunderCostType => {
      const weigh = (of: 'started' | 'activeDays') =>
        Number((groups.get(funderId) ?? []).reduce((sum, group) => sum + group[of], 0n)) / WHOLE_SHARE;
      return {
        funderId: funderId === '' ? null : funderId,
        funderName,
        availableCents: (given.get(funderId) ?? []).reduce(
          (sum, grant) => sum + availableIn(grant, period),
          0,
        ),
        startedDuos: weigh('started'),
        activeDuoMonths: weigh('activeDays') / DAYS_A_MONTH,
        ...byNature(cost.get(funderId) ?? []),
      };
    })
    .filter(
      ({ availableCents, activeDuoMonths, cents }) =>
        availableCents !== 0 || activeDuoMonths !== 0 || cents !== 0,
    )
    .toSorted((a, b) => Number(a.funderId === null) - Number(b.funderId === null) || b.cents - a.cents);
}
