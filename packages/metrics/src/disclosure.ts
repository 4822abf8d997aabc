import type { Thresholds } from '@tandem/domain/thresholds';
import type { MetricUnit } from './definition.ts';

export const WITHHELD_REASONS = ['SMALL_GROUP', 'ALL_OR_NONE', 'COMPLEMENT', 'NOT_FOR_YOU'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** The counts by which a figure is judged. */
export interface Cell {
  readonly numerator: number;
  readonly denominator: number | null;
  /** How many duos or funders a sum is about; null where that is not what matters. */
  readonly subjects: number | null;
}

/**
 * Why a cell on its own may not be shown outside; undefined where it may. Where there is nothing, there is nothing to
 * hide. Money that is spent and ratios of the whole programme are about nobody. The limits are the programme's settings.
 */
export function primaryReason(
  limits: Thresholds,
  unit: MetricUnit,
  { numerator, denominator, subjects }: Cell,
): WithheldReason | undefined {
  switch (unit) {
    case 'RATE': {
      const all = denominator ?? 0;
      const others = all - numerator;
      if (isFew(all, limits.SMALLEST_DENOMINATOR)) return 'SMALL_GROUP';
      if (all === 0) return undefined;
      // 0 % and 100 % say of each single one what they did.
      if (numerator === 0 || others === 0) return 'ALL_OR_NONE';
      return numerator < limits.SMALLEST_PART || others < limits.SMALLEST_PART ? 'SMALL_GROUP' : undefined;
    }
    case 'SCORE': {
      const all = denominator ?? 0;
      if (isFew(all, limits.SMALLEST_DENOMINATOR)) return 'SMALL_GROUP';
      return all > 0 && Math.abs(numerator) === all ? 'ALL_OR_NONE' : undefined;
    }
    case 'COUNT':
      return isFew(numerator, limits.SMALLEST_COUNT) ? 'SMALL_GROUP' : undefined;
    case 'HOURS':
      return isFew(subjects ?? 0, limits.SMALLEST_COUNT) ? 'SMALL_GROUP' : undefined;
    case 'CENTS':
      return isFew(subjects ?? 0, limits.FEWEST_FUNDERS) ? 'SMALL_GROUP' : undefined;
    case 'RATIO':
      return undefined;
  }
}

/** Some, but fewer than it takes. */
export function isFew(count: number, enough: number): boolean {
  return count > 0 && count < enough;
}

/**
 * Which groups of a breakdown may not be shown outside, in their order. The total gives the hidden ones back as one
 * group, so the smallest others are hidden with them until all that is hidden could itself be shown.
 */
export function withheldGroups(
  limits: Thresholds,
  unit: MetricUnit,
  groups: readonly Cell[],
): (WithheldReason | undefined)[] {
  const reasons = groups.map((cell) => primaryReason(limits, unit, cell));
  if (reasons.every((reason) => reason === undefined)) return reasons;
  const bySize = groups.map((_, index) => index).toSorted((a, b) => sizeOf(groups[a]) - sizeOf(groups[b]));
  for (const index of bySize) {
    const hidden = groups.filter((_, place) => reasons[place] !== undefined);
    if (hidden.length > 1 && primaryReason(limits, unit, sumOf(hidden)) === undefined) break;
    reasons[index] ??= 'COMPLEMENT';
  }
  return reasons;
}

function sizeOf(cell: Cell | undefined): number {
  return cell?.subjects ?? cell?.denominator ?? cell?.numerator ?? 0;
}

function sumOf(cells: readonly Cell[]): Cell {
  return {
    numerator: cells.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: cells.some(({ denominator }) => denominator === null)
      ? null
      : cells.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
    subjects: cells.some(({ subjects }) => subjects === null)
      ? null
      : cells.reduce((sum, { subjects }) => sum + (subjects ?? 0), 0),
  };
}
