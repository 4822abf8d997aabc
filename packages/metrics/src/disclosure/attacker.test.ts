import { STANDARD_THRESHOLDS as LIMITS } from '@tandem/domain/thresholds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { protectFew, protectRate } from './primary.ts';
import { loadSolver } from './solver.ts';
import { suppress } from './suppress.ts';
import { SystemDraft } from './system.ts';

/*
 * An attacker who knows nothing of systems, cells and relations: for him a programme is how many duos there are of each
 * gender, branch and ending on each of two days. Whatever was told is a sum of these, and he asks a solver how small and
 * how large any other sum of them can be.
 */

const GENDERS = [0, 1] as const;
const ENDINGS = ['exit', 'other'] as const;
const DAYS = ['before', 'today'] as const;
type Day = (typeof DAYS)[number];

/** How many duos there are, by gender, branch and ending. */
type Programme = readonly (readonly (readonly [exit: number, other: number])[])[];

interface Sum {
  readonly day: Day;
  readonly gender?: number;
  readonly branch?: number;
  readonly exit: boolean;
}

const keyOf = ({ day, gender, branch, exit }: Sum) => `${day} ${gender ?? '*'} ${branch ?? '*'} ${exit}`;

/** The groups that a menu tells, each with its exits and its duos: all, genders, branches, and both. */
function groupsOf(branches: number, menu: Menu): { gender?: number; branch?: number }[] {
  const all = Array.from({ length: branches }, (_, branch) => branch);
  return [
    {},
    ...GENDERS.map((gender) => ({ gender })),
    ...all.map((branch) => ({ branch })),
    ...(menu === 'CROSSED' ? GENDERS.flatMap((gender) => all.map((branch) => ({ gender, branch }))) : []),
  ];
}
type Menu = 'ONE_WAY' | 'CROSSED';

function valueOf(programme: Programme, { gender, branch, exit }: Omit<Sum, 'day'>): number {
  return programme
    .filter((_, index) => gender === undefined || index === gender)
    .flatMap((row) => row.filter((_, index) => branch === undefined || index === branch))
    .reduce((sum, [exits, others]) => sum + exits + (exit ? 0 : others), 0);
}

/** The tables of a day as cells: exits, duos and the share of the one in the other, told together, or the duos alone. */
function addDay(draft: SystemDraft, programme: Programme, day: Day, menu: Menu): void {
  const branches = Array.from({ length: programme[0]?.length ?? 0 }, (_, branch) => branch);
  for (const exit of [true, false]) {
    const cell = (group: Omit<Sum, 'day' | 'exit'>) =>
      draft.cell(keyOf({ ...group, day, exit }), valueOf(programme, { ...group, exit }));
    const genders = GENDERS.map((gender) => cell({ gender }));
    const ofBranches = branches.map((branch) => cell({ branch }));
    const total = cell({});
    if (menu === 'CROSSED')
      draft.table(total, genders, ofBranches, (gender, branch) => cell({ gender, branch }));
    else for (const parts of [genders, ofBranches]) draft.parts(total, parts);
  }
  for (const group of groupsOf(branches.length, menu)) {
    const exits = keyOf({ ...group, day, exit: true });
    const duos = keyOf({ ...group, day, exit: false });
    draft.rest(`${duos} but ${exits}`, duos, exits);
  }
}

function draftOf(
  programmes: Readonly<Record<Day, Programme>>,
  menu: Menu,
  toldBefore: readonly string[] | undefined,
) {
  const draft = new SystemDraft();
  const groups = groupsOf(programmes.today[0]?.length ?? 0, menu);
  addDay(draft, programmes.today, 'today', menu);
  for (const group of groups) {
    const [exits = '', duos = ''] = [true, false].map((exit) => keyOf({ ...group, day: 'today', exit }));
    draft.figure(`rate ${duos}`, [exits, duos], 2);
    draft.figure(`duos ${duos}`, [duos], 3);
    protectFew(draft, duos, LIMITS.SMALLEST_COUNT);
    protectRate(draft, LIMITS, exits, duos);
  }
  if (toldBefore === undefined) return draft;
  addDay(draft, programmes.before, 'before', menu);
  for (const cell of toldBefore) draft.know(cell);
  for (const group of groups) {
    const keys = (['before', 'today'] as const).map((day) => {
      const [exits = '', duos = ''] = [true, false].map((exit) => keyOf({ ...group, day, exit }));
      return [exits, duos, `${duos} but ${exits}`];
    });
    keys[0]?.forEach((earlier, index) => {
      const changed = draft.rest(`since ${earlier}`, keys[1]?.[index] ?? '', earlier);
      if (toldBefore.includes(earlier)) protectFew(draft, changed, LIMITS.SMALLEST_PART);
    });
  }
  return draft;
}

