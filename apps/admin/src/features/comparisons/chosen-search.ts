import { addDays } from '@tandem/domain/calendar-day';
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

/** What is compared before anything is chosen: the last two years that are over for twelve months, so that exits could be seen. */
export function usualFigures(asOf: string): ChosenFigure[] {
  const year = Number(addDays(asOf, 1).slice(0, 4)) - 2;
  return [year, year - 1].map(wholeYear);
}

/** One more, of the year before all of them. */
export function anotherFigure(figures: readonly ChosenFigure[], asOf: string): ChosenFigure {
  const years = figures.map(({ from }) => Number((from ?? asOf).slice(0, 4)));
  return wholeYear(Math.min(...years) - 1);
}

function wholeYear(year: number): ChosenFigure {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** A, B, C…: by what the figures are named. */
export function nameOf(place: number): string {
  return String.fromCodePoint(65 + place);
}
