import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLogistic } from './logistic.ts';

interface Published {
  readonly temperature: readonly number[];
  readonly distress: readonly number[];
  readonly coefficients: readonly number[];
  readonly standard_errors: readonly number[];
  readonly deviance: number;
}
const rings: Published = JSON.parse(
  readFileSync(new URL('../reference/logistic_o_rings.json', import.meta.url), 'utf8'),
);

test('the O-rings of the space shuttle by temperature, as published', () => {
  const fit = fitLogistic([{ name: 'temperature', values: rings.temperature }], rings.distress);
  if ('reason' in fit) throw new Error(fit.reason);
  for (const [index, expected] of rings.coefficients.entries())
    expect(fit.coefficients[index]).toBeCloseTo(expected, 9);
  for (const [index, expected] of rings.standard_errors.entries())
    expect(fit.standardErrors[index]).toBeCloseTo(expected, 9);
  expect(fit.deviance).toBeCloseTo(rings.deviance, 9);
});

test('where there is no finite answer it says why', () => {
  const values = [1, 2, 3, 4, 5, 6];
  const answers = [0, 1, 0, 1, 0, 1];
  expect(fitLogistic([{ name: 'x', values }], [1, 1, 1, 1, 1, 1])).toEqual({ reason: 'ONE_GROUP' });
  expect(fitLogistic([{ name: 'x', values }], [0, 0, 0, 1, 1, 1])).toEqual({ reason: 'SEPARATED' });
  const twice = values.map((value) => 2 * value + 1);
  expect(
    fitLogistic(
      [
        { name: 'x', values },
        { name: 'twice', values: twice },
      ],
      answers,
    ),
  ).toEqual({ reason: 'COLLINEAR', covariate: 'twice' });
  expect(fitLogistic([{ name: 'nothing', values: values.map(() => 0) }], answers)).toEqual({
    reason: 'COLLINEAR',
    covariate: 'nothing',
  });
  expect(() => fitLogistic([{ name: 'x', values: [1] }], answers)).toThrow(RangeError);
  expect(() => fitLogistic([{ name: 'x', values: values.map(() => Number.NaN) }], answers)).toThrow(
    RangeError,
  );
});

test('the fitted chances add up to the answers, and another unit of a covariate changes none of them', () => {
  const rows = fc.array(fc.record({ x: fc.integer({ min: -50, max: 50 }), yes: fc.boolean() }), {
    minLength: 8,
    maxLength: 80,
  });
  fc.assert(
    fc.property(rows, fc.constantFrom(0.001, 7, 1000), (list, unit) => {
      const answers = list.map(({ yes }) => (yes ? 1 : 0));
      const fit = fitLogistic([{ name: 'x', values: list.map(({ x }) => x) }], answers);
      const scaled = fitLogistic([{ name: 'x', values: list.map(({ x }) => x * unit) }], answers);
      if ('reason' in fit || 'reason' in scaled) return true;
      const sum = fit.fitted.reduce((total, chance) => total + chance, 0);
      const yes = answers.reduce<number>((total, answer) => total + answer, 0);
      return (
        Math.abs(sum - yes) < 1e-4 &&
        fit.fitted.every((chance, row) => Math.abs(chance - (scaled.fitted[row] ?? 0)) < 1e-4)
      );
    }),
  );
});
