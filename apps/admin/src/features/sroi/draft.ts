import { gross, impactOf, presentValueOf, type Discounting, type ValueRow } from '@tandem/metrics/sroi';
import type { SroiModelInput, SroiQuery } from '../../gql/graphql.ts';

export type Model = NonNullable<SroiQuery['sroiModel']>;
export type Row = Model['rows'][number];

/** A row as the formulas take it: money in cents. */
function valueRowOf(row: Row): ValueRow {
  return { ...row, proxy: row.proxy.cents };
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
export function resultOf({ rows, investment, discountRate, discountConvention }: Model): Result {
  const discounting: Discounting = { rate: discountRate, convention: discountConvention };
  const full = rows.map(valueRowOf);
  const before = presentValueOf(full.map(gross), discounting);
  const withDeadweight = presentValueOf(
    full.map((row) => ({ ...row, displacement: 0, attribution: 0 })),
    discounting,
  );
  const withDisplacement = presentValueOf(
    full.map((row) => ({ ...row, attribution: 0 })),
    discounting,
  );
  const after = presentValueOf(full, discounting);
  const ratio = (value: number) => (investment.cents > 0 ? value / investment.cents : 0);
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
  return impactOf(valueRowOf(row));
}

export function rowValueOf(row: Row, { discountRate, discountConvention }: Model): number {
  return presentValueOf([valueRowOf(row)], { rate: discountRate, convention: discountConvention });
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