/** Everything that is told where these figures are hidden. */
function toldOf(draft: SystemDraft, hidden: ReadonlySet<string>): string[] {
  return [...new Set(draft.figures.filter(({ id }) => !hidden.has(id)).flatMap(({ cells }) => cells))];
}

/** How small and how large a sum of duos can be, given what was told of the days. */
async function attack(
  branches: number,
  told: ReadonlyMap<string, number>,
  wanted: ReadonlyMap<string, number>,
): Promise<[least: number, greatest: number]> {
  const highs = await loadSolver();
  const atoms = DAYS.flatMap((day) =>
    GENDERS.flatMap((gender) =>
      Array.from({ length: branches }, (_, branch) => branch).flatMap((branch) =>
        ENDINGS.map((ending) => ({ day, gender, branch, ending })),
      ),
    ),
  );
  const has = (key: string, atom: (typeof atoms)[number]) => {
    const [day, gender, branch, exit] = key.split(' ');
    return (
      day === atom.day &&
      (gender === '*' || gender === String(atom.gender)) &&
      (branch === '*' || branch === String(atom.branch)) &&
      (exit === 'false' || atom.ending === 'exit')
    );
  };
  const rows = [...told].map(([key, value]) => ({
    value,
    indices: atoms.flatMap((atom, index) => (has(key, atom) ? [index] : [])),
  }));
  // He knows that records only come to: no group has fewer today than it had then.
  const half = atoms.length / 2;
  const growing = Array.from({ length: half }, (_, index) => [index, half + index]);
  const cost = atoms.map((atom) =>
    [...wanted].reduce((sum, [key, factor]) => sum + (has(key, atom) ? factor : 0), 0),
  );
  const ends = (['minimize', 'maximize'] as const).map((sense) => {
    const result = highs.raw.mipCall({
      numCols: atoms.length,
      numRows: rows.length + half,
      sense: highs.constants.objectiveSense[sense],
      colCost: cost,
      colLower: atoms.map(() => 0),
      // Nobody has more than a thousand: the solver need not go on for ever.
      colUpper: atoms.map(() => 1000),
      rowLower: [...rows.map(({ value }) => value), ...growing.map(() => 0)],
      rowUpper: [...rows.map(({ value }) => value), ...growing.map(() => 1000)],
      matrix: {
        format: 'csr',
        numRows: rows.length + half,
        numCols: atoms.length,
        starts: [...rows.map(({ indices }) => indices), ...growing].reduce<number[]>(
          (all, { length }) => [...all, (all.at(-1) ?? 0) + length],
          [0],
        ),
        indices: [...rows.map(({ indices }) => indices), ...growing].flat(),
        values: [...rows.flatMap(({ indices }) => indices.map(() => 1)), ...growing.flatMap(() => [-1, 1])],
      },
      integrality: atoms.map(() => highs.constants.variableType.integer),
    });
    if (result.status !== 0 || result.value.modelStatus !== highs.constants.modelStatus.optimal)
      throw new Error('The attacker found no programme that agrees with what was told.');
    return Math.round(
      cost.reduce((sum, factor, index) => sum + factor * (result.value.solution.colValue[index] ?? 0), 0),
    );
  });
  return [ends[0] ?? 0, ends[1] ?? 0];
}

const count = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30 }) },
);
const programme = (branches: number): fc.Arbitrary<Programme> =>
  fc.array(fc.array(fc.tuple(count, count), { minLength: branches, maxLength: branches }), {
    minLength: GENDERS.length,
    maxLength: GENDERS.length,
  });
