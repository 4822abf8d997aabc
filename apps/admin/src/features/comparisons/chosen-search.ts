import { addDays, addMonths } from '@tandem/domain/calendar-day';
import { mayBeAShare } from '@tandem/domain/small-numbers';
import { z } from 'zod';
import { cohortSearch } from '../indicators/cohort-search.ts';
import { filterSearch } from '../indicators/dimensions.ts';

/** As many figures as can still be read beside each other. */
export const MOST_CHOSEN = 6;

const chosenFigure = cohortSearch.omit({ asOf: true }).extend(filterSearch.shape);
/** Of when, where and whom one of the figures is. */
export type ChosenFigure = z.output<typeof chosenFigure>;

export const chosenSearch = z.object({
  /** The indicator of all of them. */
  of: z.string().optional().catch(undefined),
  asOf: cohortSearch.shape.asOf,
  figures: z.array(chosenFigure).min(2).max(MOST_CHOSEN).optional().catch(undefined),
  /** The place of the one that the others are held against. */
  reference: z
    .number()
    .int()
    .min(0)
    .max(MOST_CHOSEN - 1)
    .optional()
    .catch(undefined),
});
export type ChosenSearch = z.output<typeof chosenSearch>;

/** Of a year, out of how many the rate is, and whether the time of all of them is over. */
export interface YearOfRate {
  readonly year: number;
  readonly denominator: number;
  readonly isOver: boolean;
}

/**
 * What is compared before anything is chosen: the last two years, over on the as-of day, whose rate is out of enough to be a
 * share and may no longer change. Where there are none such, the year before the one found; where there is none at all, the
 * last two years that are over for twelve months, so that exits could be seen.
 */
export function usualFigures(years: readonly YearOfRate[], asOf: string): ChosenFigure[] {
  const fit = years
    .filter(({ year, denominator, isOver }) => isOver && mayBeAShare(denominator) && lastDayOf(year) <= asOf)
    .map(({ year }) => year)
    .toSorted((a, b) => b - a);
  const [last = Number(addDays(asOf, 1).slice(0, 4)) - 2, before = last - 1] = fit;
  return [last, before].map(wholeYear);
}

/**
 * A figure over a year more, where no other of the figures is of then: back from its first day, or on from its last one as far as
 * the as-of day; first the way that is asked for. Undefined where it is open at an end, or others lie on both sides.
 */
export function widerFigure(
  figures: readonly ChosenFigure[],
  place: number,
  asOf: string,
  first: 'BACK' | 'ON',
): ChosenFigure | undefined {
  const own = figures[place];
  if (own?.from === undefined || own.to === undefined) return undefined;
  const others = figures.filter((_, at) => at !== place);
  const isFree = (from: string, to: string) =>
    others.every((other) => (other.to ?? asOf) < from || (other.from ?? '') > to);
  const from = addMonths(own.from, -12);
  const later = addDays(addMonths(addDays(own.to, 1), 12), -1);
  const to = later > asOf ? asOf : later;
  const back = isFree(from, addDays(own.from, -1)) ? { ...own, from } : undefined;
  const on = to > own.to && isFree(addDays(own.to, 1), to) ? { ...own, to } : undefined;
  return first === 'BACK' ? (back ?? on) : (on ?? back);
}

/** One more, of the year before all of them. */
export function anotherFigure(figures: readonly ChosenFigure[], asOf: string): ChosenFigure {
  const years = figures.map(({ from }) => Number((from ?? asOf).slice(0, 4)));
  return wholeYear(Math.min(...years) - 1);
}

function wholeYear(year: number): ChosenFigure {
  return { from: `${year}-01-01`, to: lastDayOf(year) };
}

function lastDayOf(year: number): string {
  return `${year}-12-31`;
}

/** A, B, C…: by what the figures are named. */
export function nameOf(place: number): string {
  return String.fromCodePoint(65 + place);
}
