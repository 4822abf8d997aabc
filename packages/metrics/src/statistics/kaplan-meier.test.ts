import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CENSORED, COMPETING, countByMonth, EVENT } from './event-counts.ts';
import { kaplanMeier, medianTime } from './kaplan-meier.ts';

type Limits = readonly [number, number] | null;
type Row = readonly [number, number, number, number, number | null, Limits, Limits];
interface Published {
  readonly data: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  readonly table: Readonly<Record<string, readonly Row[]>>;
  readonly median: Readonly<Record<string, readonly (number | null)[]>>;
}
const published: Published = JSON.parse(
  readFileSync(new URL('../reference/kaplan_meier_aml.json', import.meta.url), 'utf8'),
);

test.each(Object.keys(published.data))('the survival table of %s as published', (group) => {
  const data = published.data[group] ?? [];
  const counts = countByMonth(
    data.map(([month]) => month),
    data.map(([, status]) => (status === 1 ? EVENT : CENSORED)),
  );
  const curve = kaplanMeier(counts);
  const rows = published.table[group] ?? [];
  for (const [time, atRisk, events, survival] of rows) {
    expect([curve.atRisk[time], counts.events[time]]).toEqual([atRisk, events]);
    expect(curve.survival[time]).toBeCloseTo(survival, 6);
  }
  // Where nobody is left there is neither an error nor a limit.
  const gone = rows.filter(([, , , , error]) => error === null);
  expect(gone.map(([time]) => [curve.standardError[time], curve.logLog.lower[time]])).toEqual(
    gone.map(() => [Number.NaN, Number.NaN]),
  );
  const limited = rows.filter(([, , , , error]) => error !== null);
  expect(limited.length).toBeGreaterThan(6);
  for (const [time, , , , error, log, logLog] of limited) {
    expect(curve.standardError[time]).toBeCloseTo(error ?? Number.NaN, 6);
    expect(curve.log.lower[time]).toBeCloseTo(log?.[0] ?? Number.NaN, 5);
    expect(curve.log.upper[time]).toBeCloseTo(log?.[1] ?? Number.NaN, 5);
    expect(curve.logLog.lower[time]).toBeCloseTo(logLog?.[0] ?? Number.NaN, 5);
    expect(curve.logLog.upper[time]).toBeCloseTo(logLog?.[1] ?? Number.NaN, 5);
  }
  expect(medianTime(counts, curve)).toBe(published.median[group]?.[0]);
});

test('it refuses events that compete, and there is no median while more than half are without the event', () => {
  expect(() => kaplanMeier(countByMonth([2, 3], [EVENT, COMPETING]))).toThrow(RangeError);
  const counts = countByMonth([1, 2, 2], [EVENT, CENSORED, CENSORED]);
  expect(medianTime(counts, kaplanMeier(counts))).toBeNull();
});
