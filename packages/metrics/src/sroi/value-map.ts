import { roundCents } from '@tandem/domain/money';
import { DEDUCTIONS, type Deduction, type SroiParameter, type Stakeholder } from '@tandem/domain/vocabulary';
import { discountFactors, type Discounting } from './discounting.ts';

/**
 * Deductions multiply, so their order (DEDUCTIONS) changes what each is said to take, never what is left. Deadweight, displacement and
 * attribution are those of A Guide to Social Return on Investment (2012), stage 4; leakage (to people outside the group that is meant)
 * and substitution those of the HM Treasury Additionality Guide, 4th edition.
 *
 * A row of the value map: shares are 0 to 1; the proxy is money a year for one unit of quantity.
 */
export interface ValueRow extends Readonly<Record<SroiParameter, number>> {
  readonly durationYears: number;
  /** The year in which it begins to count, from 1. */
  readonly firstYear: number;
}

/** A row among others: whose it is, and a key that stays its own from version to version. */
export interface MapRow extends ValueRow {
  readonly key: string;
  readonly stakeholder: Stakeholder;
}

/** All of which a social return is made. Money is in one unit throughout, cents where it is the platform's. */
export interface ValueMap {
  readonly rows: readonly MapRow[];
  /** What was put in, at the beginning of the first year. */
  readonly investment: number;
  readonly discounting: Discounting;
  /** Nothing counts after this year. */
  readonly horizonYears: number;
}

/** The share that is left after all deductions, 0 to 1. */
export function shareLeft(row: Pick<ValueRow, Deduction>): number {
  return DEDUCTIONS.reduce((left, deduction) => left * (1 - row[deduction]), 1);
}

/** Impact in its first year: the deductions multiply, they do not add up. Source: A Guide to Social Return on Investment (2012), stage 4. */
export function impactOf(row: ValueRow): number {
  return row.quantity * row.proxy * shareLeft(row);
}

/** Impact by year over `years`; drop-off compounds from the second year in which it counts. */
export function impactByYear(row: ValueRow, years: number): number[] {
  const first = impactOf(row);
  return Array.from({ length: years }, (_, index) => {
    const age = index + 1 - row.firstYear;
    return age < 0 || age >= row.durationYears ? 0 : first * (1 - row.dropOff) ** age;
  });
}

/** The discount factors of the years in which a row counts, within the horizon: the first of them belongs to its first year. */
export function factorsOf(
  { firstYear, durationYears }: Pick<ValueRow, 'firstYear' | 'durationYears'>,
  { discounting, horizonYears }: Pick<ValueMap, 'discounting' | 'horizonYears'>,
): number[] {
  const last = Math.min(firstYear + durationYears - 1, horizonYears);
  return last < firstYear ? [] : discountFactors(discounting, last).slice(firstYear - 1);
}

/** Present value of a row whose first year's impact is 1: the sum of what is left of it each year, discounted. */
export function presentValueFactor(dropOff: number, factors: readonly number[]): number {
  return factors.reduceRight((later, factor) => factor + (1 - dropOff) * later, 0);
}

/** Present value of one row. */
export function presentValueOfRow(
  row: ValueRow,
  frame: Pick<ValueMap, 'discounting' | 'horizonYears'>,
): number {
  return impactOf(row) * presentValueFactor(row.dropOff, factorsOf(row, frame));
}

/** Present value of all rows. */
export function presentValueOf(map: ValueMap): number {
  return map.rows.reduce((sum, row) => sum + presentValueOfRow(row, map), 0);
}

/** The row with nothing deducted: what a gross ratio counts. Drop-off stays, it is no deduction for what would have been anyway. */
export function gross<Row extends ValueRow>(row: Row): Row {
  return { ...row, deadweight: 0, displacement: 0, attribution: 0, leakage: 0, substitution: 0 };
}

/** The map with nothing deducted. */
export function grossMap(map: ValueMap): ValueMap {
  return { ...map, rows: map.rows.map(gross) };
}

/** The map with one row changed. Refuses (RangeError) a key that no row has. */
export function withRow(map: ValueMap, key: string, change: Partial<ValueRow>): ValueMap {
  if (!map.rows.some((row) => row.key === key)) throw new RangeError(`no row ${key}`);
  return { ...map, rows: map.rows.map((row) => (row.key === key ? { ...row, ...change } : row)) };
}

/** An index of prices by which an amount of one year is brought to another. Without one, an amount stays as it was published. */
export interface PriceIndex {
  /** Its value in the year of the amount, and in the year it is brought to; both above 0. */
  readonly from: number;
  readonly to: number;
}

/** An amount in cents at the price level of the index, in whole cents. */
export function atPriceLevel(cents: number, index: PriceIndex | null | undefined): number {
  return index == null ? cents : roundCents((cents * index.to) / index.from);
}
