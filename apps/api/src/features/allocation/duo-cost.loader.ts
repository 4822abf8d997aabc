import { weightBy } from '@tandem/domain/allocation';
import { groupKey, type CostPool, type DuoInGroup } from '@tandem/domain/duo-allocation';
import type { AllocationBasis } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import { allocateDuos } from './allocate-duos.ts';
import { allocatePeriod } from './allocate-period.ts';
import type { DuoCostPartType, DuoCostType } from './duo-cost.type.ts';

interface Course {
  readonly id: string;
  readonly branchId: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly grantIds: readonly string[];
}

/** What single duos cost by the rule in force, each calendar year of their courses allocated by itself. */
export const costOfDuo = defineLoader<DuoCostType | null>(async (ids, context) => {
  const { db, today } = context;
  const courses: Course[] = await db.query(
    `select duo_id as id, branch_id as "branchId", extract(year from started_on)::integer as "firstYear",
       extract(year from least(coalesce(closed_on, $2::date), $2::date))::integer as "lastYear",
       array(select grant_id from earmark where earmark.duo_id = duo_fact.duo_id) as "grantIds"
     from duo_fact where duo_id = any ($1)`,
    [ids, today],
  );
  const names = await referencesOf(context, [...new Set(courses.flatMap(({ grantIds }) => grantIds))]);
  const first = Math.min(...courses.map(({ firstYear }) => firstYear));
  const last = Math.max(...courses.map(({ lastYear }) => lastYear));
  const parts = new Map<string, DuoCostPartType[]>(courses.map(({ id }) => [id, []]));
  let ruleVersion: number | undefined;
  for (let year = first; year <= last; year += 1) {
    const ofYear = courses.filter(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear);
    if (ofYear.length === 0) continue;
    const allocated = await allocatePeriod(context, { from: `${year}-01-01`, to: `${year + 1}-01-01` });
    if (allocated === undefined) continue;
    ruleVersion = allocated.rule.version;
    const groups = new Set(
      ofYear.flatMap(({ branchId, grantIds }) =>
        [...grantIds, null].map((grantId) => groupKey({ branchId, grantId })),
      ),
    );
    const split = await allocateDuos(context, allocated, (group) => groups.has(groupKey(group)));
    const weights = weightsOf(split.duos, allocated.rule.basis);
    for (const own of groupBy(split.parts, (part) => `${part.duoId} ${groupKey(part)}`).values()) {
      const [part] = own;
      if (part === undefined || part.duoId === null) continue;
      const { duoId, grantId } = part;
      const group = groupKey(part);
      parts.get(duoId)?.push({
        year,
        grantId,
        grantReference: grantId === null ? null : (names.get(grantId) ?? ''),
        ...byNature(own),
        groupCents: byNature(split.pools.filter((pool) => groupKey(pool) === group)).cents,
        weight: Number(weights.get(`${group} ${duoId}`) ?? 0n) / Number(weights.get(group) ?? 1n),
      });
    }
  }
  if (ruleVersion === undefined) return new Map();
  const version = ruleVersion;
  return new Map(courses.map(({ id }) => [id, costFrom(version, parts.get(id) ?? [])]));
}, null);

/** What groups weigh, by their key, and what each of their duos adds to that, by the key and its id. */
function weightsOf(duos: readonly DuoInGroup[], basis: AllocationBasis): Map<string, bigint> {
  const weights = new Map<string, bigint>();
  for (const duo of duos) {
    const [group, weight] = [groupKey(duo), weightBy(basis, duo)];
    weights.set(group, (weights.get(group) ?? 0n) + weight);
    weights.set(`${group} ${duo.duoId}`, weight);
  }
  return weights;
}

function costFrom(ruleVersion: number, parts: readonly DuoCostPartType[]): DuoCostType {
  const sum = (of: (part: DuoCostPartType) => number) => ({
    cents: parts.reduce((total, part) => total + of(part), 0),
    currency: 'EUR',
  });
  return {
    ruleVersion,
    total: sum(({ cents }) => cents),
    direct: sum(({ directCents }) => directCents),
    allocated: sum(({ allocatedCents }) => allocatedCents),
    // What no grant pays comes last in its year.
    parts: parts.toSorted(
      (a, b) => a.year - b.year || (a.grantReference ?? '\uFFFF').localeCompare(b.grantReference ?? '\uFFFF'),
    ),
  };
}

/** Direct cost, and what is allocated of the other natures. */
export function byNature(parts: readonly Pick<CostPool, 'nature' | 'cents'>[]) {
  const sum = (direct: boolean) =>
    parts.reduce((total, { nature, cents }) => total + ((nature === 'DIRECT') === direct ? cents : 0), 0);
  const [directCents, allocatedCents] = [sum(true), sum(false)];
  return { directCents, allocatedCents, cents: directCents + allocatedCents };
}

async function referencesOf({ db }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows: { id: string; reference: string }[] = await db.query(
    'select id, reference from funding_grant where id = any ($1)',
    [ids],
  );
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}
