import { sroiRowFields } from '@tandem/domain/sroi-inputs';
import {
  DISTRIBUTIONS,
  EVIDENCE_GRADES,
  SROI_ASSUMPTIONS,
  SROI_PARAMETERS,
  type SroiAssumption,
  type SroiParameter,
} from '@tandem/domain/vocabulary';
import { z } from 'zod';
import type { Row } from './sroi.queries.ts';

const number = z.number({ error: 'NUMBER_INVALID' });
const indexValue = number.gt(0, { error: 'TOO_SMALL' }).nullable().default(null);

/** What a row is about and on what it stands, as it is typed: money in euros. Its shares are changed in the map. */
export const rowWords = sroiRowFields
  .pick({
    stakeholder: true,
    outcome: true,
    proxyYear: true,
    proxyCountry: true,
    proxyUnit: true,
    proxySource: true,
    evidenceGrade: true,
    note: true,
  })
  .extend({
    /** Empty where it is typed. */
    quantityMetric: z.string().nullable().default(null),
    quantity: number.min(0, { error: 'TOO_SMALL' }),
    euros: number,
    /** A source whose amount is known, in euros: what the row had, or what was taken from the library. */
    saidOf: z.object({ source: sroiRowFields.shape.proxySource, euros: number.nullable() }),
    leakage: number.min(0, { error: 'TOO_SMALL' }).max(100, { error: 'TOO_LARGE' }),
    substitution: number.min(0, { error: 'TOO_SMALL' }).max(100, { error: 'TOO_LARGE' }),
    indexName: z.string().trim().max(200, { error: 'TOO_LONG' }).nullable().default(null),
    indexFrom: indexValue,
    indexTo: indexValue,
    indexYear: number
      .int({ error: 'NUMBER_INVALID' })
      .min(1990, { error: 'TOO_SMALL' })
      .nullable()
      .default(null),
    assumptions: z.record(
      z.enum(SROI_ASSUMPTIONS),
      z
        .object({
          grade: z
            .enum(['', ...EVIDENCE_GRADES])
            .nullable()
            .default(''),
          source: z.string().trim().max(500, { error: 'TOO_LONG' }).nullable().default(null),
        })
        .refine(({ grade, source }) => !grade || (source !== null && source !== ''), {
          error: 'REQUIRED',
          path: ['source'],
        }),
    ),
    ranges: z.record(
      z.enum(SROI_PARAMETERS),
      z
        .object({
          distribution: z
            .enum(['', ...DISTRIBUTIONS])
            .nullable()
            .default(''),
          low: number.nullable().default(null),
          high: number.nullable().default(null),
        })
        .refine(
          ({ distribution, low, high }) => !distribution || (low !== null && high !== null && low <= high),
          {
            error: 'REQUIRED',
            path: ['low'],
          },
        ),
    ),
  })
  .refine(
    ({ indexName, indexFrom, indexTo, indexYear }) => {
      const given = [indexName, indexFrom, indexTo, indexYear].filter((part) => part !== null && part !== '');
      return given.length === 0 || given.length === 4;
    },
    { error: 'REQUIRED', path: ['indexName'] },
  );
export type RowWords = z.output<typeof rowWords>;

/** How a number is typed in the form: shares in per cent, money in euros. */
function scaleOf(parameter: SroiParameter): number {
  if (parameter === 'quantity') return 1;
  return parameter === 'proxy' ? 100 : 0.01;
}

const typed = (value: number, parameter: SroiParameter) => Number((value / scaleOf(parameter)).toFixed(4));

const centsOf = (euros: number) => Math.round(euros * 100);

