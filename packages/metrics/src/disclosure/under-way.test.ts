import { STANDARD_THRESHOLDS as LIMITS } from '@tandem/domain/thresholds';
import { expect, test } from 'vitest';
import { CATALOGUE, type MetricId } from '../catalogue.ts';
import type { OfferedFigure } from './offered-figure.ts';
import { decideRelease } from './release.ts';
import { loadSolver } from './solver.ts';

/*
 * Somebody who knows from the contract how many duos started, and asks a solver how many can be under way. To it a duo is
 * closed or not, its window over or not, and brought about an exit or not.
 */

interface State {
  readonly closed: boolean;
  readonly mature: boolean;
  readonly exit: boolean;
}
const BOTH = [true, false];
const STATES: readonly State[] = BOTH.flatMap((closed) =>
  BOTH.flatMap((mature) => BOTH.map((exit) => ({ closed, mature, exit }))),
);
/** How many duos are in a state. */
type Programme = ReadonlyMap<State, number>;

type Counted = (state: State) => boolean;
const isStarted: Counted = () => true;
const isClosed: Counted = ({ closed }) => closed;
const isMature: Counted = ({ mature }) => mature;
const isActive: Counted = ({ closed }) => !closed;

/** Figures by what they count: their numerator, and their denominator where there is one. */
const MENU: readonly {
  readonly metric: MetricId;
  readonly counted: readonly Counted[];
}[] = [
  { metric: 'DUOS_STARTED', counted: [isStarted] },
  { metric: 'DUOS_CLOSED', counted: [isClosed] },
  { metric: 'DUOS_ACTIVE', counted: [isActive] },
  { metric: 'POSITIVE_EXIT_RATE', counted: [(state) => isMature(state) && state.exit, isMature] },
  // A duo that completed is closed, and so are all that it is counted among.
  { metric: 'COMPLETION_RATE', counted: [(state) => isClosed(state) && state.exit, isClosed] },
];

function sum(programme: Programme, isIn: Counted): number {
  return [...programme].reduce((all, [state, count]) => all + (isIn(state) ? count : 0), 0);
}

/** What is told of a programme: sums of its states. */
async function toldOf(programme: Programme): Promise<readonly Counted[]> {
  const offered = MENU.map(({ metric, counted }, index): OfferedFigure => {
    const [numerator = 0, denominator = null] = counted.map((isIn) => sum(programme, isIn));
    return {
      key: String(index),
      metric: CATALOGUE[metric],
      ofProgramme: false,
      group: [],
      counts: { numerator, denominator, squares: null, subjects: null },
      isKnown: metric === 'DUOS_STARTED',
      told: undefined,
    };
  });
  const { showings } = await decideRelease(LIMITS, offered);
  return MENU.flatMap(({ counted }, index) => (showings.get(String(index)) === 'TODAY' ? counted : []));
}

/** The least and the most duos that can be under way. */
async function attack(programme: Programme, told: readonly Counted[]): Promise<[number, number]> {
  const highs = await loadSolver();
  const rows = told.map((isIn) => ({
    value: sum(programme, isIn),
    indices: STATES.flatMap((state, index) => (isIn(state) ? [index] : [])),
  }));
  const cost = STATES.map((state) => Number(isActive(state)));
  const ends = (['minimize', 'maximize'] as const).map((sense) => {
    const result = highs.raw.lpCall({
      numCols: STATES.length,
      numRows: rows.length,
      sense: highs.constants.objectiveSense[sense],
      colCost: cost,
      colLower: STATES.map(() => 0),
      colUpper: STATES.map(() => 1000),
      rowLower: rows.map(({ value }) => value),
      rowUpper: rows.map(({ value }) => value),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: STATES.length,
        starts: rows.reduce<number[]>(
          (all, { indices }) => [...all, (all.at(-1) ?? 0) + indices.length],
          [0],
        ),
        indices: rows.flatMap(({ indices }) => indices),
        values: rows.flatMap(({ indices }) => indices.map(() => 1)),
      },
    });
    if (result.status !== 0) throw new Error('no programme agrees with what was told');
    return Math.round(
      result.value.solution.colValue.reduce((all, value, index) => all + value * (cost[index] ?? 0), 0),
    );
  });
  return [ends[0] ?? 0, ends[1] ?? 0];
}

test.each([
  { active: 3, young: 0 },
  { active: 1, young: 5 },
  { active: 4, young: 30 },
])(
  '$active duos under way are not what started less what is told of the closed ones',
  async ({ active, young }) => {
    const programme: Programme = new Map(
      STATES.map((state) => {
        if (!state.closed) return [state, state.mature || state.exit ? 0 : active];
        const all = state.mature ? 40 : young;
        const exits = Math.round(all * 0.6);
        return [state, state.exit ? exits : all - exits];
      }),
    );
    const told = await toldOf(programme);
    expect(told.length).toBeGreaterThan(1);
    const [least, most] = await attack(programme, told);
    expect([least, most >= LIMITS.SMALLEST_COUNT]).toEqual([0, true]);
  },
);
