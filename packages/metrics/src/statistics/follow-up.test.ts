import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followUp, isLookedFor, type Course, lookedUntil } from './follow-up.ts';
import { missingBounds } from './missing.ts';

interface Cohort {
  readonly people: readonly {
    readonly potential_followup_months: number;
    readonly event_month: number | null;
    readonly event: 'pos' | 'comp' | null;
  }[];
  readonly mature_cohort: { readonly num: number; readonly den: number };
}
const cohort: Cohort = JSON.parse(
  readFileSync(new URL('../reference/cohort_censoring.json', import.meta.url), 'utf8'),
);

test('ten people: the curve and the mature cohort beside it', () => {
  const horizon = 12;
  const within = (month: number | null) => (month !== null && month <= horizon ? month : null);
  const { curve, months, afterEnd } = followUp(
    cohort.people.map(({ potential_followup_months: months, event_month, event }) => ({
      elapsed: Math.min(months, horizon),
      exit: event === 'pos' ? within(event_month) : null,
      ended: event === 'comp' ? within(event_month) : null,
      late: false,
      followed: null,
      seenAtEnd: false,
      count: 1,
    })),
    horizon,
  );
  expect(curve.incidence[12]).toBeCloseTo(11 / 20, 12);
  expect(curve.competing[12]).toBeCloseTo(9 / 70, 12);
  expect(months[12]?.mature).toMatchObject({
    successes: cohort.mature_cohort.num,
    n: cohort.mature_cohort.den,
  });
  expect(months[0]?.mature).toMatchObject({ successes: 0, n: 10 });
  expect(afterEnd).toBe(0);
});

test('an event after the end is in the mature cohort, not on the curve', () => {
  const course = { elapsed: 6, exit: 5, ended: 3, late: true, followed: 5, seenAtEnd: true, count: 2 };
  const { curve, months, afterEnd } = followUp([course, { ...course, late: false, count: 3 }], 6);
  expect(curve.incidence[6]).toBeCloseTo(3 / 5, 12);
  expect(curve.competing[6]).toBeCloseTo(2 / 5, 12);
  expect(months[6]?.mature).toMatchObject({ successes: 5, n: 5 });
  expect(afterEnd).toBe(2);
  expect(() => followUp([{ ...course, elapsed: 7 }], 6)).toThrow(RangeError);
});

