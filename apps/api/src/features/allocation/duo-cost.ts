import { weightBy } from '@tandem/domain/allocation';
import { groupKey, type CostPool, type DuoInGroup } from '@tandem/domain/duo-allocation';
import type { AllocationBasis } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import { groupBy } from '../../graphql/loader.ts';
import { allocateDuos } from './allocate-duos.ts';
import { allocatePeriod } from './allocate-period.ts';
import type { DuoCostPartType, DuoCostType } from './duo-cost.type.ts';

interface Course {
  readonly branchId: string;
  readonly firstYear: number;
  readonly lastYear: number;
}
interface Payer {
  readonly id: string | null;
  readonly reference: string | null;
}

/** What a duo cost by the rule in force, each calendar year of its course allocated by itself; null where there is none of this id. */
export async function costOfDuo(context: Context, duoId: string): Promise<DuoCostType | null> {
  const { db, today } = context;
  const [course]: Course[] = await db.query(
    `select branch_id as "branchId", extract(year from started_on)::integer as "firstYear",
       extract(year from least(coalesce(closed_on, $2::date), $2::date))::integer as "lastYear"
     from duo_fact where duo_id = $1`,
    [duoId, today],
  );
  if (course === undefined) return null;
  const grants: Payer[] = await db.query(
    `select funding_grant.id, reference from earmark join funding_grant on funding_grant.id = grant_id
     where duo_id = $1 order by reference`,
    [duoId],
  );
  // What no grant pays comes last.
  const payers: Payer[] = [...grants, { id: null, reference: null }];
  const groups = new Map(
    payers.map((payer) => [groupKey({ branchId: course.branchId, grantId: payer.id }), payer]),
  );
  const parts: DuoCostPartType[] = [];
  let ruleVersion: number | undefined;
  for (let year = course.firstYear; year <= course.lastYear; year += 1) {
    const allocated = await allocatePeriod(context, { from: `${year}-01-01`, to: `${year + 1}-01-01` });
    if (allocated === undefined) return null;
    ruleVersion = allocated.rule.version;
    const split = await allocateDuos(context, allocated, (group) => groups.has(groupKey(group)));
    const [pools, borne] = [groupBy(split.pools, groupKey), groupBy(split.parts, groupKey)];
    for (const [key, { id, reference }] of groups) {
      const own = borne.get(key)?.filter((part) => part.duoId === duoId) ?? [];
      if (own.length === 0) continue;
      parts.push({
        year,
        grantId: id,
        grantReference: reference,
        ...byNature(own),
        groupCents: byNature(pools.get(key) ?? []).cents,
        weight: weightOf(
          duoId,
          split.duos.filter((duo) => groupKey(duo) === key),
          allocated.rule.basis,
        ),
      });
    }
  }
  if (ruleVersion === undefined) return null;
  const sum = (of: (part: DuoCostPartType) => number) => ({
    cents: parts.reduce((total, part) => total + of(part), 0),
    currency: 'EUR',
  });
  return {
    ruleVersion,
    total: sum(({ cents }) => cents),
    direct: sum(({ directCents }) => directCents),
    allocated: sum(({ allocatedCents }) => allocatedCents),
    parts,
  };
}

/** Direct cost, and what is allocated of the other natures. */
export function byNature(parts: readonly Pick<CostPool, 'nature' | 'cents'>[]) {
  const sum = (direct: boolean) =>
    parts.reduce((total, { nature, cents }) => total + ((nature === 'DIRECT') === direct ? cents : 0), 0);
  const [directCents, allocatedCents] = [sum(true), sum(false)];
  return { directCents, allocatedCents, cents: directCents + allocatedCents };
}

/** The share of a duo in what its group weighs, from 0 to 1. */
function weightOf(duoId: string, group: readonly DuoInGroup[], basis: AllocationBasis): number {
  const whole = group.reduce((sum, duo) => sum + weightBy(basis, duo), 0n);
  const own = group.find((duo) => duo.duoId === duoId);
  return own === undefined || whole === 0n ? 0 : Number(weightBy(basis, own)) / Number(whole);
}
