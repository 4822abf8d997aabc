import { addMonths, type CalendarDay } from './calendar-day.ts';
import { tenThousandths } from './funding.ts';
import type { Period } from './period.ts';
import type { AllocationBasis, AllocationSpan, CostNature } from './vocabulary.ts';

/**
 * Splits an amount by weights into whole cents that add up to it exactly: the method of the largest remainder (Hamilton's;
 * M. Balinski and H. P. Young, Fair Representation, 2nd ed., 2001, chapter 2). Each part is the exact share rounded down,
 * and the cents that are left go to the largest remainders, the earlier part where two are equal. A negative amount is
 * split as its opposite. Weights are whole numbers from 0. Undefined where all weights are 0.
 */
export function splitCents(cents: number, weights: readonly bigint[]): number[] | undefined {
  return splitter(weights)(cents);
}

/** `splitCents` for many amounts by the same weights, which are looked at once. */
function splitter(weights: readonly bigint[]): (cents: number) => number[] | undefined {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight is negative');
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  const most = weights.reduce((max, weight) => (weight > max ? weight : max), 0n);
  const numbers = weights.map(Number);
  return (cents) => {
    if (!Number.isSafeInteger(cents)) throw new RangeError(`not a whole number of cents: ${cents}`);
    if (sum === 0n) return undefined;
    const amount = Math.abs(cents);
    // Where all products are exact as numbers, these are ten times as fast.
    const parts =
      BigInt(amount) * most <= MOST_EXACT && sum <= MOST_EXACT
        ? splitNumbers(amount, numbers, Number(sum))
        : splitExactly(BigInt(amount), weights, sum);
    return cents < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
  };
}

const MOST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function splitNumbers(amount: number, weights: readonly number[], sum: number): number[] {
  const rests = weights.map((weight) => (amount * weight) % sum);
  const parts = weights.map((weight, index) => (amount * weight - (rests[index] ?? 0)) / sum);
  const left = amount - parts.reduce((total, part) => total + part, 0);
  if (left === 0) return parts;
  // The rest that the last of the cents goes to; where several have it, the first of them get one.
  const least = Float64Array.from(rests).toSorted()[rests.length - left] ?? 0;
  let atLeast = left - rests.filter((rest) => rest > least).length;
  for (const [index, rest] of rests.entries()) {
    if (rest < least || (rest === least && atLeast === 0)) continue;
    if (rest === least) atLeast -= 1;
    parts[index] = (parts[index] ?? 0) + 1;
  }
  return parts;
}

function splitExactly(amount: bigint, weights: readonly bigint[], sum: bigint): number[] {
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
  return shares.map(({ part }) => Number(part));
}

/** A version of the rule by which cost is allocated to branches and grants. */
export interface AllocationRule {
  readonly basis: AllocationBasis;
  readonly span: AllocationSpan;
  /** Natures of cost that all branches bear together; lines of the others stay with their branch. */
  readonly spread: readonly CostNature[];
  /** Of BRANCH_SHARES: ten-thousandths by the id of the branch, 10,000 in all. */
  readonly branchShares: Readonly<Record<string, number>> | null;
}

/** A version of the rule as it is put in and told: shares of branches from 0 to 1. */
export interface ToldRule extends Pick<AllocationRule, 'basis' | 'span' | 'spread'> {
  readonly branchShares?: readonly { readonly branchId: string; readonly share: number }[] | null | undefined;
}

/** What a version says as allocation takes it: shares where it goes by them, of the branches that have one. */
export function allocationRuleOf({ basis, span, spread, branchShares }: ToldRule): AllocationRule {
  const held = (branchShares ?? []).map(({ branchId, share }) => [branchId, tenThousandths(share)] as const);
  return {
    basis,
    span,
    spread,
    branchShares:
      basis === 'BRANCH_SHARES' ? Object.fromEntries(held.filter(([, share]) => share !== 0)) : null,
  };
}

/** What two versions of the rule may differ in. */
export const RULE_PARTS = ['basis', 'shares', 'span', 'spread'] as const;
export type RulePart = (typeof RULE_PARTS)[number];

