import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusedNumber } from './sroi-inputs.ts';
import { decidePublication, formerSources, weighs } from './sroi.ts';
import { SROI_ASSUMPTIONS, SROI_NUMBERS } from './vocabulary.ts';

const row = {
  outcome: 'Mentees in work',
  quantity: 12,
  quantityMetric: null,
  proxyCents: 100_00,
  proxySource: 'A study',
  proxySourceCents: 100_00,
  deadweight: 0.5,
  displacement: 0,
  attribution: 0,
  leakage: 0,
  substitution: 0,
  dropOff: 0,
  durationYears: 1,
  assumptions: [
    { number: 'quantity', value: 12 },
    { number: 'deadweight', value: 0.5 },
    { number: 'leakage', value: 0 },
  ],
} as const;
const publish = (change: object) => decidePublication({ status: 'DRAFT' }, [{ ...row, ...change }], 1);

describe('a source', () => {
  test('is of a former value once its number is another one, and names both', () => {
    expect(formerSources(row)).toEqual([]);
    expect(formerSources({ ...row, proxyCents: 1, deadweight: 0.4, leakage: 0.1 })).toEqual([
      { number: 'proxy', former: 100_00 },
      { number: 'deadweight', former: 0.5 },
      { number: 'leakage', former: 0 },
    ]);
  });

  test('of a quantity is asked for where it is typed, and not where an indicator counts it', () => {
    expect(weighs(row, 'quantity')).toBe(true);
    expect(formerSources({ ...row, quantity: 13 })).toEqual([{ number: 'quantity', former: 12 }]);
    const linked = { ...row, quantityMetric: 'EMPLOYMENT_RATE', quantity: null };
    expect([weighs(linked, 'quantity'), formerSources(linked)]).toEqual([false, []]);
  });

  test('that is of a former value keeps a version from being published, whichever number it is of', () => {
    expect(publish({})).toEqual({ ok: true, value: 'PUBLISHED' });
    fc.assert(
      fc.property(fc.constantFrom('proxy' as const, ...SROI_ASSUMPTIONS), (number) => {
        const assumptions = SROI_ASSUMPTIONS.map((each) => ({ number: each, value: row[each] }));
        expect(publish({ assumptions })).toEqual({ ok: true, value: 'PUBLISHED' });
        const change =
          number === 'proxy' ? { proxyCents: 1 } : { [number]: number === 'durationYears' ? 2 : 0.25 };
        expect(publish({ assumptions, ...change })).toMatchObject({
          ok: false,
          refusal: { code: 'SOURCE_OF_FORMER_VALUE', params: { outcome: row.outcome, number } },
        });
      }),
    );
  });
});

test('a number says which bound it would leave', () => {
  expect(refusedNumber('deadweight', 1.4)).toEqual({ code: 'TOO_LARGE', bound: 1 });
  expect(refusedNumber('durationYears', 0)).toEqual({ code: 'TOO_SMALL', bound: 1 });
  expect(refusedNumber('durationYears', 2.5)).toEqual({ code: 'NUMBER_INVALID', bound: undefined });
  expect(refusedNumber('proxy', 12.5)).toEqual({ code: 'NUMBER_INVALID', bound: undefined });
  for (const number of SROI_NUMBERS) expect(refusedNumber(number, 1)).toBeUndefined();
});
