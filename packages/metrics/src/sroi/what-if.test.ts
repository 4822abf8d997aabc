import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMap } from '../../test/any-map.ts';
import { EXAMPLE, EXAMPLE_MAP } from '../../test/worked-example.ts';
import { differencesOf } from './compare.ts';
import { explain, type Explained } from './explain.ts';
import { netRatioOf, resultOf } from './result.ts';
import { scenarioResults, scenariosOf, underScenario } from './scenarios.ts';
import { tornadoOf } from './sensitivity.ts';
import { modelSwitches, switchingValues } from './switching.ts';
import { presentValueOf, withRow, type ValueMap } from './value-map.ts';

/** How far a map is from giving back what was put in, against the size of what it is summed of. */
function offBy(map: ValueMap): number {
  const scale = map.rows.reduce((sum, row) => sum + Math.abs(row.quantity * row.proxy), map.investment);
  return Math.abs(presentValueOf(map) - map.investment) / scale;
}

describe('switching values', () => {
  test('the worked example', () => {
    const found = switchingValues(EXAMPLE_MAP).find(
      ({ row, parameter }) => row === 'jobs' && parameter === 'deadweight',
    );
    expect(found?.switchesAt).toBeCloseTo(EXAMPLE.switching.jobs_deadweight_for_ratio_1, 8);
  });

  test('bring the ratio to 1, or to its other side where they are whole years', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const before = netRatioOf(map) ?? Number.NaN;
        const switched = switchingValues(map).flatMap(({ row, parameter, switchesAt }) =>
          switchesAt === null ? [] : [{ parameter, moved: withRow(map, row, { [parameter]: switchesAt }) }],
        );
        const isYears = (parameter: string) => parameter === 'durationYears' || parameter === 'firstYear';
        for (const { moved } of switched.filter(({ parameter }) => isYears(parameter)))
          expect((netRatioOf(moved) ?? Number.NaN) >= 1).toBe(!(before >= 1));
        for (const { moved } of switched.filter(({ parameter }) => !isYears(parameter)))
          expect(offBy(moved)).toBeLessThan(1e-6);
        const { investment, discountShift } = modelSwitches(map);
        expect(investment).toBe(presentValueOf(map));
        const { schedule } = map.discounting;
        for (const shift of discountShift === null ? [] : [discountShift]) {
          const shifted = schedule.map((step) => ({ ...step, rate: step.rate + shift }));
          expect(offBy({ ...map, discounting: { ...map.discounting, schedule: shifted } })).toBeLessThan(
            1e-6,
          );
        }
      }),
    );
  });

  test('there is none where no value does it', () => {
    // Jobs alone pay for all: even without any training the ratio stays above 1.
    const training = switchingValues(EXAMPLE_MAP).filter(({ row }) => row === 'training');
    expect(training.every(({ parameter, switchesAt }) => parameter === 'proxy' || switchesAt === null)).toBe(
      true,
    );
  });
});

test('the tornado moves one value at a time, the widest first', () => {
  const bars = tornadoOf(EXAMPLE_MAP, [
    { row: 'training', parameter: 'proxy', distribution: 'FIXED', low: 1000, high: 2000 },
    { row: 'jobs', parameter: 'deadweight', distribution: 'FIXED', low: 0.2, high: 0.6 },
  ]);
  expect(bars.map(({ row }) => row)).toEqual(['jobs', 'training']);
  // Without deadweight the jobs of the example bring 0.8/0.6 and 0.4/0.6 of what they bring.
  const others = presentValueOf(withRow(EXAMPLE_MAP, 'jobs', { quantity: 0 })) / EXAMPLE.inputs;
  expect(bars[0]?.low.ratio).toBeCloseTo(((EXAMPLE.SROI - others) * 0.8) / 0.6 + others, 6);
  expect(bars[0]?.high.ratio).toBeCloseTo(((EXAMPLE.SROI - others) * 0.4) / 0.6 + others, 6);
});