const scenario = fc.integer({ min: 2, max: 4 }).chain((branches) =>
  fc.record({
    branches: fc.constant(branches),
    menu: fc.constantFrom<Menu>('ONE_WAY', 'CROSSED'),
    before: programme(branches),
    /** What came to it since: mostly nothing or few, as from one day to the next. */
    growth: programme(branches).chain((more) =>
      fc
        .constantFrom(0, 0.05, 1)
        .map((share) =>
          more.map((row) => row.map((pair) => pair.map((n) => Math.floor(n * share)) as [number, number])),
        ),
    ),
  }),
);

test('an attacker with everything that was told, on two days, narrows no protected number below its width', async () => {
  let attacked = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ({ branches, menu, before, growth }) => {
      const today = before.map((row, g) =>
        row.map(
          ([exits, others], b) =>
            [exits + (growth[g]?.[b]?.[0] ?? 0), others + (growth[g]?.[b]?.[1] ?? 0)] as const,
        ),
      );
      const first = draftOf({ before, today: before }, menu, undefined);
      const hiddenFirst = await suppress(first);
      const toldBefore = toldOf(first, new Set([...hiddenFirst.primary, ...hiddenFirst.complementary])).map(
        (key) => key.replace('today', 'before'),
      );
      const second = draftOf({ before, today }, menu, toldBefore);
      const { primary, complementary, quality } = await suppress(second);
      expect(quality).toBe('OPTIMAL');
      const toldNow = toldOf(second, new Set([...primary, ...complementary]));
      const values = (keys: readonly string[]) => new Map(keys.map((key) => [key, second.valueOf(key)]));
      const earlier = values(toldBefore);
      const now = values([...toldBefore, ...toldNow]);
      // What nobody can hide is what the first day and nothing else already tells.
      for (const [wanted, from, to] of secretsOf({ before, today }, groupsOf(branches, menu), toldBefore)) {
        const [attainableFrom, attainableTo] = await attack(branches, earlier, wanted);
        const [least, greatest] = await attack(branches, now, wanted);
        attacked += 1;
        expect([[...wanted.keys()], least <= Math.max(from, attainableFrom)]).toEqual([
          [...wanted.keys()],
          true,
        ]);
        expect([[...wanted.keys()], greatest >= Math.min(to, attainableTo)]).toEqual([
          [...wanted.keys()],
          true,
        ]);
      }
    }),
    { numRuns: 40 },
  );
  expect(attacked).toBeGreaterThan(100);
}, 120_000);

/** What must stay unknown, worked out from the programmes alone: the sum, and from where to where it must seem possible. */
function secretsOf(
  programmes: Readonly<Record<Day, Programme>>,
  groups: ReturnType<typeof groupsOf>,
  toldBefore: readonly string[],
): [wanted: ReadonlyMap<string, number>, from: number, to: number][] {
  return groups.flatMap((group) => {
    const duos = valueOf(programmes.today, { ...group, exit: false });
    const exits = valueOf(programmes.today, { ...group, exit: true });
    const others = duos - exits;
    const key = (day: Day, exit: boolean) => keyOf({ ...group, day, exit });
    const secrets: [ReadonlyMap<string, number>, number, number][] = [];
    if (duos > 0 && duos < 5) secrets.push([new Map([[key('today', false), 1]]), 0, 5]);
    if (duos > 0 && (duos < 10 || exits < 3))
      secrets.push([new Map([[key('today', true), 1]]), 0, Math.max(exits, 3)]);
    if (duos > 0 && (duos < 10 || others < 3))
      secrets.push([
        new Map([
          [key('today', false), 1],
          [key('today', true), -1],
        ]),
        0,
        Math.max(others, 3),
      ]);
    for (const exit of [true, false]) {
      const came =
        valueOf(programmes.today, { ...group, exit }) - valueOf(programmes.before, { ...group, exit });
      if (came > 0 && came < 3 && toldBefore.includes(key('before', exit)))
        secrets.push([
          new Map([
            [key('today', exit), 1],
            [key('before', exit), -1],
          ]),
          0,
          3,
        ]);
    }
    return secrets;
  });
}
