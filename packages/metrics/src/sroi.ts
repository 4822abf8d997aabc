import type { DiscountConvention } from '@tandem/domain/vocabulary';

/** A row of the value map. Rates are 0 to 1; the proxy is money a year for one unit of quantity. */
export interface ValueRow {
  readonly quantity: number;
  readonly proxy: number;
  readonly deadweight: number;
  readonly displacement: number;
  /** The share that others brought about. */
  readonly attribution: number;
  /** What is lost each year from the second on. */
  readonly dropOff: number;
  readonly durationYears: number;
  /** The year in which it begins to count, from 1. */
  readonly firstYear: number;
}
export interface Discounting {
  readonly rate: number;
  readonly convention: DiscountConvention;
}

/** Impact in its first year: the deductions multiply, they do not add up. Source: A Guide to Social Return on Investment (2012), stage 4. */
export function impactOf({ quantity, proxy, deadweight, displacement, attribution }: ValueRow): number {
  return quantity * proxy * (1 - deadweight) * (1 - displacement) * (1 - attribution);
}

/** Impact by year over the horizon of `years`; drop-off compounds from the second year in which it counts. */
export function impactByYear(row: ValueRow, years: number): number[] {
  const first = impactOf(row);
  return Array.from({ length: years }, (_, index) => {
    const age = index + 1 - row.firstYear;
    return age < 0 || age >= row.durationYears ? 0 : first * (1 - row.dropOff) ** age;
  });
}

/** Present value of amounts of years 1, 2, …: END_OF_YEAR discounts the first year once, START_OF_YEAR leaves it. */
export function presentValue(amounts: readonly number[], { rate, convention }: Discounting): number {
  const shift = convention === 'END_OF_YEAR' ? 1 : 0;
  return amounts.reduce((sum, amount, index) => sum + amount / (1 + rate) ** (index + shift), 0);
}

/** Present value of all rows over the longest horizon among them. */
export function presentValueOf(rows: readonly ValueRow[], discounting: Discounting): number {
  return rows.reduce(
    (sum, row) => sum + presentValue(impactByYear(row, row.firstYear + row.durationYears - 1), discounting),
    0,
  );
}

/** The row with nothing deducted: what a gross ratio counts. Drop-off stays, it is no deduction for what would have been anyway. */
export function gross(row: ValueRow): ValueRow {
  return { ...row, deadweight: 0, displacement: 0, attribution: 0 };
}