test('scenarios stand side by side on one map', () => {
  const scenarios = [
    { name: 'as it is', changes: [] },
    { name: 'half the jobs', changes: [{ row: 'jobs', parameter: 'quantity' as const, value: 20 }] },
  ];
  const [same, half] = scenarioResults(EXAMPLE_MAP, scenarios);
  expect(same?.result).toEqual(resultOf(EXAMPLE_MAP));
  expect(half?.result.years[0]?.impact).toBeCloseTo((EXAMPLE.year_totals[0] ?? 0) - 183_600 / 2, 6);
  expect(() => underScenario(EXAMPLE_MAP, [{ row: 'luck', parameter: 'proxy', value: 1 }])).toThrow(
    RangeError,
  );
});

test('a scenario keeps what it sets of rows that are there, and nothing of those that were taken out', () => {
  const kept = { row: 'jobs', parameter: 'quantity', value: 20 } as const;
  const gone = { row: 'luck', parameter: 'proxy', value: 1 } as const;
  const known = scenariosOf(EXAMPLE_MAP, [{ name: 'half the jobs', changes: [gone, kept] }]);
  expect(known).toEqual([{ name: 'half the jobs', changes: [kept] }]);
  expect(scenarioResults(EXAMPLE_MAP, known)[0]?.result).toEqual(
    resultOf(underScenario(EXAMPLE_MAP, [kept])),
  );
});

describe('two maps compared', () => {
  test('the effects add up to what lies between their ratios', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (first, second) => {
        // Some rows stay under their keys, changed or not.
        const kept = second.rows.map((row, index) => ({ ...row, key: first.rows[index]?.key ?? row.key }));
        const other = { ...second, rows: kept };
        const effects = differencesOf(first, other).reduce((sum, { effect }) => sum + effect, 0);
        const [before, after] = [netRatioOf(first) ?? Number.NaN, netRatioOf(other) ?? Number.NaN];
        const largest = [...first.rows, ...kept].reduce(
          (sum, row) => sum + Math.abs(row.quantity * row.proxy),
          1,
        );
        const scale = largest / Math.min(first.investment, second.investment);
        expect(Math.abs(before + effects - after) / (1 + scale)).toBeLessThan(1e-9);
        expect(differencesOf(first, first)).toEqual([]);
      }),
    );
  });

  test('it says what of a row is another', () => {
    const other = withRow(EXAMPLE_MAP, 'jobs', { deadweight: 0.5 });
    expect(differencesOf(EXAMPLE_MAP, other)).toEqual([
      {
        kind: 'CHANGED',
        row: 'jobs',
        parameters: [{ parameter: 'deadweight', before: 0.4, after: 0.5 }],
        effect: (netRatioOf(other) ?? 0) - (netRatioOf(EXAMPLE_MAP) ?? 0),
      },
    ]);
  });
});

test('an explanation ends with the number that it explains', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const result = resultOf(map);
      const endOf = (explained: Explained) => {
        const last = explain(map, explained).at(-1);
        return last !== undefined && 'result' in last ? last.result : null;
      };
      expect(endOf({ number: 'NET_RATIO' })).toBe(result.netRatio);
      expect(endOf({ number: 'GROSS_RATIO' })).toBe(result.grossRatio);
      expect(endOf({ number: 'NET_PRESENT_VALUE' })).toBe(result.netPresentValue);
      expect(endOf({ number: 'PAYBACK' })).toBe(result.paybackMonths);
      for (const row of map.rows) {
        const steps = explain(map, { number: 'ROW_VALUE', row: row.key });
        const years = steps.reduce((sum, step) => sum + (step.kind === 'YEAR' ? step.result : 0), 0);
        const last = steps.at(-1);
        const value = last?.kind === 'SUM' ? last.result : Number.NaN;
        expect(Math.abs(years - value)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(row.quantity * row.proxy)));
      }
    }),
  );
});
