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
 * Which groups of a breakdown may not be shown outside, in their order. Where a single one is hidden, the smallest
 * other one is hidden with it: the total would give the single one back.
 */
export function withheldGroups(unit: MetricUnit, groups: readonly Cell[]): (WithheldReason | undefined)[] {
  const reasons = groups.map((cell) => primaryReason(unit, cell));
  const hidden = reasons.filter((reason) => reason !== undefined).length;
  if (hidden !== 1) return reasons;
  const size = ({ numerator, denominator }: Cell) => denominator ?? numerator;
  const shown = groups
    .map((cell, index) => ({ size: size(cell), index }))
    .filter(({ index }) => reasons[index] === undefined);
  const smallest = shown.toSorted((a, b) => a.size - b.size)[0];
  return smallest === undefined ? reasons : reasons.with(smallest.index, 'COMPLEMENT');
}
