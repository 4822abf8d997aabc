import type { Highs, Model } from 'highs';
import { SOLVER_OPTIONS } from './solver.ts';
import type { Cell, System } from './system.ts';

/** What an outsider can say of a cell in one direction. */
export interface Reach {
  /** The furthest value that agrees with everything told; Infinity or -Infinity where there is no end. */
  readonly value: number;
  /** Values of all cells that agree with everything told and reach it; undefined where the solver gave none. */
  readonly witness: Float64Array | undefined;
  /** Multipliers of the relations that prove the bound; undefined where the proof needed whole numbers. */
  readonly proof: Float64Array | undefined;
}

export type Direction = 'DOWN' | 'UP';

/** A cell, and how far from the truth it is looked for. */
export interface Aim {
  readonly cell: number;
  readonly until: number;
}

/** Solver tolerance: values are counts, so that what is nearer than this is the same. */
export const TOLERANCE = 1e-6;

/**
 * The outsider: knows all relations and every value that is told, and looks for how far a cell can be from the truth.
 * First over the reals; where that leaves a count broken, over whole numbers. The interval over whole numbers lies within
 * the one over the reals, so that an outsider who knows that people are whole learns more: it is the one to hold against
 * a protection level.
 */
export class Outsider {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #system: System;
  readonly #index: ReadonlyMap<string, number>;
  #hidden: ReadonlySet<number>;

