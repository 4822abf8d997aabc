import { z } from 'zod';
import { choice, MAXIMUM_NAME_LENGTH, optionalText, text } from './inputs.ts';
import {
  DISCOUNT_CONVENTIONS,
  DISTRIBUTIONS,
  EVIDENCE_GRADES,
  SROI_ASSUMPTIONS,
  SROI_NUMBERS,
  SROI_PARAMETERS,
  STAKEHOLDERS,
  type SroiNumber,
} from './vocabulary.ts';

const number = z.number({ error: 'NUMBER_INVALID' });
/** A rate from 0 to 1. */
const share = number.min(0, { error: 'TOO_SMALL' }).max(1, { error: 'TOO_LARGE' });
const wholeBetween = (least: number, most: number) =>
  number
    .int({ error: 'NUMBER_INVALID' })
    .min(least, { error: 'TOO_SMALL' })
    .max(most, { error: 'TOO_LARGE' });
const quantity = number.min(0, { error: 'TOO_SMALL' }).max(1e9, { error: 'TOO_LARGE' });
const proxyCents = wholeBetween(-100_000_000_00, 100_000_000_00);
const country = z.string({ error: 'REQUIRED' }).regex(/^[A-Z]{2}$/, { error: 'CHOICE_INVALID' });
const priceYear = wholeBetween(1990, 2100);
const indexValue = number.gt(0, { error: 'TOO_SMALL' }).max(1e6, { error: 'TOO_LARGE' });

/** A published index of prices, by which an amount is brought to another year's prices. */
const priceIndex = z.object({
  name: text(200),
  from: indexValue,
  to: indexValue,
  year: priceYear,
});

/** What each number of a row may be. */
const NUMBERS: Readonly<Record<SroiNumber, z.ZodNumber>> = {
  quantity,
  proxy: proxyCents,
  deadweight: share,
  displacement: share,
  attribution: share,
  leakage: share,
  substitution: share,
  dropOff: share,
  durationYears: wholeBetween(1, 30),
  firstYear: wholeBetween(1, 30),
};

/** How far a value may lie from what is thought likeliest: in the units of the row, a proxy in cents. */
const range = z
  .object({
    parameter: choice(SROI_PARAMETERS),
    distribution: choice(DISTRIBUTIONS),
    low: number,
    high: number,
  })
  .refine(({ parameter, low }) => NUMBERS[parameter].safeParse(low).success, {
    error: 'RANGE_LEAVES_VALUE_OUT',
    path: ['low'],
  })
  .refine(({ parameter, low, high }) => high >= low && NUMBERS[parameter].safeParse(high).success, {
    error: 'RANGE_LEAVES_VALUE_OUT',
    path: ['high'],
  });

/** What a number of a row cannot be, and the bound that it would leave; a share is 0 to 1, a proxy in whole cents. */
interface NumberRefused {
  readonly code: 'NUMBER_INVALID' | 'TOO_SMALL' | 'TOO_LARGE';
  readonly bound: number | undefined;
}

/** Why a number of a row cannot be this one; undefined where it can. */
export function refusedNumber(of: SroiNumber, value: number): NumberRefused | undefined {
  const issue = NUMBERS[of].safeParse(value).error?.issues[0];
  if (issue === undefined) return undefined;
  if (issue.code === 'too_small') return { code: 'TOO_SMALL', bound: Number(issue.minimum) };
  if (issue.code === 'too_big') return { code: 'TOO_LARGE', bound: Number(issue.maximum) };
  return { code: 'NUMBER_INVALID', bound: undefined };
}

/** On what a number of a row stands, and of which value that was said. */
const assumption = z
  .object({
    number: choice(SROI_ASSUMPTIONS),
    value: number,
    grade: choice(EVIDENCE_GRADES),
    source: text(500),
  })
  .refine(({ number: of, value }) => refusedNumber(of, value) === undefined, {
    error: 'NUMBER_INVALID',
    path: ['value'],
  });

/** What a row of the value map holds. */
export const sroiRowFields = z.object({
  stakeholder: choice(STAKEHOLDERS),
  outcome: text(200),
  quantityMetric: z.string().nullable().default(null),
  quantity: quantity.nullable().default(null),
  proxyCents,
  proxyYear: priceYear,
  proxyCountry: country,
  proxyUnit: optionalText(100),
  proxySource: optionalText(500),
  proxySourceCents: proxyCents.nullable().default(null),
  priceIndex: priceIndex.nullable().default(null),
  deadweight: share,
  displacement: share,
  attribution: share,
  leakage: share.default(0),
  substitution: share.default(0),
  dropOff: share,
  durationYears: NUMBERS.durationYears,
  firstYear: NUMBERS.firstYear,
  evidenceGrade: choice(EVIDENCE_GRADES),
  note: optionalText(1000),
});

/**
 * A row of the value map: its quantity is linked to an indicator or typed, one of the two, and lies in its range like every other
 * value. A quantity that is linked may leave its range as time goes.
 */