/** What the form begins with. */
export function wordsOf(row: Row): z.input<typeof rowWords> {
  const { priceIndex } = row;
  return {
    ...row,
    euros: typed(row.proxy.cents, 'proxy'),
    saidOf: {
      source: row.proxySource ?? null,
      euros: row.proxySourceCents == null ? null : typed(row.proxySourceCents, 'proxy'),
    },
    leakage: typed(row.leakage, 'leakage'),
    substitution: typed(row.substitution, 'substitution'),
    indexName: priceIndex?.name ?? null,
    indexFrom: priceIndex?.from ?? null,
    indexTo: priceIndex?.to ?? null,
    indexYear: priceIndex?.year ?? null,
    assumptions: Object.fromEntries(
      SROI_ASSUMPTIONS.map((number) => {
        const told = row.assumptions.find((candidate) => candidate.number === number);
        return [number, { grade: told?.grade ?? ('' as const), source: told?.source ?? null }];
      }),
    ) as Record<SroiAssumption, { grade: ''; source: string | null }>,
    ranges: Object.fromEntries(
      SROI_PARAMETERS.map((parameter) => {
        const range = row.ranges.find((candidate) => candidate.parameter === parameter);
        return [
          parameter,
          {
            distribution: range?.distribution ?? ('' as const),
            low: range === undefined ? null : typed(range.low, parameter),
            high: range === undefined ? null : typed(range.high, parameter),
          },
        ];
      }),
    ) as Record<SroiParameter, { distribution: ''; low: null; high: null }>,
  };
}

/** The row as it was typed. */
export function rowOf(former: Row, words: RowWords): Row {
  const {
    euros,
    saidOf,
    leakage,
    substitution,
    indexName,
    indexFrom,
    indexTo,
    indexYear,
    ranges,
    assumptions,
    ...rest
  } = words;
  const cents = centsOf(euros);
  const row: Row = {
    ...former,
    ...rest,
    proxy: { ...former.proxy, cents },
    // A source that is typed is said of the value that stands; one whose amount is known stays said of that.
    proxySourceCents:
      rest.proxySource !== saidOf.source ? cents : saidOf.euros === null ? null : centsOf(saidOf.euros),
    leakage: Number((leakage / 100).toFixed(8)),
    substitution: Number((substitution / 100).toFixed(8)),
    priceIndex:
      indexName === null || indexName === '' || indexFrom === null || indexTo === null || indexYear === null
        ? null
        : { __typename: 'PriceIndex', name: indexName, from: indexFrom, to: indexTo, year: indexYear },
  };
  return {
    ...row,
    assumptions: SROI_ASSUMPTIONS.flatMap((number): Row['assumptions'] => {
      const { grade, source } = assumptions[number];
      if (grade === null || grade === '' || source === null) return [];
      // What an indicator counts stands on that.
      if (number === 'quantity' && row.quantityMetric != null) return [];
      const told = former.assumptions.find((candidate) => candidate.number === number);
      const same = told !== undefined && told.grade === grade && told.source === source;
      return [
        { __typename: 'SroiAssumption', number, value: same ? told.value : row[number], grade, source },
      ];
    }),
    ranges: SROI_PARAMETERS.flatMap((parameter): Row['ranges'] => {
      const { distribution, low, high } = ranges[parameter];
      if (distribution === null || distribution === '' || low === null || high === null) return [];
      const stored = (end: number) => {
        const exact = Number((end * scaleOf(parameter)).toFixed(8));
        return parameter === 'proxy' ? Math.round(exact) : exact;
      };
      return [
        {
          __typename: 'SroiRange',
          parameter,
          distribution,
          low: stored(low),
          high: stored(high),
        },
      ];
    }),
  };
}

/** Another row, of which nothing is known yet. */
export function newRow(today: string): Row {
  const nothing = { deadweight: 0, displacement: 0, attribution: 0, leakage: 0, substitution: 0, dropOff: 0 };
  const key = crypto.randomUUID();
  return {
    __typename: 'SroiRow',
    id: key,
    key,
    stakeholder: 'MENTEES',
    outcome: '',
    quantityMetric: null,
    quantity: 0,
    publishedQuantity: null,
    proxy: { __typename: 'Money', cents: 0, currency: 'EUR' },
    proxyYear: Number(today.slice(0, 4)),
    proxyCountry: 'BE',
    proxyUnit: null,
    proxySource: null,
    proxySourceCents: null,
    priceIndex: null,
    ...nothing,
    durationYears: 1,
    firstYear: 1,
    evidenceGrade: 'ESTIMATED',
    note: null,
    assumptions: [],
    ranges: [],
  };
}
