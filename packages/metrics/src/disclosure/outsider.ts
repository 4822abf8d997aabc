import type { Highs, Model } from 'highs';
import { SOLVER_OPTIONS } from './solver.ts';
import type { System } from './system.ts';

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
    this.#model.options.set({ ...SOLVER_OPTIONS, mip_rel_gap: 0, mip_abs_gap: TOLERANCE });
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
    const { cells } = this.#system;
    const own = cells[cell];
    if (own === undefined) throw new RangeError(`no cell ${cell}`);
    const truth: Reach = { value: own.value, witness: undefined, proof: undefined };
    if (!this.#hidden.has(cell)) return truth;
    const { maximize, minimize } = this.#highs.constants.objectiveSense;
    const model = this.#model;
    const [least, most] =
      direction === 'UP' ? [own.least, Math.min(own.most, until)] : [Math.max(own.least, until), own.most];
    model.changeColBounds(cell, this.#bound(least), this.#bound(most));
    model.changeColCost(cell, 1);
    model.changeObjectiveSense(direction === 'UP' ? maximize : minimize);
    try {
      const status = this.#solve();
      if (status === 'ENDLESS') return { ...truth, value: direction === 'UP' ? Infinity : -Infinity };
      if (status !== 'OPTIMAL') return truth;
      const { colValue, rowDual } = model.getSolution();
      const value = colValue[cell] ?? own.value;
      const short = direction === 'UP' ? value < until - TOLERANCE : value > until + TOLERANCE;
      if (short && !exact) return { value, witness: undefined, proof: rowDual };
      if (cells.every(({ integral }, index) => !integral || isWhole(colValue[index] ?? 0)))
        return { value, witness: colValue, proof: rowDual };
      return this.#reachWhole(cell) ?? truth;
    } finally {
      model.changeColCost(cell, 0);
      model.changeColBounds(cell, this.#bound(own.least), this.#bound(own.most));
    }
  }

  #reachWhole(cell: number): Reach | undefined {
    const model = this.#model;
    const { cells } = this.#system;
    const { integer, continuous } = this.#highs.constants.variableType;
    const all = Int32Array.from(cells, ({ integral }) => (integral ? integer : continuous));
    model.changeColsIntegrality({ kind: 'range', from: 0, to: cells.length - 1 }, all);
    try {
      if (this.#solve() !== 'OPTIMAL') return undefined;
      const { colValue } = model.getSolution();
      return { value: Math.round(colValue[cell] ?? 0), witness: colValue, proof: undefined };
    } finally {
      model.clearIntegrality();
    }
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
