import { DEDUCTIONS, type Deduction } from '@tandem/domain/vocabulary';
import { discountFactors } from './discounting.ts';
import { resultOf } from './result.ts';
import {
  grossMap,
  impactByYear,
  presentValueOf,
  presentValueOfRow,
  type MapRow,
  type ValueMap,
} from './value-map.ts';

/** What can be explained: a number of one row, or of the whole map. */
export type Explained =
  | { readonly number: 'ROW_IMPACT' | 'ROW_VALUE'; readonly row: string }
  | { readonly number: 'GROSS_RATIO' | 'NET_RATIO' | 'NET_PRESENT_VALUE' | 'PAYBACK' };

/**
 * One sentence of an explanation. A portal has the words of each kind in its reader's language and fills the values in; `result` is
 * what the sentence comes to, the last one's is the number itself.
 */
export type Step =
  | {
      readonly kind: 'QUANTITY';
      readonly quantity: number;
      readonly proxy: number;
      readonly result: number;
    }
  | {
      readonly kind: 'DEDUCTION';
      readonly deduction: Deduction;
      readonly share: number;
      readonly before: number;
      readonly result: number;
    }
  | {
      readonly kind: 'YEAR';
      readonly year: number;
      readonly impact: number;
      readonly factor: number;
      readonly result: number;
    }
  | { readonly kind: 'ROW'; readonly row: string; readonly result: number }
  | {
      readonly kind: 'SUM';
      readonly of: 'YEARS' | 'ROWS';
      readonly count: number;
      readonly result: number;
    }
  | {
      readonly kind: 'DIVIDED' | 'LESS';
      readonly value: number;
      readonly investment: number;
      readonly result: number;
    }
  | {
      readonly kind: 'COVERED';
      readonly year: number;
      readonly impact: number;
      /** What was put in and has not come back by the beginning of the year. */
      readonly open: number;
      readonly result: number;
    }
  | { readonly kind: 'NEVER'; readonly value: number; readonly investment: number };

/** How a number comes about, sentence by sentence. Refuses (RangeError) a row that there is not. */
export function explain(map: ValueMap, explained: Explained): Step[] {
  switch (explained.number) {
    case 'ROW_IMPACT':
      return explainImpact(rowOf(map, explained.row));
    case 'ROW_VALUE':
      return explainValue(rowOf(map, explained.row), map);
    case 'GROSS_RATIO':
      return explainRatio(grossMap(map));
    case 'NET_RATIO':
      return explainRatio(map);
    case 'NET_PRESENT_VALUE': {
      const value = presentValueOf(map);
      const { investment } = map;
      return [...explainRows(map), { kind: 'LESS', value, investment, result: value - investment }];
    }
    case 'PAYBACK':
      return explainPayback(map);
  }
}

function rowOf(map: ValueMap, key: string): MapRow {
  const row = map.rows.find((row) => row.key === key);
  if (row === undefined) throw new RangeError(`no row ${key}`);
  return row;
}

function explainImpact(row: MapRow): Step[] {
  const { quantity, proxy } = row;
  let before = quantity * proxy;
  const steps: Step[] = [{ kind: 'QUANTITY', quantity, proxy, result: before }];
  for (const deduction of DEDUCTIONS) {
    const share = row[deduction];
    if (share === 0) continue;
    const result = before * (1 - share);
    steps.push({ kind: 'DEDUCTION', deduction, share, before, result });
    before = result;
  }
  return steps;
}

function explainValue(row: MapRow, map: ValueMap): Step[] {
  const factors = discountFactors(map.discounting, map.horizonYears);
  const years = impactByYear(row, map.horizonYears).flatMap((impact, index): Step[] => {
    const factor = factors[index] ?? 0;
    const counts = index + 1 >= row.firstYear && index + 1 < row.firstYear + row.durationYears;
    return counts ? [{ kind: 'YEAR', year: index + 1, impact, factor, result: impact * factor }] : [];
  });
  const result = presentValueOfRow(row, map);
  return [...explainImpact(row), ...years, { kind: 'SUM', of: 'YEARS', count: years.length, result }];
}

function explainRows(map: ValueMap): Step[] {
  return [
    ...map.rows.map((row): Step => ({ kind: 'ROW', row: row.key, result: presentValueOfRow(row, map) })),
    { kind: 'SUM', of: 'ROWS', count: map.rows.length, result: presentValueOf(map) },
  ];
}

function explainRatio(map: ValueMap): Step[] {
  const value = presentValueOf(map);
  const { investment } = map;
  if (investment <= 0) return explainRows(map);
  return [...explainRows(map), { kind: 'DIVIDED', value, investment, result: value / investment }];
}

function explainPayback(map: ValueMap): Step[] {
  const { paybackMonths, years } = resultOf(map);
  const { investment } = map;
  if (paybackMonths === null)
    return [{ kind: 'NEVER', value: years.reduce((sum, { impact }) => sum + impact, 0), investment }];
  const year = Math.max(1, Math.ceil(paybackMonths / 12));
  const before = years.slice(0, year - 1).reduce((sum, { impact }) => sum + impact, 0);
  return [
    {
      kind: 'COVERED',
      year,
      impact: years[year - 1]?.impact ?? 0,
      open: investment - before,
      result: paybackMonths,
    },
  ];
}
