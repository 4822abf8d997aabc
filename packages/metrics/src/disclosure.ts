import type { MetricUnit } from './definition.ts';

export const WITHHELD_REASONS = ['SMALL_GROUP', 'ALL_OR_NONE', 'COMPLEMENT', 'NOT_FOR_YOU'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** A share of fewer people than this says too much about each of them. */
export const SMALLEST_DENOMINATOR = 10;
/** Neither those counted nor those not counted may be this few (and not none). */
export const SMALLEST_PART = 3;
/** A count of people between 1 and this less one is not shown. */
export const SMALLEST_COUNT = 5;

export interface Cell {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** Why a cell on its own may not be shown outside; undefined where it may. Money and ratios of the whole programme are about nobody. */
export function primaryReason(
  unit: MetricUnit,
  { numerator, denominator }: Cell,
): WithheldReason | undefined {
  switch (unit) {
    case 'RATE': {
      const others = (denominator ?? 0) - numerator;
      if ((denominator ?? 0) < SMALLEST_DENOMINATOR) return 'SMALL_GROUP';
      // 0 % and 100 % say of each single one what they did.
      if (numerator === 0 || others === 0) return 'ALL_OR_NONE';
      return numerator < SMALLEST_PART || others < SMALLEST_PART ? 'SMALL_GROUP' : undefined;
    }
    case 'SCORE':
      return (denominator ?? 0) < SMALLEST_DENOMINATOR ? 'SMALL_GROUP' : undefined;
    case 'COUNT':
      return numerator > 0 && numerator < SMALLEST_COUNT ? 'SMALL_GROUP' : undefined;
    case 'HOURS':
    case 'CENTS':
    case 'RATIO':
      return undefined;
  }
}

/**
 * Which groups of a breakdown may not be shown outside, in their order. The total gives the hidden ones back as one
 * group, so the smallest others are hidden with them until all that is hidden could itself be shown.
 */
export function withheldGroups(unit: MetricUnit, groups: readonly Cell[]): (WithheldReason | undefined)[] {
  const reasons = groups.map((cell) => primaryReason(unit, cell));
  if (reasons.every((reason) => reason === undefined)) return reasons;
  const bySize = groups.map((_, index) => index).toSorted((a, b) => sizeOf(groups[a]) - sizeOf(groups[b]));
  for (const index of bySize) {
    const hidden = groups.filter((_, place) => reasons[place] !== undefined);
    if (hidden.length > 1 && primaryReason(unit, sumOf(hidden)) === undefined) break;
    reasons[index] ??= 'COMPLEMENT';
  }
  return reasons;
}

function sizeOf(cell: Cell | undefined): number {
  return cell?.denominator ?? cell?.numerator ?? 0;
}

function sumOf(cells: readonly Cell[]): Cell {
  return {
    numerator: cells.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: cells.some(({ denominator }) => denominator === null)
      ? null
      : cells.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
  };
}
