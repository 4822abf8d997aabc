import { loadSolver } from '@tandem/metrics/disclosure/solver';

/*
 * Somebody who was told figures of exits, and sits down with all of them and a solver. To it the programme is how many duos
 * there are on each day, by gender and education, or by branch, or by year, and how each stands: closed or not, its window
 * over or not, and what was found. Of a year it knows by the calendar whether anybody's window may still be open.
 */

export const RATES = ['POSITIVE_EXIT_RATE', 'EMPLOYMENT_RATE', 'STABLE_EMPLOYMENT_RATE'] as const;
type Rate = (typeof RATES)[number];
export const POPULATIONS = ['STARTED', 'CLOSED', 'MATURE'] as const;
/** How far a duo came: nothing, another exit than a job, a job, a stable job. */
const FOUND = [0, 1, 2, 3] as const;
const STATES = [true, false].flatMap((closed) =>
  [true, false].flatMap((mature) => FOUND.map((found) => ({ closed, mature, found }))),
);
type State = (typeof STATES)[number];

/** A number that somebody was told: so many duos of a group in a state, as of a day. */
export interface Fact {
  readonly day: string;
  readonly group: string;
  readonly of: Rate | 'ALL';
  readonly population: (typeof POPULATIONS)[number];
  readonly value: number;
}

/** Whether a duo in a state is among those that a number counts. */
function counts(
  { of, population }: Pick<Fact, 'of' | 'population'>,
  { closed, mature, found }: State,
): boolean {
  const isIn = population === 'STARTED' || (population === 'CLOSED' ? closed : mature);
  return isIn && (of === 'ALL' || found > RATES.indexOf(of));
}

/** The groups that duos are of, each way of telling them apart for itself; a table of two ways is one way. */
export function waysOf(facts: readonly Fact[]): string[][] {
  const groups = new Set(
    facts.map(({ group }) => group).filter((group) => !group.startsWith('EDUCATION=') && group !== ''),
  );
  const starting = (text: string) => [...groups].filter((group) => group.startsWith(text));
  return [starting('GENDER=').filter((group) => group.includes('&')), starting('BRANCH='), starting('YEAR=')];
}

export interface Target {
  readonly terms: readonly (readonly [Pick<Fact, 'day' | 'group' | 'of' | 'population'>, number])[];
}

/** How small and how large a sum of what is asked about can be, for all that is known. */
export async function attack(known: readonly Fact[], ways: readonly string[][], { terms }: Target) {
  const highs = await loadSolver();
  const days = [...new Set([...known, ...terms.map(([fact]) => fact)].map(({ day }) => day))];
  const atoms = days.flatMap((day) =>
    ways.flatMap((groups, way) =>
      groups.flatMap((group) => STATES.map((state) => ({ day, way, group, state }))),
    ),
  );
  const isOf = (group: string, atom: (typeof atoms)[number]) =>
    group === '' ? atom.way === 0 : group.split('&').every((part) => atom.group.split('&').includes(part));
  const row = (fact: Pick<Fact, 'day' | 'group' | 'of' | 'population'>) =>
    atoms.flatMap((atom, index) =>
      atom.day === fact.day && isOf(fact.group, atom) && counts(fact, atom.state) ? [index] : [],
    );
  const rows = known.map((fact) => ({
    value: fact.value,
    terms: new Map(row(fact).map((index) => [index, 1])),
  }));
  // Whichever way they are told apart, there are as many duos in each state.
  for (const day of days)
    for (const state of STATES)
      for (const way of ways.keys())
        if (way > 0)
          rows.push({
            value: 0,
            terms: new Map(
              atoms.flatMap((atom, index) =>
                atom.day !== day || atom.state !== state || (atom.way !== 0 && atom.way !== way)
                  ? []
                  : [[index, atom.way === 0 ? 1 : -1] as const],
              ),
            ),
          });
  const cost = new Float64Array(atoms.length);
  for (const [fact, factor] of terms)
    for (const index of row(fact)) cost[index] = (cost[index] ?? 0) + factor;
  const starts = rows.reduce<number[]>((all, { terms }) => [...all, (all.at(-1) ?? 0) + terms.size], [0]);
  const ends = (['minimize', 'maximize'] as const).map((sense) => {
    const result = highs.raw.lpCall({
      numCols: atoms.length,
      numRows: rows.length,
      sense: highs.constants.objectiveSense[sense],
      colCost: cost,
      colLower: new Float64Array(atoms.length),
      colUpper: new Float64Array(atoms.map((atom) => (isPossible(atom) ? 1000 : 0))),
      rowLower: rows.map(({ value }) => value),
      rowUpper: rows.map(({ value }) => value),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: atoms.length,
        starts,
        indices: rows.flatMap(({ terms }) => [...terms.keys()]),
        values: rows.flatMap(({ terms }) => [...terms.values()]),
      },
    });
    if (result.status !== 0 || result.value.modelStatus !== highs.constants.modelStatus.optimal)
      throw new Error('no programme agrees with what was told');
    return result.value.solution.colValue.reduce((sum, value, index) => sum + value * (cost[index] ?? 0), 0);
  });
  return { least: ends[0] ?? 0, greatest: ends[1] ?? 0 };
}

/** Whether there may be duos of a group in a state: a year after the last day of a year, all who began in it are observable. */
function isPossible({ day, group, state }: { day: string; group: string; state: State }): boolean {
  if (state.mature || !group.startsWith('YEAR=')) return true;
  const year = Number(group.slice('YEAR='.length, 'YEAR='.length + 4));
  return `${year + 1}-12-31` > day;
}
