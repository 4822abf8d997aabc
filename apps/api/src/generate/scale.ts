import { addMonths, type CalendarDay } from '@tandem/domain/calendar-day';
import { dayNumber, type DayNumber } from './days.ts';
import { GROWTH_A_YEAR, SEASON } from './proportions.ts';

/** The sample programme: so many duos in one region of three branches, in so many months. */
const SAMPLE = { duos: 471, months: 28 };

/** How many regions: with the power 0.6 of the duos, 99 for a million. A region has three branches, as the sample. */
export function regionsFor(duos: number): number {
  return Math.max(1, Math.round((duos / SAMPLE.duos) ** 0.6));
}

/** A country for every four regions, twelve at most. */
export function countriesFor(regions: number): number {
  return Math.min(12, Math.ceil(regions / 4));
}

/** How many months: three years more for ten times the duos, twelve years and four months for a million. */
export function monthsFor(duos: number): number {
  return SAMPLE.months + Math.round(Math.max(0, 36 * Math.log10(duos / SAMPLE.duos)));
}

export interface Month {
  readonly first: DayNumber;
  /** The day after the last one that counts. */
  readonly end: DayNumber;
  readonly duos: number;
}

/** The months up to `until`, the last one cut there, with how many duos begin in each: they add up exactly. */
export function planMonths(duos: number, until: CalendarDay): Month[] {
  const count = monthsFor(duos);
  const end = dayNumber(until) + 1;
  const months = Array.from({ length: count }, (_, index) => {
    const firstText = addMonths(`${until.slice(0, 8)}01`, index - count + 1);
    const first = dayNumber(firstText);
    const wholeEnd = dayNumber(addMonths(firstText, 1));
    const season = SEASON[Number(firstText.slice(5, 7)) - 1] ?? 1;
    const cut = Math.min(wholeEnd, end);
    const weight = (GROWTH_A_YEAR ** (index / 12) * season * (cut - first)) / (wholeEnd - first);
    return { first, end: cut, weight };
  });
  const sum = months.reduce((total, { weight }) => total + weight, 0);
  let weightSoFar = 0;
  let duosSoFar = 0;
  return months.map(({ first, end: cut, weight }) => {
    weightSoFar += weight;
    const upTo = Math.round((duos * weightSoFar) / sum);
    const planned = upTo - duosSoFar;
    duosSoFar = upTo;
    return { first, end: cut, duos: planned };
  });
}
