import { SROI_NUMBERS, type SroiNumber } from '@tandem/domain/vocabulary';
import { mapOf } from '@tandem/metrics/sroi/answer';
import type { ScenarioChange } from '@tandem/metrics/sroi/scenarios';
import type { SroiVersionInput } from '../../gql/graphql.ts';
import type { Row, Version } from './sroi.queries.ts';

/** A row with another number; of a proxy the amount as it was published, in cents. */
export function withNumber(row: Row, parameter: SroiNumber, value: number): Row {
  return parameter === 'proxy'
    ? { ...row, proxy: { ...row.proxy, cents: Math.round(value) } }
    : { ...row, [parameter]: value };
}

/**
 * Whether the number of a row lies outside what its source says that it may be. It is shown beside the number and refused as the
 * map is saved: a range is widened by who knows why, not by what is typed.
 */
export function isOutside(row: Row, { parameter, low, high }: Row['ranges'][number]): boolean {
  // What an indicator counts may leave its range as time goes, and comes back into it.
  if (parameter === 'quantity' && row.quantityMetric != null) return false;
  const value = numberOf(row, parameter);
  return value < low || value > high;
}

/** The number of a row as it is changed: of a proxy the amount as it was published. */
export function numberOf(row: Row, parameter: SroiNumber): number {
  return parameter === 'proxy' ? row.proxy.cents : row[parameter];
}

/** Which numbers of rows that both have are others in the second: what a scenario would have to set. */
export function changedNumbers(first: Version, second: Version): ScenarioChange[] {
  const [before, after] = [mapOf(first), mapOf(second)];
  return before.rows.flatMap((row) => {
    const other = after.rows.find(({ key }) => key === row.key);
    return SROI_NUMBERS.flatMap((parameter) =>
      other === undefined || other[parameter] === row[parameter]
        ? []
        : [{ row: row.key, parameter, value: other[parameter] }],
    );
  });
}

/** The version as the API takes it; changes of scenarios that speak of a row that is gone go with it. */
export function inputOf(version: Version): SroiVersionInput {
  const { name, discountConvention, horizonYears, seed, draws, rows, scenarios } = version;
  const keys = new Set(rows.map(({ key }) => key));
  return {
    name,
    note: version.note ?? null,
    discountConvention,
    horizonYears,
    seed,
    draws,
    discountSchedule: version.discountSchedule.map(({ fromYear, rate }) => ({ fromYear, rate })),
    scenarios: scenarios.map((scenario) => ({
      name: scenario.name,
      changes: scenario.changes
        .filter(({ row }) => keys.has(row))
        .map(({ row, parameter, value }) => ({ row, parameter, value })),
    })),
    rows: rows.map((row) => ({
      key: row.key,
      stakeholder: row.stakeholder,
      outcome: row.outcome,
      quantityMetric: row.quantityMetric ?? null,
      quantity: row.quantityMetric == null ? row.quantity : null,
      proxyCents: row.proxy.cents,
      proxyYear: row.proxyYear,
      proxyCountry: row.proxyCountry,
      proxyUnit: row.proxyUnit ?? null,
      proxySource: row.proxySource ?? null,
      proxySourceCents: row.proxySource == null ? null : (row.proxySourceCents ?? row.proxy.cents),
      priceIndex:
        row.priceIndex == null
          ? null
          : {
              name: row.priceIndex.name,
              from: row.priceIndex.from,
              to: row.priceIndex.to,
              year: row.priceIndex.year,
            },
      deadweight: row.deadweight,
      displacement: row.displacement,
      attribution: row.attribution,
      leakage: row.leakage,
      substitution: row.substitution,
      dropOff: row.dropOff,
      durationYears: row.durationYears,
      firstYear: row.firstYear,
      evidenceGrade: row.evidenceGrade,
      note: row.note ?? null,
      assumptions: row.assumptions.map(({ number, value, grade, source }) => ({
        number,
        value,
        grade,
        source,
      })),
      ranges: row.ranges.map(({ parameter, distribution, low, high }) => ({
        parameter,
        distribution,
        low,
        high,
      })),
    })),
  };
}
