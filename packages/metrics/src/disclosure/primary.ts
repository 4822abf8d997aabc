import type { Thresholds } from '@tandem/domain/thresholds';
import type { MetricDefinition } from '../definition.ts';
import type { Counts } from './offered-figure.ts';
import type { SystemDraft } from './system.ts';

/*
 * Primary suppression: which cells need protection by the programme's limits, and how wide. One rule gives all widths: an
 * outsider must be able neither to exclude that there is nobody, nor that there are enough.
 */

/** Some, but fewer than it takes. */
export function isFew(count: number, enough: number): boolean {
  return count > 0 && count < enough;
}

/** A count of people from 1 to below the limit: its interval reaches from 0, or what everybody knows, to the limit. */
export function protectFew(draft: SystemDraft, cell: string, enough: number): void {
  if (isFew(draft.valueOf(cell), enough)) draft.protect(cell, Math.max(0, draft.leastOf(cell)), enough);
}

/**
 * A rate. None of them (0 %) says of each what they did not do, and so does all of them (100 %) of the rest: neither the
 * numerator nor what is left of the denominator beside it may be fewer than a part takes, nor nothing. Of a denominator
 * that is too small for any share, neither may be known at all; the denominator itself is a count like others. The rest is a
 * cell of its own, never told.
 */
export function protectRate(
  draft: SystemDraft,
  { SMALLEST_DENOMINATOR, SMALLEST_PART }: Thresholds,
  numerator: string,
  denominator: string,
): void {
  const rest = draft.rest(`${denominator} but ${numerator}`, denominator, numerator);
  const all = draft.valueOf(denominator);
  if (all === 0) return;
  for (const cell of [numerator, rest]) {
    const value = draft.valueOf(cell);
    if (value < SMALLEST_PART || all < SMALLEST_DENOMINATOR)
      draft.protect(cell, Math.max(0, draft.leastOf(cell)), Math.max(value, SMALLEST_PART));
  }
}

/**
 * A score: its numerator is those in favour less those against, so that both ends say of each what they think. `sum` is
 * the numerator, from -denominator to denominator; how far it is from each of them is a cell of its own, never told.
 */
export function protectScore(
  draft: SystemDraft,
  { SMALLEST_DENOMINATOR, SMALLEST_PART }: Thresholds,
  sum: string,
  denominator: string,
): void {
  const all = draft.valueOf(denominator);
  for (const [end, sign] of [
    ['top', -1],
    ['bottom', 1],
  ] as const) {
    const distance = draft.cell(`${sum} from ${end}`, all + sign * draft.valueOf(sum));
    draft.relate([
      [distance, 1],
      [denominator, -1],
      [sum, -sign],
    ]);
    const value = draft.valueOf(distance);
    if (all > 0 && (value < SMALLEST_PART || all < SMALLEST_DENOMINATOR))
      draft.protect(distance, 0, Math.max(value, SMALLEST_PART));
  }
}

/** Whether it is money that several funders give together, and not money that is spent. */
export function isOfFunders({ unit, denominator, subjects }: MetricDefinition): boolean {
  return unit === 'CENTS' && denominator === null && subjects !== undefined;
}

/**
 * A sum that several funders make. Who is one of them takes its own off, so that the others must be enough without it: what
 * is left is a cell of its own, never told.
 */
export function protectFunds(
  draft: SystemDraft,
  cell: string,
  { subjects, own }: Pick<Counts, 'subjects' | 'own'>,
  enough: number,
): void {
  // The public reads with every funder's eyes: whichever of them takes its own off, the others must be enough.
  if (own === undefined) return protectSum(draft, cell, subjects ?? 0, enough + 1);
  if (own.subjects === 0) return protectSum(draft, cell, subjects ?? 0, enough);
  const known = draft.cell(`${cell} of one's own`, own.numerator, { integral: false });
  draft.know(known);
  const others = draft.rest(`${cell} of others`, cell, known, { integral: false });
  protectSum(draft, others, (subjects ?? 0) - own.subjects, enough);
}

/** A sum about so few (hours of duos, money of funders) that each of them knows too much of the others: from nothing to twice as much. */
export function protectSum(draft: SystemDraft, cell: string, subjects: number, enough: number): void {
  const value = draft.valueOf(cell);
  if (isFew(subjects, enough) && value > 0) draft.protect(cell, 0, 2 * value);
}
