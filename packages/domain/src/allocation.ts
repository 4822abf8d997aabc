import type { CalendarDay } from './calendar-day.ts';
import type { AllocationBasis, CostNature } from './vocabulary.ts';

/**
 * Splits an amount by weights into whole cents that add up to it exactly: the method of the largest remainder (Hamilton's;
 * M. Balinski and H. P. Young, Fair Representation, 2nd ed., 2001, chapter 2). Each part is the exact share rounded down,
 * and the cents that are left go to the largest remainders, the earlier part where two are equal. A negative amount is
 * split as its opposite. Weights are whole numbers from 0. Undefined where all weights are 0.
 */
export function splitCents(cents: number, weights: readonly bigint[]): number[] | undefined {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not a whole number of cents: ${cents}`);
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight is negative');
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) return undefined;
  const amount = BigInt(Math.abs(cents));
  const shares = weights.map((weight, index) => ({
    index,
    part: (amount * weight) / sum,
    rest: (amount * weight) % sum,
  }));
  let left = amount - shares.reduce((total, { part }) => total + part, 0n);
  const byRest = shares.toSorted((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  );
  for (const share of byRest) {
    if (left === 0n) break;
    share.part += 1n;
    left -= 1n;
  }
  const sign = cents < 0 ? -1 : 1;
  return shares.map(({ part }) => (part === 0n ? 0 : sign * Number(part)));
}

/** A version of the rule by which cost is allocated to branches and grants. */
export interface AllocationRule {
  readonly basis: AllocationBasis;
  /** Natures of cost that all branches bear together; lines of the others stay with their branch. */
  readonly spread: readonly CostNature[];
  /** Of BRANCH_SHARES: ten-thousandths by the id of the branch, 10,000 in all. */
  readonly branchShares: Readonly<Record<string, number>> | null;
}

/** A line of the ledger as allocation takes it. */
export interface LedgerLine {
  readonly id: string;
  readonly bookedOn: CalendarDay;
  readonly branchId: string;
  readonly nature: CostNature;
  /** The grant that bears the line alone. */
  readonly grantId: string | null;
  readonly cents: number;
}

/**
 * Duos of a branch that a grant pays in a period; of `grantId` null what no grant pays of them. Each weighs by its share in the
 * grant, in ten-thousandths: `started` adds the shares of those that started in the period, `activeDays` the share
 * times the days on which the duo went on in it.
 */
export interface DuoGroup {
  readonly branchId: string;
  readonly grantId: string | null;
  readonly started: bigint;
  readonly activeDays: bigint;
}

/** What a branch and a grant bear of a line; without a branch where there was nothing to allocate it by. */
export interface AllocatedPart {
  readonly lineId: string;
  readonly branchId: string;
  readonly grantId: string | null;
  /** Whether it was allocated by the rule; otherwise it stays where it was booked. */
  readonly byRule: boolean;
  readonly cents: number;
}

/**
 * Allocates lines to branches and grants, each exactly: the parts of a line add up to it. A line that a grant bears alone
 * goes to that grant in its branch. Any other goes to the groups of duos of its branch, or of all branches where the rule
 * spreads its nature, by what the rule weighs. Where there is nothing to weigh by, it stays with its branch and no grant.
 */
export function allocate(
  lines: readonly LedgerLine[],
  rule: AllocationRule,
  groups: readonly DuoGroup[],
): AllocatedPart[] {
  const weigh = weigher(rule, groups);
  return lines.flatMap((line): AllocatedPart[] => {
    const { id: lineId, branchId, grantId, cents, nature } = line;
    if (grantId !== null) return [{ lineId, branchId, grantId, byRule: false, cents }];
    const weighed = weigh(rule.spread.includes(nature) ? null : branchId);
    const parts = splitCents(
      cents,
      weighed.map(({ weight }) => weight),
    );
    if (parts === undefined) return [{ lineId, branchId, grantId: null, byRule: false, cents }];
    return weighed.flatMap(({ group }, index) => {
      const part = parts[index] ?? 0;
      if (part === 0) return [];
      return [{ lineId, branchId: group.branchId, grantId: group.grantId, byRule: true, cents: part }];
    });
  });
}

/** What duos weigh: by those that started where the rule says so, else by how long they went on. */
export function weightBy(
  basis: AllocationBasis,
  { started, activeDays }: Pick<DuoGroup, 'started' | 'activeDays'>,
): bigint {
  return basis === 'STARTED_DUOS' ? started : activeDays;
}

interface Weighed {
  readonly group: Pick<DuoGroup, 'branchId' | 'grantId'>;
  readonly weight: bigint;
}

/** What groups weigh for a line of a branch, or of all branches together; looked up once for each. */
function weigher(rule: AllocationRule, groups: readonly DuoGroup[]): (branchId: string | null) => Weighed[] {
  const known = new Map<string | null, Weighed[]>();
  return (branchId) => {
    const found = known.get(branchId) ?? weights(rule, groups, branchId);
    known.set(branchId, found);
    return found;
  };
}

function weights(rule: AllocationRule, groups: readonly DuoGroup[], branchId: string | null): Weighed[] {
  const ofBranch = (id: string) => groups.filter((group) => group.branchId === id);
  const by = (group: DuoGroup) => weightBy(rule.basis, group);
  if (branchId !== null || rule.branchShares === null) {
    const among = branchId === null ? groups : ofBranch(branchId);
    return among.map((group) => ({ group, weight: by(group) }));
  }
  // Of stated shares: a branch bears its share, its grants by their active duo-months; brought to one denominator.
  const sums = new Map(
    Object.keys(rule.branchShares).map((id) => [
      id,
      ofBranch(id).reduce((sum, group) => sum + by(group), 0n),
    ]),
  );
  const common = [...sums.values()].reduce((product, sum) => (sum === 0n ? product : product * sum), 1n);
  return Object.entries(rule.branchShares).flatMap(([id, share]): Weighed[] => {
    const sum = sums.get(id) ?? 0n;
    const whole = BigInt(share) * common;
    if (sum === 0n) return [{ group: { branchId: id, grantId: null }, weight: whole }];
    return ofBranch(id).map((group) => ({ group, weight: (whole / sum) * by(group) }));
  });
}
