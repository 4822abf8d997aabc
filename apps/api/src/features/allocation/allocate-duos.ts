import {
  allocateToDuos,
  poolCost,
  type CostPool,
  type DuoInGroup,
  type DuoPart,
} from '@tandem/domain/duo-allocation';
import type { AllocationSpan } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import type { AllocatedPeriod } from './allocate-period.ts';
import { duoShares } from './duo-shares.sql.ts';

export interface AllocatedDuos {
  /** What the groups bear together, by nature of cost. */
  readonly pools: readonly CostPool[];
  /** The duos of these groups by id, with what they weigh. */
  readonly duos: readonly DuoInGroup[];
  readonly parts: readonly DuoPart[];
}

/** Splits what some groups of an allocated period bear among their duos. The duos of other groups are not read. */
export async function allocateDuos(
  context: Context,
  { rule, lines, weighed, parts }: AllocatedPeriod,
  keep: (group: Pick<CostPool, 'branchId' | 'grantId'>) => boolean,
): Promise<AllocatedDuos> {
  const pools = (await poolCost(lines, parts)).filter(keep);
  const groups = [...new Set(pools.map(ofGroup))];
  const branches = [...new Set(pools.map(({ branchId }) => branchId))];
  const rows: (Omit<DuoInGroup, 'started' | 'activeDays'> & { started: number; activeDays: number })[] =
    await context.db.query(duosOfGroups(rule.span), [weighed.from, weighed.to, branches, groups]);
  const duos = rows.map((row) => ({
    ...row,
    started: BigInt(row.started),
    activeDays: BigInt(row.activeDays),
  }));
  return { pools, duos, parts: allocateToDuos(pools, rule.basis, duos) };
}

const ofGroup = ({ branchId, grantId }: Pick<CostPool, 'branchId' | 'grantId'>) =>
  `${branchId} ${grantId ?? ''}`;

/** By id, so that the cents that are left go to the same duos whenever it is asked. */
const duosOfGroups = (rule: AllocationSpan) => `
select duo_id as "duoId", span, branch_id as "branchId", grant_id as "grantId", started, days as "activeDays"
from (${duoShares(rule)}) as shares where branch_id || ' ' || coalesce(grant_id::text, '') = any ($4) order by duo_id`;
