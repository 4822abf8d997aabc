import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  attack,
  countsOf,
  factsOf,
  GROUPS,
  keyOf,
  programmeOf,
  RATES,
  release,
  secretsOf,
} from '../../test/unknown-attacker.ts';

const toldOf = async (counts: readonly (readonly number[])[], told?: Parameters<typeof release>[1]) =>
  [...(await release(programmeOf(counts), told)).unknownTold].toSorted();

test('of how many men it is not known is not what is left of all less the women', async () => {
  // Of 30 it is not known: of 27 women and of three men.
  const told = await toldOf([
    [30, 3, 3, 15, 13],
    [30, 3, 3, 15, 14],
    [10, 3, 3, 8, 1],
    [10, 3, 3, 8, 2],
  ]);
  expect(told).toContain('POSITIVE_EXIT_RATE');
  expect(told).not.toContain('POSITIVE_EXIT_RATE/GENDER/MAN');
  expect(told).not.toContain('POSITIVE_EXIT_RATE/GENDER/WOMAN');
});

test('where it is known of nobody, or of everybody, that is told of each group that is shown', async () => {
  const shown = RATES.flatMap((rate) => GROUPS.map((group) => keyOf(rate, group))).toSorted();
  // Four men have no exit: how many those are is told by the rate itself.
  const unheard = [
    [30, 0, 6, 0, 20],
    [30, 0, 6, 0, 20],
    [10, 0, 6, 0, 2],
    [10, 0, 6, 0, 2],
  ];
  expect(await toldOf(unheard)).toEqual(shown);
  expect(await toldOf(unheard.map(([job = 0, , exit = 0, , none = 0]) => [job, exit, 0, none, 0]))).toEqual(
    shown,
  );
});

test('it is not told of two indicators where one person more had another exit than a job, and was not heard of', async () => {
  const told = await toldOf([
    [30, 8, 1, 15, 13],
    [30, 8, 0, 15, 14],
    [30, 8, 0, 15, 14],
    [30, 8, 0, 15, 14],
  ]);
  expect(told.filter((key) => !key.includes('/'))).toHaveLength(1);
});

test('what was told of a group before is not what few became unknown in since', async () => {
  const before = [
    [30, 8, 8, 15, 15],
    [30, 8, 8, 15, 15],
    [30, 8, 8, 15, 15],
    [30, 8, 8, 15, 15],
  ];
  const programme = programmeOf(before);
  const told = new Map(
    RATES.flatMap((rate) =>
      GROUPS.map((group) => {
        const counts = countsOf(programme, rate, group);
        return [keyOf(rate, group), { ...counts, unknownTold: counts.unknown }] as const;
      }),
    ),
  );
  const since = (women: number, men: number) =>
    toldOf([[30, 8, 8, 15 - women, 15 + women], ...before.slice(1, 3), [30, 8, 8, 15 - men, 15 + men]], told);
  expect(await since(0, 0)).toHaveLength(told.size);
  // Seven more, of whom five are women: two are men.
  const few = await since(5, 2);
  expect(
    few.filter((key) => ['', '/GENDER/WOMAN'].includes(key.replace('POSITIVE_EXIT_RATE', ''))),
  ).toHaveLength(1);
  expect(few).not.toContain('POSITIVE_EXIT_RATE/GENDER/MAN');
  expect(await since(6, 5)).toHaveLength(told.size);
});

const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 }));
const counts = fc.array(fc.array(count, { minLength: 5, maxLength: 5 }), { minLength: 4, maxLength: 4 });
const scenario = fc.record({
  before: counts,
  /** What came to it since: mostly nothing or few. */
  growth: fc
    .tuple(counts, fc.constantFrom(0, 0.1, 1))
    .map(([more, share]) => more.map((row) => row.map((one) => Math.floor(one * share)))),
});

test(
  'who subtracts, on two days, narrows nothing about few that the rates alone leave wide',
  { timeout: 120_000 },
  async () => {
    let [attacked, unknown] = [0, 0];
    await fc.assert(
      fc.asyncProperty(scenario, async ({ before, growth }) => {
        const today = before.map((row, index) =>
          row.map((one, ending) => one + (growth[index]?.[ending] ?? 0)),
        );
        const programmes = { before: programmeOf(before), today: programmeOf(today) };
        const first = await release(programmes.before);
        const told = new Map(
          RATES.flatMap((rate) =>
            GROUPS.flatMap((group) => {
              const key = keyOf(rate, group);
              const own = countsOf(programmes.before, rate, group);
              const isTold = first.unknownTold.has(key);
              return first.showings.get(key) === 'TODAY'
                ? [
                    [
                      key,
                      isTold
                        ? { ...own, unknownTold: own.unknown }
                        : { ...own, unknown: null, unknownTold: null },
                    ] as const,
                  ]
                : [];
            }),
          ),
        );
        const second = await release(programmes.today, told);
        unknown += second.unknownTold.size;
        const earlier = factsOf('before', first);
        const known = [...earlier, ...factsOf('today', second)];
        const withRatesAlone = [...earlier, ...factsOf('today', second, false)];
        for (const { target, to } of secretsOf(programmes, first)) {
          attacked += 1;
          const [least, greatest] = await attack(programmes, known, target);
          const [from, until] = to < 0 ? [to, 0] : [0, to];
          if (least <= from && greatest >= until) continue;
          const [widestLeast, widestGreatest] = await attack(programmes, withRatesAlone, target);
          expect([least <= Math.max(from, widestLeast), greatest >= Math.min(until, widestGreatest)]).toEqual(
            [true, true],
          );
        }
      }),
      { numRuns: 40 },
    );
    expect(attacked).toBeGreaterThan(100);
    expect(unknown).toBeGreaterThan(40);
  },
);
