import { splitCents, weightBy, type AllocatedPart, type DuoGroup, type LedgerLine } from './allocation.ts';
import type { CalendarDay } from './calendar-day.ts';
import type { AllocationBasis, CostNature } from './vocabulary.ts';

/** What the duos of a branch that a grant pays bear together of the cost of one nature in a span. */
export interface CostPool {
  /** The first day of the span. */
  readonly span: CalendarDay;
  readonly branchId: string;
  readonly grantId: string | null;
  readonly nature: CostNature;
  readonly cents: number;
}

/** A duo in one of the groups that it counts in, with what it adds to the group's weights: see DuoGroup. */
export interface DuoInGroup extends DuoGroup {
  readonly duoId: string;
}

/** What a duo bears of a pool; `duoId` null of what no duo bears, since none weighs anything in the group. */
export interface DuoPart extends CostPool {
  readonly duoId: string | null;
}

/** Adds the parts of lines, some of them at a time, up to pools, so that what pools hold is what was allocated. */
export async function poolCost(
  lines: readonly Pick<LedgerLine, 'id' | 'span' | 'nature'>[],
  parts: AsyncIterable<readonly AllocatedPart[]> | Iterable<readonly AllocatedPart[]>,
): Promise<CostPool[]> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const pools = new Map<string, CostPool>();
  for await (const some of parts)
    for (const { lineId, branchId, grantId, cents } of some) {
      const line = byId.get(lineId);
      if (line === undefined) throw new Error(`the line ${lineId} of a part is not among the lines`);
      const { span, nature } = line;
      const key = `${groupKey({ span, branchId, grantId })} ${nature}`;
      const pool = pools.get(key);
      pools.set(key, { span, branchId, grantId, nature, cents: (pool?.cents ?? 0) + cents });
    }
  return [...pools.values()];
}

/**
 * Splits pools among the duos of their groups by what the rule weighs, each exactly (see `splitCents`): the parts of a pool
 * add up to it. Pools are split, not their lines one by one: where duos weigh the same, the cents that are left of each
 * line would always go to the same ones.
 */
export function allocateToDuos(
  pools: readonly CostPool[],
  basis: AllocationBasis,
  duos: readonly DuoInGroup[],
): DuoPart[] {
  const groups = Map.groupBy(duos, groupKey);
  return pools.flatMap((pool): DuoPart[] => {
    const members = groups.get(groupKey(pool)) ?? [];
    const parts = splitCents(
      pool.cents,
      members.map((duo) => weightBy(basis, duo)),
    );
    if (parts === undefined) return [{ ...pool, duoId: null }];
    return members.flatMap(({ duoId }, index) => {
      const cents = parts[index] ?? 0;
      return cents === 0 ? [] : [{ ...pool, duoId, cents }];
    });
  });
}

/** One word for a span, a branch and a grant together. */
export function groupKey({
  span,
  branchId,
  grantId,
}: Pick<DuoGroup, 'span' | 'branchId' | 'grantId'>): string {
  return `${span} ${branchId} ${grantId ?? ''}`;
}
