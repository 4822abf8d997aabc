import {
  gross,
  impactOf,
  presentValueOf,
  presentValueOfRow,
  type MapRow,
  type ValueMap,
} from '@tandem/metrics/sroi/value-map';
import type { SroiModelInput, SroiQuery } from '../../gql/graphql.ts';

export type Model = NonNullable<SroiQuery['sroiModel']>;
export type Row = Model['rows'][number];

/** A row as the formulas take it: money in cents. */
function mapRowOf(row: Row): MapRow {
  return { ...row, key: row.id, proxy: row.proxy.cents, leakage: 0, substitution: 0 };
}

/** The model as the formulas take it, over the longest of its rows. */
function mapOf({ rows, investment, discountRate, discountConvention }: Model): ValueMap {
  return {
    rows: rows.map(mapRowOf),
    investment: investment.cents,
    discounting: { schedule: [{ fromYear: 1, rate: discountRate }], convention: discountConvention },
    horizonYears: Math.max(0, ...rows.map(({ firstYear, durationYears }) => firstYear + durationYears - 1)),
  };
}

export interface Result {
  /** Present values in cents. */
  readonly gross: number;
  readonly net: number;
  /** Euros for one euro. */
  readonly grossRatio: number;
  readonly netRatio: number;
  /** What each kind of deduction takes from the present value, one after the other. */
  readonly deadweight: number;
  readonly displacement: number;
  readonly attribution: number;
}

/** What a value map comes to; the ratios are 0 where nothing was put in. */
export function resultOf(model: Model): Result {
  const map = mapOf(model);
  const valueOf = (change: (row: MapRow) => MapRow) => presentValueOf({ ...map, rows: map.rows.map(change) });
  const before = valueOf(gross);
  const withDeadweight = valueOf((row) => ({ ...row, displacement: 0, attribution: 0 }));
  const withDisplacement = valueOf((row) => ({ ...row, attribution: 0 }));
  const after = presentValueOf(map);
  const ratio = (value: number) => (map.investment > 0 ? value / map.investment : 0);
  return {
    gross: before,
    net: after,
    grossRatio: ratio(before),
    netRatio: ratio(after),
    deadweight: before - withDeadweight,
    displacement: withDeadweight - withDisplacement,
    attribution: withDisplacement - after,
  };
}

/** First year's impact of a row in cents. */
export function firstImpactOf(row: Row): number {
  return impactOf(mapRowOf(row));
}

export function rowValueOf(row: Row, model: Model): number {
  return presentValueOfRow(mapRowOf(row), mapOf(model));
}

/** The value map as the API takes it. */
export function inputOf({ name, discountRate, discountConvention, rows }: Model): SroiModelInput {
  return {
    name,
    discountRate,
    discountConvention,
    rows: rows.map((row) => ({
      stakeholder: row.stakeholder,
      outcome: row.outcome,
      quantityMetric: row.quantityMetric ?? null,
      quantity: row.quantityMetric == null ? row.quantity : null,
      proxyCents: row.proxy.cents,
      proxyYear: row.proxyYear,
      proxyCountry: row.proxyCountry,
      proxySource: row.proxySource ?? null,
      deadweight: row.deadweight,
      displacement: row.displacement,
      attribution: row.attribution,
      dropOff: row.dropOff,
      durationYears: row.durationYears,
      firstYear: row.firstYear,
      evidenceGrade: row.evidenceGrade,
    })),
  };
}