const sroiRowInput = sroiRowFields
  .extend({
    /** The same from version to version; null for a row that there was not yet. */
    key: z.uuid({ error: 'REFERENCE_UNKNOWN' }).nullable().default(null),
    ranges: z.array(range).max(SROI_PARAMETERS.length, { error: 'TOO_LARGE' }).default([]),
    assumptions: z.array(assumption).max(SROI_ASSUMPTIONS.length, { error: 'TOO_LARGE' }).default([]),
  })
  .refine(({ quantityMetric, quantity }) => (quantityMetric === null) !== (quantity === null), {
    error: 'REQUIRED',
    path: ['quantity'],
  })
  .refine(({ proxySource, proxySourceCents }) => proxySource === null || proxySourceCents !== null, {
    error: 'REQUIRED',
    path: ['proxySourceCents'],
  })
  .superRefine((row, context) => {
    for (const [index, { parameter, low, high }] of row.ranges.entries()) {
      const value = parameter === 'proxy' ? row.proxyCents : row[parameter];
      const twice = row.ranges.findIndex((other) => other.parameter === parameter) < index;
      if (twice || (value !== null && (value < low || value > high)))
        context.addIssue({
          code: 'custom',
          message: twice ? 'REPEATED_IN_LIST' : 'RANGE_LEAVES_VALUE_OUT',
          path: ['ranges', index, 'low'],
        });
    }
    for (const [index, { number: assumed }] of row.assumptions.entries())
      if (row.assumptions.findIndex((other) => other.number === assumed) < index)
        context.addIssue({
          code: 'custom',
          message: 'REPEATED_IN_LIST',
          path: ['assumptions', index, 'number'],
        });
  })
  // An amount belongs to a source.
  .transform((row) => ({
    ...row,
    proxySourceCents: row.proxySource === null ? null : row.proxySourceCents,
  }));

const scenario = z.object({
  name: text(MAXIMUM_NAME_LENGTH),
  changes: z
    .array(
      z
        .object({ row: z.uuid({ error: 'ROW_UNKNOWN' }), parameter: choice(SROI_NUMBERS), value: number })
        .refine(({ parameter, value }) => NUMBERS[parameter].safeParse(value).success, {
          error: 'NUMBER_INVALID',
          path: ['value'],
        }),
    )
    .max(100, { error: 'TOO_LARGE' }),
});

const discountSchedule = z
  .array(
    z.object({
      fromYear: wholeBetween(1, 1000),
      rate: number.min(0, { error: 'TOO_SMALL' }).max(0.5, { error: 'TOO_LARGE' }),
    }),
  )
  .min(1, { error: 'REQUIRED' })
  .max(20, { error: 'TOO_LARGE' })
  .refine(
    (steps) =>
      steps.every(({ fromYear }, index) =>
        index === 0 ? fromYear === 1 : fromYear > (steps[index - 1]?.fromYear ?? 0),
      ),
    { error: 'YEARS_DO_NOT_RISE' },
  );

export const MOST_DRAWS = 1_000_000;

/** A draft of the value map, whole. Scenarios speak of its rows. */
export const sroiVersionInput = z
  .object({
    name: text(MAXIMUM_NAME_LENGTH),
    note: optionalText(2000),
    discountSchedule,
    discountConvention: choice(DISCOUNT_CONVENTIONS),
    horizonYears: wholeBetween(1, 60),
    seed: wholeBetween(0, 2_147_483_647),
    draws: wholeBetween(1000, MOST_DRAWS),
    rows: z.array(sroiRowInput).min(1, { error: 'REQUIRED' }).max(100, { error: 'TOO_LARGE' }),
    scenarios: z.array(scenario).max(10, { error: 'TOO_LARGE' }).default([]),
  })
  .superRefine(({ rows, scenarios }, context) => {
    const keys = new Set(rows.map(({ key }) => key));
    for (const [index, { key }] of rows.entries())
      if (key !== null && rows.findIndex((row) => row.key === key) < index)
        context.addIssue({ code: 'custom', message: 'REPEATED_IN_LIST', path: ['rows', index, 'key'] });
    for (const [index, { changes }] of scenarios.entries())
      for (const [at, { row }] of changes.entries())
        if (!keys.has(row))
          context.addIssue({
            code: 'custom',
            message: 'ROW_UNKNOWN',
            path: ['scenarios', index, 'changes', at, 'row'],
          });
  });

export const sroiVersionNameInput = z.object({ name: text(MAXIMUM_NAME_LENGTH) });

/** An entry of the library of proxies: nothing is taken up into it without a source. */
export const proxyInput = z.object({
  name: text(200),
  cents: proxyCents,
  currency: z.string({ error: 'REQUIRED' }).regex(/^[A-Z]{3}$/, { error: 'CHOICE_INVALID' }),
  priceYear,
  country,
  unit: text(100),
  source: text(500),
  note: optionalText(1000),
});
