import { readFileSync } from 'node:fs';
import type { MapRow, ValueMap } from '../src/sroi/value-map.ts';

interface Reference {
  readonly rate: number;
  readonly inputs: number;
  readonly rows: readonly {
    readonly outcome: string;
    readonly quantity: number;
    readonly proxy: number;
    readonly deadweight: number;
    readonly displacement: number;
    readonly attribution: number;
    readonly drop_off: number;
    readonly duration: number;
    readonly starts_in_year: number;
    readonly impact: number;
    readonly years: readonly number[];
  }[];
  readonly year_totals: readonly number[];
  readonly pv_each_year: readonly number[];
  readonly PV_end_of_year: number;
  readonly NPV: number;
  readonly SROI: number;
  readonly net_SROI: number;
  readonly PV_if_year1_undiscounted: number;
  readonly SROI_if_year1_undiscounted: number;
  readonly payback_months: number;
  readonly switching: { readonly jobs_deadweight_for_ratio_1: number };
}

/** What stands in a file of published results. */
export function readReference(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../src/reference/${name}.json`, import.meta.url), 'utf8'));
}

/** The value map that is worked through in sroi_formula.json. */
export const EXAMPLE = readReference('sroi_formula') as Reference;
export const EXAMPLE_MAP: ValueMap = {
  rows: EXAMPLE.rows.map((row): MapRow => ({
    key: row.outcome,
    stakeholder: row.outcome.startsWith('mentor') ? 'MENTORS' : 'PUBLIC_AUTHORITIES',
    quantity: row.quantity,
    proxy: row.proxy,
    deadweight: row.deadweight,
    displacement: row.displacement,
    attribution: row.attribution,
    leakage: 0,
    substitution: 0,
    dropOff: row.drop_off,
    durationYears: row.duration,
    firstYear: row.starts_in_year,
  })),
  investment: EXAMPLE.inputs,
  discounting: { schedule: [{ fromYear: 1, rate: EXAMPLE.rate }], convention: 'END_OF_YEAR' },
  horizonYears: 5,
};
