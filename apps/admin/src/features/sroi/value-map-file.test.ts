import { readFileSync } from 'node:fs';
import { DISCOUNT_CONVENTIONS, SROI_PARAMETERS } from '@tandem/domain/vocabulary';
import { mapOf } from '@tandem/metrics/sroi/answer';
import { resultOf } from '@tandem/metrics/sroi/result';
import { worthsOf } from '@tandem/metrics/sroi/worths';
import { valueMapColumns } from '@tandem/ui/value-map-columns';
import fc from 'fast-check';
import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { versionOf } from '../../../test/sroi-version.ts';
import { newRow } from './row-form.ts';
import type { Row, Version } from './sroi.queries.ts';

const messages = ['../../messages/en.json', '../../../../../packages/ui/src/messages/en.json'].reduce(
  (all, path) =>
    Object.assign(all, JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as object),
  {} as Record<string, string>,
);
const intl = createIntl({ locale: 'en', messages });
const word = (list: string, value: string) => intl.formatMessage({ id: `vocabulary.${list}.${value}` });

/** Rows of a file by the headings of its columns. */
function fileOf(version: Version): readonly Readonly<Record<string, string | number | null>>[] {
  const columns = valueMapColumns(version, {
    intl,
    word,
    names: new Map(),
    worths: worthsOf(mapOf(version)),
  });
  expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
  return version.rows.map((row) =>
    Object.fromEntries(columns.map(({ header, text }) => [header, text(row)])),
  );
}

/** The ratio from nothing but the cells of the file, written out by its own words: no part of the platform's formula. */
function reckoned(file: ReturnType<typeof fileOf>, net: boolean): number {
  const worth = file.map((row) => {
    const number = (header: string) => Number(row[header] ?? 0);
    const rates = Object.entries(row).flatMap(([header, rate]) => {
      const from = /^Rate from year (\d+) \(%\)$/.exec(header)?.[1];
      return from === undefined ? [] : [{ from: Number(from), rate: Number(rate) }];
    });
    const one = row['Worth of one after the index'] ?? row['Worth of one (€)'];
    let impact = number('Quantity') * Number(one);
    if (net)
      for (const deduction of ['Deadweight', 'Displacement', 'Attribution', 'Leakage', 'Substitution'])
        impact *= 1 - number(`${deduction} (%)`) / 100;
    let [sum, discount] = [0, 1];
    for (let year = 1; year <= number('Horizon (years)'); year += 1) {
      const rate = rates.findLast(({ from }) => from <= year)?.rate ?? 0;
      const later = discount * (1 + rate / 100);
      const by = row['Discounting of the first year'] === 'Discounted (end of year)' ? later : discount;
      discount = later;
      const age = year - number('First year of the effect');
      if (age >= 0 && age < number('Years')) sum += (impact * (1 - number('Drop-off (%)') / 100) ** age) / by;
    }
    return sum;
  });
  return worth.reduce((sum, value) => sum + value, 0) / Number(file[0]?.['Put in']);
}

const share = fc.double({ min: 0, max: 0.9, noNaN: true });
const anyRow = fc
  .record({
    quantity: fc.double({ min: 1, max: 1000, noNaN: true }),
    cents: fc.integer({ min: 100, max: 10_000_000 }),
    deadweight: share,
    displacement: share,
    attribution: share,
    leakage: share,
    substitution: share,
    dropOff: share,
    durationYears: fc.integer({ min: 1, max: 12 }),
    firstYear: fc.integer({ min: 1, max: 4 }),
    priceIndex: fc.option(
      fc.record({
        from: fc.double({ min: 50, max: 150, noNaN: true }),
        to: fc.double({ min: 50, max: 150, noNaN: true }),
      }),
    ),
  })
  .map(({ cents, priceIndex, ...numbers }): Row => ({
    ...newRow('2017-12-31'),
    ...numbers,
    proxy: { __typename: 'Money', cents, currency: 'EUR' },
    priceIndex: priceIndex && { __typename: 'PriceIndex', name: 'Index', year: 2017, ...priceIndex },
  }));
const anyVersion = fc
  .record({
    rows: fc.array(anyRow, { minLength: 1, maxLength: 4 }),
    cents: fc.integer({ min: 10_000, max: 1_000_000_000 }),
    rates: fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), { minLength: 1, maxLength: 3 }),
    convention: fc.constantFrom(...DISCOUNT_CONVENTIONS),
    horizonYears: fc.integer({ min: 4, max: 12 }),
  })
  .map(({ rows, cents, rates, convention, horizonYears }) =>
    versionOf(rows, {
      investment: { __typename: 'Money', cents },
      discountSchedule: rates.map((rate, index) => ({
        __typename: 'DiscountStep',
        fromYear: 1 + 3 * index,
        rate,
      })),
      discountConvention: convention,
      horizonYears,
    }),
  );

test('who has the file alone reckons the ratios again', () => {
  fc.assert(
    fc.property(anyVersion, (version) => {
      const { grossRatio, netRatio } = resultOf(mapOf(version));
      const file = fileOf(version);
      expect(reckoned(file, false) / (grossRatio ?? 0)).toBeCloseTo(1, 9);
      expect(reckoned(file, true) / (netRatio ?? 0)).toBeCloseTo(1, 9);
    }),
  );
});

test('the file has how far each uncertain number may lie, in the unit of its column', () => {
  fc.assert(
    fc.property(anyVersion, (version) => {
      const ranged = SROI_PARAMETERS.map((parameter) => ({
        __typename: 'SroiRange' as const,
        parameter,
        distribution: 'PERT' as const,
        low: 0,
        high: 100_000_000_00,
      }));
      const [row] = fileOf({ ...version, rows: version.rows.map((each) => ({ ...each, ranges: ranged })) });
      expect([row?.['Worth of one, lowest (€)'], row?.['Worth of one, highest (€)']]).toEqual([
        0, 100_000_000,
      ]);
      expect([row?.['Deadweight, highest (%)'], row?.['Quantity, highest']]).toEqual([1e12, 1e10]);
      expect(row?.['Leakage, distribution']).toBe(word('Distribution', 'PERT'));
      const [certain] = fileOf(version);
      expect(Object.keys(certain ?? {}).filter((header) => header.includes('distribution'))).toEqual([]);
    }),
  );
});