  /** Everything is told at first. `dispose` must be called: the solver's memory is not collected. */
  constructor(highs: Highs, system: System) {
    this.#highs = highs;
    this.#system = system;
    const { cells, relations } = system;
    this.#index = new Map(cells.map(({ id }, index) => [id, index]));
    this.#hidden = new Set();
    const values = Float64Array.from(cells, ({ value }) => value);
    const equals = Float64Array.from(relations, (relation) => relation.equals);
    this.#model = highs.createModel({
      numCols: cells.length,
      numRows: relations.length,
      colCost: new Float64Array(cells.length),
      colLower: values,
      colUpper: values,
      rowLower: equals,
      rowUpper: equals,
      matrix: rowsOf(
        cells.length,
        relations.map(({ terms }) => merged(terms.map(([id, factor]) => [this.indexOf(id), factor]))),
      ),
    });
    // From one question to the next only the aim changes: the primal simplex goes on from where it stands.
    this.#model.options.set({
      ...SOLVER_OPTIONS,
      presolve: 'off',
      simplex_strategy: 4,
      mip_abs_gap: TOLERANCE,
    });
  }

  dispose(): void {
    this.#model.dispose();
  }

  indexOf(id: string): number {
    const index = this.#index.get(id);
    if (index === undefined) throw new RangeError(`no cell ${id}`);
    return index;
  }

  /** From now on these cells are not told, and all others are. */
  hide(hidden: ReadonlySet<number>): void {
    const { cells } = this.#system;
    for (const [index, cell] of cells.entries()) {
      if (hidden.has(index) === this.#hidden.has(index)) continue;
      const { least, most, value } = cell;
      if (hidden.has(index)) this.#model.changeColBounds(index, this.#bound(least), this.#bound(most));
      else this.#model.changeColBounds(index, value, value);
    }
    this.#hidden = hidden;
  }

  /**
   * How far a hidden cell can go, looking no further than `until`. Where it cannot even go there over the reals, and
   * `exact` is not asked for, the answer is that of the reals: too far, but short of `until`. A solver that gives no
   * answer counts as one that found nothing but the truth, so that the cell is taken to be known.
   */
  reach(cell: number, direction: Direction, until: number, exact = false): Reach {
    const own = this.#cellAt(cell);
    const truth: Reach = { value: own.value, witness: undefined, proof: undefined };
    if (!this.#hidden.has(cell)) return truth;
    return this.#aiming([{ cell, until }], direction, () => {
      const status = this.#solve();
      if (status === 'ENDLESS') return { ...truth, value: direction === 'UP' ? Infinity : -Infinity };
      if (status !== 'OPTIMAL') return truth;
      const { colValue, rowDual } = this.#model.getSolution();
      const value = colValue[cell] ?? own.value;
      const short = direction === 'UP' ? value < until - TOLERANCE : value > until + TOLERANCE;
      if (short && !exact) return { value, witness: undefined, proof: rowDual };
      if (this.#isWhole(colValue)) return { value, witness: colValue, proof: rowDual };
      const whole = this.#solveWhole();
      return whole === undefined
        ? truth
        : { value: Math.round(whole[cell] ?? 0), witness: whole, proof: undefined };
    });
  }

  /**
   * One set of values that agrees with everything told, and in which as many of these cells as possible are as far from the
   * truth as is asked for. It answers many questions at once; which ones, is seen by looking at it.
   */
  reachTogether(aims: readonly Aim[], direction: Direction): Float64Array | undefined {
    return this.#aiming(
      aims.filter(({ cell }) => this.#hidden.has(cell)),
      direction,
      () => {
        if (this.#solve() !== 'OPTIMAL') return undefined;
        const { colValue } = this.#model.getSolution();
        // Any whole answer serves, so that the best one is not sought.
        return this.#isWhole(colValue) ? colValue : this.#solveWhole(ROUGHLY);
      },
    );
  }

  /** Solves with these cells as what is to be far from the truth, none further than is asked for. */
  #aiming<T>(aims: readonly Aim[], direction: Direction, solve: () => T): T {
    const { maximize, minimize } = this.#highs.constants.objectiveSense;
    const model = this.#model;
    for (const { cell, until } of aims) {
      const { least, most } = this.#cellAt(cell);
      const [from, to] = direction === 'UP' ? [least, Math.min(most, until)] : [Math.max(least, until), most];
      model.changeColBounds(cell, this.#bound(from), this.#bound(to));
      model.changeColCost(cell, 1);
    }
    model.changeObjectiveSense(direction === 'UP' ? maximize : minimize);
    try {
      return solve();
    } finally {
      for (const { cell } of aims) {
        const { least, most } = this.#cellAt(cell);
        model.changeColCost(cell, 0);
        model.changeColBounds(cell, this.#bound(least), this.#bound(most));
      }
    }
  }

  #solveWhole(gap = 0): Float64Array | undefined {
    const model = this.#model;
    const { cells } = this.#system;
    const { integer, continuous } = this.#highs.constants.variableType;
    const types = Int32Array.from(cells, ({ integral }) => (integral ? integer : continuous));
    model.changeColsIntegrality({ kind: 'range', from: 0, to: cells.length - 1 }, types);
    model.options.set({ presolve: 'choose', mip_rel_gap: gap });
    try {
      return this.#solve() === 'OPTIMAL' ? model.getSolution().colValue : undefined;
    } finally {
      model.clearIntegrality();
      model.options.set('presolve', 'off');
    }
  }

  #isWhole(values: Float64Array): boolean {
    return this.#system.cells.every(({ integral }, index) => !integral || isWhole(values[index] ?? 0));
  }

  #cellAt(index: number): Cell {
    const cell = this.#system.cells[index];
    if (cell === undefined) throw new RangeError(`no cell ${index}`);
    return cell;
  }

  #solve(): 'OPTIMAL' | 'ENDLESS' | 'FAILED' {
    const { optimal, unbounded, unboundedOrInfeasible } = this.#highs.constants.modelStatus;
    const { modelStatus } = this.#model.run();
    if (modelStatus === optimal) return 'OPTIMAL';
    // The truth always agrees with what is told, so that infeasible it is not.
    return modelStatus === unbounded || modelStatus === unboundedOrInfeasible ? 'ENDLESS' : 'FAILED';
  }

  #bound(value: number): number {
    if (value === Infinity) return this.#highs.infinity;
    return value === -Infinity ? -this.#highs.infinity : value;
  }
}

/** How far from the best a whole answer may be where any serves. */
const ROUGHLY = 0.3;

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < TOLERANCE;
}

/** One factor a cell: the solver refuses a row that names a column twice. */
function merged(terms: readonly (readonly [number, number])[]): Map<number, number> {
  const row = new Map<number, number>();
  for (const [cell, factor] of terms) row.set(cell, (row.get(cell) ?? 0) + factor);
  return row;
}

/** Sparse rows as the solver takes them. */
export function rowsOf(numCols: number, rows: readonly ReadonlyMap<number, number>[]) {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.size);
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols,
    starts,
    indices: rows.flatMap((row) => [...row.keys()]),
    values: rows.flatMap((row) => [...row.values()]),
  };
}
