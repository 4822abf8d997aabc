import { STANDARD_THRESHOLDS as LIMITS } from '@tandem/domain/thresholds';
import { CATALOGUE } from '../src/catalogue.ts';
import type { Counts, Group, OfferedFigure } from '../src/disclosure/offered-figure.ts';
import { decideRelease, type Release } from '../src/disclosure/release.ts';
import { loadSolver } from '../src/disclosure/solver.ts';

/*
 * Somebody who is told rates, and beside some of them of how many it is not known, and who subtracts. To it a programme is how
 * many duos there are on each day by gender and education, and what became of each: a job, another exit or none, and whether
 * they were heard of at the end of the window or later.
 */

export const RATES = ['POSITIVE_EXIT_RATE', 'EMPLOYMENT_RATE'] as const;
type Rate = (typeof RATES)[number];
const ENDINGS = ['job', 'exit, heard of', 'exit', 'none, heard of', 'none'] as const;
const DAYS = ['before', 'today'] as const;
export type Day = (typeof DAYS)[number];
const GENDERS = ['WOMAN', 'MAN'] as const;
const EDUCATIONS = ['LOWER_SECONDARY', 'HIGHER_UNIVERSITY'] as const;

/** How many duos have each ending, by gender and education. */
type Programme = readonly {
  readonly gender: string;
  readonly education: string;
  readonly counts: readonly number[];
}[];

const WHOLE: Group = [];
export const GROUPS: readonly Group[] = [
  WHOLE,
  ...GENDERS.map((gender): Group => [['GENDER', gender]]),
  ...EDUCATIONS.map((education): Group => [['EDUCATION', education]]),
];

const PARTS = ['counted', 'others', 'unknown', 'known'] as const;
/** The endings that a part of a rate has; those who do not count come apart into those of whom it is not known and the others. */
function endingsOf(rate: Rate, part: (typeof PARTS)[number] | 'all'): readonly number[] {
  const counted = rate === 'EMPLOYMENT_RATE' ? [0] : [0, 1, 2];
  const others = [1, 2, 3, 4].filter((ending) => !counted.includes(ending));
  switch (part) {
    case 'all':
      return [0, 1, 2, 3, 4];
    case 'counted':
      return counted;
    case 'others':
      return others;
    case 'unknown':
      return others.filter((ending) => ending % 2 === 0);
    case 'known':
      return others.filter((ending) => ending % 2 === 1);
  }
}

interface Sum {
  readonly day: Day;
  readonly group: Group;
  readonly endings: readonly number[];
}

function isIn(group: Group, { gender, education }: { gender: string; education: string }): boolean {
  return group.every(([by, key]) => key === (by === 'GENDER' ? gender : education));
}

function valueOf(programme: Programme, { group, endings }: Omit<Sum, 'day'>): number {
  return programme
    .filter((row) => isIn(group, row))
    .reduce((all, { counts }) => all + endings.reduce((sum, ending) => sum + (counts[ending] ?? 0), 0), 0);
}

export const keyOf = (rate: Rate, group: Group) => [rate, ...group.flat()].join('/');

export function countsOf(programme: Programme, rate: Rate, group: Group): Counts & { unknown: number } {
  const of = (part: (typeof PARTS)[number] | 'all') =>
    valueOf(programme, { group, endings: endingsOf(rate, part) });
  return {
    numerator: of('counted'),
    denominator: of('all'),
    squares: null,
    subjects: null,
    unknown: of('unknown'),
  };
}

type Told = ReadonlyMap<string, Counts>;

export function release(programme: Programme, told: Told = new Map()): Promise<Release> {
  const figures = RATES.flatMap((rate) =>
    GROUPS.map((group): OfferedFigure => {
      const before = told.get(keyOf(rate, group));
      return {
        key: keyOf(rate, group),
        metric: CATALOGUE[rate],
        ofProgramme: false,
        group,
        counts: countsOf(programme, rate, group),
        isKnown: false,
        told: before && { asOf: '2017-01-01', counts: before },
      };
    }),
  );
  return decideRelease(LIMITS, figures);
}

/** What a release tells of a day, as sums. */
export function factsOf(day: Day, { showings, unknownTold }: Release, withUnknown = true): Sum[] {
  return RATES.flatMap((rate) =>
    GROUPS.flatMap((group) => {
      const key = keyOf(rate, group);
      if (showings.get(key) !== 'TODAY') return [];
      const parts = [
        'counted',
        'all',
        ...(withUnknown && unknownTold.has(key) ? ['unknown' as const] : []),
      ] as const;
      return parts.map((part) => ({ day, group, endings: endingsOf(rate, part) }));
    }),
  );
}