/** In what one version of the rule says something else than another; in which order it names natures and branches says nothing. */
export function changesOf(before: AllocationRule, after: AllocationRule): RulePart[] {
  const [was, willBe] = [saidBy(before), saidBy(after)];
  return RULE_PARTS.filter((part) => was[part] !== willBe[part]);
}

function saidBy({ basis, span, spread, branchShares }: AllocationRule): Record<RulePart, string> {
  const inOrder = (values: readonly string[]) => values.toSorted().join(', ');
  const shares = Object.entries(branchShares ?? {}).map((share) => share.join(' '));
  return { basis, shares: inOrder(shares), span, spread: inOrder(spread) };
}

/** A line of the ledger as allocation takes it. */
export interface LedgerLine {
  readonly id: string;
  /** The first day of the span among whose duos it is allocated: see `spanOf`. */
  readonly span: CalendarDay;
  readonly branchId: string;
  readonly nature: CostNature;
  /** The grant that bears the line alone. */
  readonly grantId: string | null;
  readonly cents: number;
}

/**
 * The span of a day. A line is allocated among the duos of the month or of the calendar year that it is about, so that what it
 * gives to whom is the same whatever period is asked for, and periods add up. By rules of before there were spans it is among
 * those of the period that is asked for, and periods do not.
 */
export function spanOf(span: AllocationSpan, day: CalendarDay, period: Period): Period {
  if (span === 'PERIOD') return period;
  const from = span === 'MONTH' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
  return { from, to: addMonths(from, span === 'MONTH' ? 1 : 12) };
}

/**
 * Duos of a branch that a grant pays in a span; of `grantId` null what no grant pays of them. Each weighs by its share in the
 * grant, in ten-thousandths: `started` adds the shares of those that started in the span, `activeDays` the share
 * times the days on which the duo went on in it.
 */
export interface DuoGroup {
  /** The first day of the span. */
  readonly span: CalendarDay;
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
 * goes to that grant in its branch. Any other goes to the groups of duos of its span and branch, or of all branches where the
 * rule spreads its nature, by what the rule weighs. Where there is nothing to weigh by, it stays with its branch and no grant.
 *
 * Parts are told one after the other: a large programme has many millions of them.
 */
export function* allocate(
  lines: readonly LedgerLine[],
  rule: AllocationRule,
  groups: readonly DuoGroup[],
): Generator<AllocatedPart> {
  const weigh = weigher(rule, groups);
  for (const { id: lineId, span, branchId, grantId, cents, nature } of lines) {
    if (grantId !== null) {
      yield { lineId, branchId, grantId, byRule: false, cents };
      continue;
    }
    const weighed = weigh(span, rule.spread.includes(nature) ? null : branchId);
    const parts = weighed.split(cents);
    if (parts === undefined) {
      yield { lineId, branchId, grantId: null, byRule: false, cents };
      continue;
    }
    for (const [index, group] of weighed.groups.entries()) {
      const part = parts[index] ?? 0;
      if (part !== 0)
        yield { lineId, branchId: group.branchId, grantId: group.grantId, byRule: true, cents: part };
    }
  }
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

/** Groups, and how an amount is split among them. */
interface Sharing {
  readonly groups: readonly Weighed['group'][];
  readonly split: ReturnType<typeof splitter>;
}

/** Who shares a line of a branch, or of all branches together, in a span; looked up once for each. */
function weigher(
  rule: AllocationRule,
  groups: readonly DuoGroup[],
): (span: CalendarDay, branchId: string | null) => Sharing {
  const bySpan = Map.groupBy(groups, ({ span }) => span);
  const known = new Map<string, Sharing>();
  return (span, branchId) => {
    const key = `${span} ${branchId ?? ''}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const weighed = weights(rule, bySpan.get(span) ?? [], branchId);
    const sharing = {
      groups: weighed.map(({ group }) => group),
      split: splitter(weighed.map(({ weight }) => weight)),
    };
    known.set(key, sharing);
    return sharing;
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
