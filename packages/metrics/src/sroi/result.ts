import { STAKEHOLDERS, type Stakeholder } from '@tandem/domain/vocabulary';
import { discountFactors } from './discounting.ts';
import { grossMap, impactByYear, presentValueOf, presentValueOfRow, type ValueMap } from './value-map.ts';

export interface SroiResult {
  /** Present values, gross and after all deductions. */
  readonly gross: number;
  readonly presentValue: number;
  /** Present value less what was put in. */
  readonly netPresentValue: number;
  /** Value for one of what was put in, before and after all deductions; null where nothing was put in. */
  readonly grossRatio: number | null;
  readonly netRatio: number | null;
  readonly paybackMonths: number | null;
  readonly years: readonly YearValue[];
}
export interface YearValue {
  /** From 1. */
  readonly year: number;
  readonly factor: number;
  /** Before discounting. */
  readonly impact: number;
  readonly presentValue: number;
  readonly byStakeholder: Readonly<Record<Stakeholder, number>>;
}

/** What a value map comes to. */
export function resultOf(map: ValueMap): SroiResult {
  const net = presentValueOf(map);
  const gross = presentValueOf(grossMap(map));
  return {
    gross,
    presentValue: net,
    netPresentValue: net - map.investment,
    grossRatio: ratioOf(gross, map.investment),
    netRatio: ratioOf(net, map.investment),
    paybackMonths: paybackMonths(map),
    years: valueByYear(map),
  };
}

/** Value for one of what was put in; null where that is nothing. */
export function ratioOf(value: number, investment: number): number | null {
  return investment > 0 ? value / investment : null;
}

/** The ratio after all deductions; null where nothing was put in. */
export function netRatioOf(map: ValueMap): number | null {
  return ratioOf(presentValueOf(map), map.investment);
}

/** Present value after deductions by year of the horizon, and within each year by stakeholder. */
export function valueByYear(map: ValueMap): YearValue[] {
  const factors = discountFactors(map.discounting, map.horizonYears);
  const rows = map.rows.map((row) => ({ ...row, impacts: impactByYear(row, map.horizonYears) }));
  return factors.map((factor, index) => {
    const byStakeholder = noValues();
    let impact = 0;
    for (const row of rows) {
      const amount = row.impacts[index] ?? 0;
      impact += amount;
      byStakeholder[row.stakeholder] += amount * factor;
    }
    return { year: index + 1, factor, impact, presentValue: impact * factor, byStakeholder };
  });
}

/** Present value after deductions by stakeholder. */
export function valueByStakeholder(map: ValueMap): Record<Stakeholder, number> {
  const values = noValues();
  for (const row of map.rows) values[row.stakeholder] += presentValueOfRow(row, map);
  return values;
}

function noValues(): Record<Stakeholder, number> {
  return Object.fromEntries(STAKEHOLDERS.map((stakeholder) => [stakeholder, 0])) as Record<
    Stakeholder,
    number
  >;
}

/**
 * After how many months the value has come to what was put in; null where it never does within the horizon. All is put in at
 * the beginning; value is not discounted, and comes evenly over each year. Source: A Guide to Social Return on Investment
 * (2012), stage 5.4: investment over impact a month.
 */
export function paybackMonths({ rows, investment, horizonYears }: ValueMap): number | null {
  if (investment <= 0) return 0;
  const impacts = rows.map((row) => impactByYear(row, horizonYears));
  let open = investment;
  for (let index = 0; index < horizonYears; index += 1) {
    const impact = impacts.reduce((sum, years) => sum + (years[index] ?? 0), 0);
    if (impact >= open) return 12 * (index + open / impact);
    open -= impact;
  }
  return null;
}