/** How small and how large a sum, or its change, can be, given what was told. */
export async function attack(
  programmes: Readonly<Record<Day, Programme>>,
  facts: readonly Sum[],
  target: readonly (readonly [Sum, number])[],
): Promise<[least: number, greatest: number]> {
  const highs = await loadSolver();
  const atoms = DAYS.flatMap((day) =>
    programmes.today.flatMap((row) => ENDINGS.map((_, ending) => ({ day, row, ending }))),
  );
  const has = ({ day, group, endings }: Sum, atom: (typeof atoms)[number]) =>
    day === atom.day && isIn(group, atom.row) && endings.includes(atom.ending);
  const rows = facts.map((fact) => ({
    value: valueOf(programmes[fact.day], fact),
    indices: atoms.flatMap((atom, index) => (has(fact, atom) ? [index] : [])),
  }));
  const cost = atoms.map((atom) =>
    target.reduce((sum, [of, factor]) => sum + (has(of, atom) ? factor : 0), 0),
  );
  const ends = (['minimize', 'maximize'] as const).map((sense) => {
    const result = highs.raw.mipCall({
      numCols: atoms.length,
      numRows: rows.length,
      sense: highs.constants.objectiveSense[sense],
      colCost: cost,
      colLower: atoms.map(() => 0),
      colUpper: atoms.map(() => 1000),
      rowLower: rows.map(({ value }) => value),
      rowUpper: rows.map(({ value }) => value),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: atoms.length,
        starts: rows.reduce<number[]>(
          (all, { indices }) => [...all, (all.at(-1) ?? 0) + indices.length],
          [0],
        ),
        indices: rows.flatMap(({ indices }) => indices),
        values: rows.flatMap(({ indices }) => indices.map(() => 1)),
      },
      integrality: atoms.map(() => highs.constants.variableType.integer),
    });
    if (result.status !== 0 || result.value.modelStatus !== highs.constants.modelStatus.optimal)
      throw new Error('no programme agrees with what was told');
    return Math.round(
      cost.reduce((sum, factor, index) => sum + factor * (result.value.solution.colValue[index] ?? 0), 0),
    );
  });
  return [ends[0] ?? 0, ends[1] ?? 0];
}

export function programmeOf(counts: readonly (readonly number[])[]): Programme {
  return GENDERS.flatMap((gender) => EDUCATIONS.map((education) => ({ gender, education }))).map(
    (row, index) => ({
      ...row,
      counts: counts[index] ?? [0, 0, 0, 0, 0],
    }),
  );
}

/** What must not be narrowed, worked out from the programmes alone: a sum or its change, and as how many it must seem possible. */
export function secretsOf(programmes: Readonly<Record<Day, Programme>>, first: Release) {
  const { SMALLEST_COUNT, SMALLEST_PART, SMALLEST_DENOMINATOR } = LIMITS;
  return RATES.flatMap((rate) => {
    const of = (day: Day, group: Group, part: (typeof PARTS)[number] | 'all'): Sum => ({
      day,
      group,
      endings: endingsOf(rate, part),
    });
    const today = (group: Group, part: (typeof PARTS)[number] | 'all') =>
      valueOf(programmes.today, of('today', group, part));
    const isMixed = today(WHOLE, 'unknown') > 0 && today(WHOLE, 'known') > 0;
    return GROUPS.flatMap((group) => {
      const secrets: { target: readonly (readonly [Sum, number])[]; to: number }[] = [];
      for (const part of PARTS) {
        const value = today(group, part);
        const isOfRate = part === 'counted' || part === 'others';
        const isSecret = isOfRate
          ? today(group, 'all') > 0 && (value < SMALLEST_PART || today(group, 'all') < SMALLEST_DENOMINATOR)
          : isMixed && value > 0 && value < SMALLEST_COUNT;
        const to = isOfRate ? Math.max(value, SMALLEST_PART) : SMALLEST_COUNT;
        if (isSecret) secrets.push({ target: [[of('today', group, part), 1]], to });
      }
      if (first.unknownTold.has(keyOf(rate, group)) && isMixed)
        for (const part of ['unknown', 'known'] as const) {
          const change = today(group, part) - valueOf(programmes.before, of('before', group, part));
          if (change !== 0 && Math.abs(change) < SMALLEST_COUNT)
            secrets.push({
              target: [
                [of('today', group, part), 1],
                [of('before', group, part), -1],
              ],
              to: Math.sign(change) * SMALLEST_COUNT,
            });
        }
      return secrets;
    });
  });
}
