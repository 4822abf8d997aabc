import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputOf, resultOf, type Model, type Row } from './draft.ts';

const rate = fc.double({ min: 0, max: 1, noNaN: true });
const row: fc.Arbitrary<Row> = fc
  .record({
    deadweight: rate,
    displacement: rate,
    attribution: rate,
    dropOff: rate,
    quantity: fc.nat(1000),
    cents: fc.nat(1e7),
    durationYears: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ cents, ...values }) => ({
    __typename: 'SroiRow',
    id: 'row',
    stakeholder: 'MENTEES',
    outcome: 'Work',
    quantityMetric: null,
    proxy: { __typename: 'Money', cents, currency: 'EUR' },
    proxyYear: 2017,
    proxyCountry: 'BE',
    proxySource: null,
    firstYear: 1,
    evidenceGrade: 'ESTIMATED',
    ...values,
  }));

function modelOf(rows: Row[], investment: number): Model {
  return {
    __typename: 'SroiModel',
    id: 'model',
    name: 'Test',
    discountRate: 0.035,
    discountConvention: 'END_OF_YEAR',
    version: 1,
    asOf: '2017-12-31',
    viewerCanEdit: true,
    investment: { __typename: 'Money', cents: investment, currency: 'EUR' },
    rows,
  };
}

describe('what a value map comes to', () => {
  test('the steps from gross to net add up, and net is never above gross', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const result = resultOf(modelOf(rows, 100_000));
        const steps = result.deadweight + result.displacement + result.attribution;
        expect(result.gross - steps).toBeCloseTo(result.net, 3);
        expect(result.net).toBeLessThanOrEqual(result.gross + 1e-6);
        for (const step of [result.deadweight, result.displacement, result.attribution])
          expect(step).toBeGreaterThanOrEqual(-1e-6);
      }),
    );
  });

  test('nothing put in gives no ratio', () => {
    expect(resultOf(modelOf([], 0))).toMatchObject({ grossRatio: 0, netRatio: 0 });
  });

  test('a linked quantity is sent as its link, a typed one as its number', () => {
    const [typed] = fc.sample(row, 1);
    if (typed === undefined) throw new Error('no sample');
    const { rows } = inputOf(modelOf([typed, { ...typed, quantityMetric: 'EMPLOYMENT_RATE' }], 1));
    expect(rows.map(({ quantity, quantityMetric }) => [quantity, quantityMetric])).toEqual([
      [typed.quantity, null],
      [null, 'EMPLOYMENT_RATE'],
    ]);
  });
});