test('where the horizon is over for everybody and nothing ends first, curve and mature cohort are one', () => {
  const courses = fc.array(
    fc.record<Course>({
      elapsed: fc.constant(12),
      exit: fc.option(fc.integer({ min: 0, max: 12 })),
      ended: fc.constant(null),
      late: fc.constant(false),
      followed: fc.constant(null),
      seenAtEnd: fc.constant(false),
      count: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(courses, (list) => {
      const { curve, months } = followUp(list, 12);
      return months.every(
        ({ mature: { successes, n } }, month) =>
          Math.abs((curve.incidence[month] ?? 0) - successes / n) < 1e-12,
      );
    }),
  );
});

describe('whatever became of those of whom it is not known', () => {
  const HORIZON = 4;
  const months = Array.from({ length: HORIZON + 1 }, (_, month) => month);
  /** One person with what is recorded: followed until before or after the end, or to the event, which is recorded then. */
  const person = fc
    .record({
      elapsed: fc.nat(HORIZON),
      exit: fc.option(fc.nat(HORIZON)),
      ended: fc.option(fc.nat(HORIZON)),
      late: fc.boolean(),
      seen: fc.integer({ min: -1, max: HORIZON }),
      seenAtEnd: fc.boolean(),
    })
    .map(({ elapsed, exit: exitOn, ended: endedOn, late: isLate, seen, seenAtEnd: isSeen }): Course => {
      const exit = exitOn !== null && exitOn <= elapsed ? exitOn : null;
      const ended = endedOn !== null && endedOn <= elapsed ? endedOn : null;
      const late = exit !== null && ended !== null && (exit > ended || (exit === ended && isLate));
      const seenAtEnd = ended !== null && (isSeen || late);
      const least = Math.max(exit ?? 0, seenAtEnd ? (ended ?? 0) : 0) - 1;
      const most = ended !== null && !seenAtEnd ? Math.max(least, ended - 1) : elapsed;
      const followed = Math.min(Math.max(seen, least), most);
      return { elapsed, exit, ended, late, followed: followed < 0 ? null : followed, seenAtEnd, count: 1 };
    });

  /** Within which months the event may have come first in truth; Infinity is never. */
  function truths({ exit, ended, late, followed, seenAtEnd }: Course): readonly number[] {
    const isFirst = exit !== null && !late;
    if (isFirst) return [exit];
    const afterSeen = months.filter((month) => month > (followed ?? -1));
    if (ended === null) return [Infinity, ...afterSeen];
    return [Infinity, ...(seenAtEnd ? [] : afterSeen.filter((month) => month <= ended))];
  }

  function extremesOf(people: readonly Course[], month: number) {
    const possible = people.map((one) => [...new Set(truths(one).map((truth) => truth <= month))]);
    const counts = possible.reduce<readonly number[]>(
      (sums, outcomes) => [...new Set(sums.flatMap((sum) => outcomes.map((has) => sum + (has ? 1 : 0))))],
      [0],
    );
    return { worst: Math.min(...counts) / people.length, best: Math.max(...counts) / people.length };
  }

  test('the share lies within the bounds, which some truth reaches, and so does the curve', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), (people) => {
        const { months: soFar, curve } = followUp(people, HORIZON);
        for (const [month, { known }] of soFar.entries()) {
          const { yes, no, unknown, tooEarly } = known;
          expect(yes + no + unknown + tooEarly).toBe(people.length);
          const { worst, best } = missingBounds({ yes, no, unknown: unknown + tooEarly });
          expect({ worst, best }).toEqual(extremesOf(people, month));
          expect(curve.incidence[month]).toBeGreaterThanOrEqual(worst - 1e-12);
          expect(curve.incidence[month]).toBeLessThanOrEqual(best + 1e-12);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('who ended early without being seen then may have had the event before, and is followed on in the mature cohort', () => {
    const early = { elapsed: 4, exit: null, ended: 2, late: false, count: 1 };
    const { months: soFar } = followUp(
      [
        { ...early, followed: 1, seenAtEnd: false },
        { ...early, followed: 2, seenAtEnd: true },
        { ...early, followed: 4, seenAtEnd: true },
      ],
      HORIZON,
    );
    expect([1, 2, 4].map((month) => soFar[month]?.known)).toEqual([
      { yes: 0, no: 3, unknown: 0, tooEarly: 0, ended: { seen: 0, unseen: 0 } },
      { yes: 0, no: 2, unknown: 1, tooEarly: 0, ended: { seen: 2, unseen: 1 } },
      { yes: 0, no: 2, unknown: 1, tooEarly: 0, ended: { seen: 2, unseen: 1 } },
    ]);
    expect([1, 2, 4].map((month) => soFar[month]?.mature.unknown)).toEqual([0, 1, 2]);
  });
});

describe('until when somebody looked', () => {
  const look = (elapsed: number, exit: number | null, followed: number | null, count: number) => ({
    elapsed,
    exit,
    followed,
    count,
  });

  test('is the last month to whose end those without the event are still followed', () => {
    const looks = [look(24, 3, 3, 40), look(24, null, 12, 30), look(24, null, 6, 30)];
    expect(lookedUntil(looks, 24)).toBe(12);
  });

  test('is no later for one of many who is heard of again', () => {
    const looks = [look(24, null, 12, 99), look(24, null, 20, 1)];
    expect(lookedUntil(looks, 24)).toBe(12);
    expect(lookedUntil([look(24, null, 12, 19), look(24, null, 20, 1)], 24)).toBe(20);
  });

  test('is no later for an event that was heard of: it tells nothing of those without one', () => {
    expect(lookedUntil([look(24, 18, 17, 50), look(24, null, 12, 50)], 24)).toBe(17);
    expect(lookedUntil([look(24, 18, 24, 50), look(24, null, 12, 50)], 24)).toBe(17);
  });

  test('is nothing where nobody is heard of, and at most the horizon', () => {
    expect(lookedUntil([look(24, null, null, 10)], 24)).toBeNull();
    expect(lookedUntil([look(12, null, 12, 10)], 12)).toBe(12);
    expect(lookedUntil([], 12)).toBeNull();
  });

  test('is as far as months are over where nobody is left without the event', () => {
    expect(lookedUntil([look(15, 2, 2, 10), look(9, 3, 3, 5)], 24)).toBe(15);
    // Those for whom fewer months are over were not followed to the end of them.
    expect(lookedUntil([look(15, 2, 2, 10), look(9, null, 3, 5)], 24)).toBe(3);
  });
});

test('somebody still looked where one of twenty without the event is followed so long, and not where fewer are', () => {
  expect([isLookedFor(1, 20), isLookedFor(1, 21), isLookedFor(0, 3), isLookedFor(0, 0)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
