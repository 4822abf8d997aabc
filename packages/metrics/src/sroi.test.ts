import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gross, impactByYear, impactOf, presentValue, presentValueOf, type ValueRow } from './sroi.ts';

interface ReferenceRow {
  outcome: string;
  quantity: number;
  proxy: number;
  deadweight: number;
  displacement: number;
  attribution: number;
  drop_off: number;
  duration: number;
  starts_in_year: number;
  impact: number;
  years: number[];
}
const reference = JSON.parse(readFileSync(new URL('reference/sroi_formula.json', import.meta.url), 'utf8'));
const rows: { expected: ReferenceRow; row: ValueRow }[] = reference.rows.map((expected: ReferenceRow) => ({
  expected,
  row: {
    quantity: expected.quantity,
    proxy: expected.proxy,
    deadweight: expected.deadweight,
    displacement: expected.displacement,
    attribution: expected.attribution,
    dropOff: expected.drop_off,
    durationYears: expected.duration,
    firstYear: expected.starts_in_year,
  },
}));
const END = { rate: reference.rate, convention: 'END_OF_YEAR' } as const;

describe('the worked example', () => {
  test.each(rows)('$expected.outcome', ({ expected, row }) => {
    expect(impactOf(row)).toBeCloseTo(expected.impact, 6);
    impactByYear(row, 5).forEach((amount, index) =>
      expect(amount).toBeCloseTo(expected.years[index] ?? Number.NaN, 6),
    );
  });

  test('present value and ratio under both conventions', () => {
    const map = rows.map(({ row }) => row);
    expect(presentValueOf(map, END)).toBeCloseTo(reference.PV_end_of_year, 4);
    expect(presentValueOf(map, END) / reference.inputs).toBeCloseTo(reference.SROI, 6);
    expect(presentValueOf(map, { ...END, convention: 'START_OF_YEAR' }) / reference.inputs).toBeCloseTo(
      reference.SROI_if_year1_undiscounted,
      6,
    );
    expect(presentValue([100, 100, 100], END)).toBeCloseTo(280.163698, 6);
  });
});

test('the programme: 18 euros gross, and what stands after deadweight', () => {
  const jobs: ValueRow = {
    quantity: 212,
    proxy: 33_443,
    deadweight: 0.5054,
    displacement: 0,
    attribution: 0,
    dropOff: 0.1,
    durationYears: 3,
    firstYear: 1,
  };
  expect(presentValueOf([gross(jobs)], END) / 999_246.92).toBeCloseTo(18.0001, 4);
  expect(presentValueOf([jobs], END) / 999_246.92).toBeCloseTo(8.9028, 4);
});
