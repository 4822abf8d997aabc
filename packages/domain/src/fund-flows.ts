import { splitCents } from './allocation.ts';
import { daysBetween, type CalendarDay } from './calendar-day.ts';
import { isInKind } from './funding.ts';
import type { Period } from './period.ts';
import type { CostCategory, GrantKind } from './vocabulary.ts';

/** A grant with its funder, as flows take it; `endsBefore` is the first day after it. */
export interface FundingGrant {
  readonly id: string;
  readonly funderId: string;
  readonly kind: GrantKind;
  readonly startsOn: string;
  readonly endsBefore: string;
  readonly amountCents: number;
  /** Of a grant that was over when the period began: what it bore of the lines booked before. */
  readonly boreBeforeCents: number;
}

/** What a grant bears of a category of cost; `grantId` null of what no grant pays. */
export interface BorneCost {
  readonly grantId: string | null;
  readonly category: CostCategory;
  readonly cents: number;
}

/** Money that goes from one node to another; always more than 0. */
export interface FundFlow {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly cents: number;
}
export type FlowNode =
  | { readonly stage: 'FUNDER'; readonly key: string }
  | { readonly stage: 'KIND'; readonly key: GrantKind | 'OTHER_MEANS' | 'GIVEN_BACK' | 'LEFT_OVER' }
  | { readonly stage: 'USE'; readonly key: CostCategory | Rest };

/** What became of money that paid no cost: of a grant that is over it stayed unspent. */
type Rest = 'NOT_YET_SPENT' | 'UNSPENT';

/**
 * What of a grant is there for a period: its amount is spread evenly over its days, to the cent, so that the parts of periods
 * that follow each other add up to it.
 */
export function availableIn(
  { startsOn, endsBefore, amountCents }: Pick<FundingGrant, 'startsOn' | 'endsBefore' | 'amountCents'>,
  period: Period,
): number {
  const within = (day: string) => (day < startsOn ? startsOn : day > endsBefore ? endsBefore : day);
  const [from, to] = [within(period.from), within(period.to)];
  return (
    upTo(amountCents, daysBetween(startsOn, to), daysBetween(startsOn, endsBefore)) -
    upTo(amountCents, daysBetween(startsOn, from), daysBetween(startsOn, endsBefore))
  );
}

/** The part of an amount up to a day, rounded down: differences of it add up to the whole. */
function upTo(cents: number, days: number, ofDays: number): number {
  return Number((BigInt(cents) * BigInt(days)) / BigInt(ofDays));
}

/**
 * From funders by kind of funds to what the money was used for in a period as it is known today, so that both sides add up: a
 * grant pays of the cost that its duos bear as much as it has; what is beyond comes from other means, what is left is not yet
 * spent, or unspent once the grant is over. Grants in kind pay nothing, since hours pay no line of the accounts: other means
 * pay what their duos bear. A grant that was over when the period began gets nothing for it: what it still bears, above all of
 * lines that were booked late, it pays of what was left of its amount. A category of a grant with more taken back than booked
 * gives its money back.
 */
export function fundFlows(
  grants: readonly FundingGrant[],
  costs: readonly BorneCost[],
  period: Period,
  today: CalendarDay,
): FundFlow[] {
  const flows = new Map<string, FundFlow>();
  const flow = (from: FlowNode, to: FlowNode, cents: number) => {
    if (cents === 0) return;
    const key = `${from.stage} ${from.key} ${to.stage} ${to.key}`;
    flows.set(key, { from, to, cents: cents + (flows.get(key)?.cents ?? 0) });
  };
  const paying = grants.filter(({ kind }) => !isInKind(kind));
  const known = new Set(paying.map(({ id }) => id));
  for (const grant of paying) {
    const borne = categoriesOf(costs, ({ grantId }) => grantId === grant.id);
    const over = grant.endsBefore <= period.to && grant.endsBefore <= today;
    const rest = over ? 'UNSPENT' : 'NOT_YET_SPENT';
    if (grant.endsBefore <= period.from) {
      const left = Math.max(0, grant.amountCents - Math.max(0, grant.boreBeforeCents));
      spend(flow, { stage: 'KIND', key: 'LEFT_OVER' }, left, borne, rest);
      continue;
    }
    const kind = { stage: 'KIND', key: grant.kind } as const;
    const available = availableIn(grant, period);
    flow({ stage: 'FUNDER', key: grant.funderId }, kind, available);
    flow(kind, { stage: 'USE', key: rest }, available - spend(flow, kind, available, borne, rest));
  }
  const ofNone = categoriesOf(costs, ({ grantId }) => grantId === null || !known.has(grantId));
  spend(flow, { stage: 'KIND', key: 'OTHER_MEANS' }, 0, ofNone, 'NOT_YET_SPENT');
  return [...flows.values()];
}

function categoriesOf(
  costs: readonly BorneCost[],
  keep: (cost: BorneCost) => boolean,
): Map<CostCategory, number> {
  const sums = new Map<CostCategory, number>();
  for (const cost of costs)
    if (keep(cost)) sums.set(cost.category, (sums.get(cost.category) ?? 0) + cost.cents);
  return sums;
}

/**
 * Pays categories out of what is available, in proportion where it does not suffice; the rest of them by other means. What is
 * given back goes to `rest`. Answers how much of it was paid.
 */
function spend(
  flow: (from: FlowNode, to: FlowNode, cents: number) => void,
  source: FlowNode & { readonly stage: 'KIND' },
  available: number,
  categories: ReadonlyMap<CostCategory, number>,
  rest: Rest,
): number {
  const used = [...categories].filter(([, cents]) => cents > 0);
  const back = [...categories].reduce((sum, [, cents]) => sum + Math.min(0, cents), 0);
  const sum = used.reduce((total, [, cents]) => total + cents, 0);
  const paid = Math.min(available, sum);
  const parts =
    splitCents(
      paid,
      used.map(([, cents]) => BigInt(cents)),
    ) ?? [];
  for (const [index, [category, cents]] of used.entries()) {
    const part = parts[index] ?? 0;
    flow(source, { stage: 'USE', key: category }, part);
    flow({ stage: 'KIND', key: 'OTHER_MEANS' }, { stage: 'USE', key: category }, cents - part);
  }
  flow({ stage: 'KIND', key: 'GIVEN_BACK' }, { stage: 'USE', key: rest }, -back);
  return paid;
}
