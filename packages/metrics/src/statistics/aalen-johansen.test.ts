import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aalenJohansen } from './aalen-johansen.ts';
import { CENSORED, COMPETING, countByMonth, EVENT, type EventCounts } from './event-counts.ts';
import { kaplanMeier } from './kaplan-meier.ts';

function read(name: string) {
  return readFileSync(new URL(`../reference/${name}.json`, import.meta.url), 'utf8');
}

interface Mgus {
  readonly rows: readonly (readonly [number, number, number, number])[];
  readonly expected: Readonly<Record<string, readonly (readonly number[])[]>>;
}
const mgus: Mgus = JSON.parse(read('cumulative_incidence_mgus2'));
const times = mgus.rows.map(([month]) => month);
const progression = mgus.rows.map(([, count]) => count);
const death = mgus.rows.map(([, , count]) => count);
const censored = mgus.rows.map(([, , , count]) => count);

test.each([
  ['progression', { times, events: progression, competing: death, censored }],
  ['death', { times, events: death, competing: progression, censored }],
] satisfies [string, EventCounts][])('1,384 people followed to %s, as R has it', (event, counts) => {
  const curve = aalenJohansen(counts);
  expect(mgus.expected[event]).toHaveLength(4);
  for (const [month, atRisk, incidence, variance, lower, upper] of mgus.expected[event] ?? []) {
    const index = times.indexOf(month ?? -1);
    expect(curve.atRisk[index]).toBe(atRisk);
    expect(curve.incidence[index]).toBeCloseTo(incidence ?? Number.NaN, 9);
    expect(curve.variance[index]).toBeCloseTo(variance ?? Number.NaN, 12);
    expect(curve.lower[index]).toBeCloseTo(lower ?? Number.NaN, 8);
    expect(curve.upper[index]).toBeCloseTo(upper ?? Number.NaN, 8);
  }
});

interface Cohort {
  readonly horizon: number;
  readonly people: readonly {
    readonly potential_followup_months: number;
    readonly event_month: number | null;
    readonly event: 'pos' | 'comp' | null;
  }[];
  readonly mature_cohort: { readonly p: number };
  readonly naive_all: { readonly p: number };
  readonly resolved_only: { readonly p: number };
}

test('ten people of whom the naive shares are wrong: 11 of 20 by the twelfth month, exactly', () => {
  const cohort: Cohort = JSON.parse(read('cohort_censoring'));
  const within = ({ event_month }: Cohort['people'][number]) =>
    event_month !== null && event_month <= cohort.horizon;
  const counts = countByMonth(
    cohort.people.map((one) =>
      within(one) ? (one.event_month ?? 0) : Math.min(one.potential_followup_months, cohort.horizon),
    ),
    cohort.people.map((one) => (within(one) ? (one.event === 'pos' ? EVENT : COMPETING) : CENSORED)),
  );
  const curve = aalenJohansen(counts);
  expect(counts.times).toHaveLength(cohort.horizon + 1);
  expect([2, 5, 6, 8, 11, 12].map((month) => curve.atRisk[month])).toEqual([10, 7, 6, 4, 3, 2]);
  const exact = [1 / 10, 8 / 35, 8 / 35, 109 / 280, 11 / 20, 11 / 20];
  for (const [index, month] of [2, 5, 6, 8, 11, 12].entries())
    expect(curve.incidence[month]).toBeCloseTo(exact[index] ?? Number.NaN, 14);
  expect(curve.competing[12]).toBeCloseTo(9 / 70, 14);
  // R etm 1.1.1 on the same ten.
  expect(curve.variance[11]).toBeCloseTo(0.0363443878, 10);
  expect(curve.variance[8]).toBeCloseTo(0.0332571975, 10);
  expect(curve.lower[11]).toBeCloseTo(0.2459341741, 9);
  expect(curve.upper[11]).toBeCloseTo(0.895528064, 9);
  for (const wrong of [cohort.naive_all.p, cohort.resolved_only.p])
    expect(Math.abs((curve.incidence[12] ?? 0) - wrong)).toBeGreaterThan(0.02);
});

const people = fc.array(
  fc.record({ month: fc.integer({ min: 0, max: 24 }), end: fc.constantFrom(CENSORED, EVENT, COMPETING) }),
  { minLength: 1, maxLength: 60 },
);
const counted = (list: readonly { month: number; end: number }[]) =>
  countByMonth(
    list.map(({ month }) => month),
    list.map(({ end }) => end),
  );

test('without censoring it is the plain share, with the variance of one', () => {
  fc.assert(
    fc.property(people, (list) => {
      const all = list.map(({ month, end }) => ({ month, end: end === CENSORED ? EVENT : end }));
      const { incidence, variance } = aalenJohansen(counted(all));
      return incidence.every((share, month) => {
        const plain = all.filter((one) => one.month <= month && one.end === EVENT).length / all.length;
        return (
          Math.abs(share - plain) < 1e-12 &&
          Math.abs((variance[month] ?? 0) - (plain * (1 - plain)) / all.length) < 1e-12
        );
      });
    }),
  );
});

test('where nothing competes it is 1 less Kaplan-Meier, with Greenwood’s variance', () => {
  fc.assert(
    fc.property(people, (list) => {
      const counts = counted(list.map(({ month, end }) => ({ month, end: end === COMPETING ? EVENT : end })));
      const { incidence, variance } = aalenJohansen(counts);
      const { survival, standardError } = kaplanMeier(counts);
      return incidence.every(
        (share, month) =>
          Math.abs(share - (1 - (survival[month] ?? 0))) < 1e-12 &&
          (survival[month] === 0 ||
            Math.abs(Math.sqrt(variance[month] ?? 0) - (standardError[month] ?? 0)) < 1e-7),
      );
    }),
  );
});

test('shares only rise, add up to 1, lie within their limits, and are below 1 less Kaplan-Meier', () => {
  fc.assert(
    fc.property(people, (list) => {
      const curve = aalenJohansen(counted(list));
      const ignoring = kaplanMeier(
        counted(list.map(({ month, end }) => ({ month, end: end === COMPETING ? CENSORED : end }))),
      );
      return curve.incidence.every((share, month) => {
        const sum = share + (curve.competing[month] ?? 0) + (curve.neither[month] ?? 0);
        return (
          share >= (curve.incidence[month - 1] ?? 0) &&
          Math.abs(sum - 1) < 1e-9 &&
          (curve.lower[month] ?? 1) <= share &&
          share <= (curve.upper[month] ?? 0) &&
          share <= 1 - (ignoring.survival[month] ?? 0) + 1e-12
        );
      });
    }),
  );
});

test('it refuses times that do not ascend, and counts that are none', () => {
  const counts = { times: [1, 1], events: [1, 1], competing: [0, 0], censored: [0, 0] };
  expect(() => aalenJohansen(counts)).toThrow(RangeError);
  expect(() => aalenJohansen({ ...counts, times: [1, 2], events: [1, -1] })).toThrow(RangeError);
  expect(() => aalenJohansen({ ...counts, times: [1, 2], censored: [0] })).toThrow(RangeError);
  expect(() => countByMonth([1.5], [EVENT])).toThrow(RangeError);
});
