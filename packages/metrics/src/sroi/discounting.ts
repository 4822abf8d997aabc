import type { DiscountConvention } from '@tandem/domain/vocabulary';

/** From which year on, counted from 1, which rate a year holds. */
export interface DiscountStep {
  readonly fromYear: number;
  readonly rate: number;
}
export interface Discounting {
  /** In order of years; the first begins in year 1. One step is a constant rate. */
  readonly schedule: readonly DiscountStep[];
  readonly convention: DiscountConvention;
}

/**
 * The declining rates of the Green Book (HM Treasury, 2022, annex 6): 3.5 % for 30 years, then 3, 2.5, 2, 1.5 and, from
 * year 301 on, 1 %.
 */
export const GREEN_BOOK: readonly DiscountStep[] = [
  { fromYear: 1, rate: 0.035 },
  { fromYear: 31, rate: 0.03 },
  { fromYear: 76, rate: 0.025 },
  { fromYear: 126, rate: 0.02 },
  { fromYear: 201, rate: 0.015 },
  { fromYear: 301, rate: 0.01 },
];

/** The rate of a year, counted from 1. Refuses (RangeError) a schedule that does not begin in year 1 or is out of order. */
export function rateOf(schedule: readonly DiscountStep[], year: number): number {
  if (schedule[0]?.fromYear !== 1) throw new RangeError('a discount schedule begins in year 1');
  let [{ rate }] = schedule as readonly [DiscountStep];
  for (const [index, step] of schedule.entries()) {
    if (index > 0 && step.fromYear <= (schedule[index - 1]?.fromYear ?? 0))
      throw new RangeError('the years of a discount schedule rise');
    if (step.fromYear <= year) ({ rate } = step);
  }
  return rate;
}

/**
 * By what an amount of years 1, 2, … is multiplied. Rates compound year after year, so that a rate that falls later takes
 * nothing back. END_OF_YEAR discounts the first year once; START_OF_YEAR leaves it as it is.
 */
export function discountFactors({ schedule, convention }: Discounting, years: number): number[] {
  const factors: number[] = [];
  let factor = 1;
  for (let year = 1; year <= years; year += 1) {
    const later = factor / (1 + rateOf(schedule, year));
    factors.push(convention === 'END_OF_YEAR' ? later : factor);
    factor = later;
  }
  return factors;
}

/** Present value of amounts of years 1, 2, …. */
export function presentValue(amounts: readonly number[], discounting: Discounting): number {
  const factors = discountFactors(discounting, amounts.length);
  return amounts.reduce((sum, amount, index) => sum + amount * (factors[index] ?? 0), 0);
}
