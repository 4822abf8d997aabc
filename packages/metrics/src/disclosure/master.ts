import type { Highs, Model } from 'highs';
import { rowsOf, TOLERANCE } from './outsider.ts';
import { SOLVER_OPTIONS } from './solver.ts';
import type { System } from './system.ts';

/** So much of this must be hidden: the columns times their factors come to at least `least`. */
export interface Cut {
  readonly columns: ReadonlyMap<number, number>;
  readonly least: number;
}

/** Nodes of one search: enough for every table a programme has, and the same on every machine. */
const MOST_NODES = 20_000;

/**
 * The master programme: which figures to hide, at the least loss, under the cuts found so far. Columns are the figures, in
 * their order; then the cells that several figures tell, which are hidden only where all of those are.
 */
export class Master {
  readonly #model: Model;
  readonly #highs: Highs;
  readonly #columns: ReadonlyMap<string, number | 'TOLD' | 'HIDDEN'>;
  readonly #figures: number;
  /** The figures that tell a shared cell. */
  readonly #shared: readonly (readonly number[])[];

  /** `dispose` must be called: the solver's memory is not collected. */
  constructor(highs: Highs, system: System, primary: ReadonlySet<string>) {
    this.#highs = highs;
    const { figures } = system;
    this.#figures = figures.length;
    const { columns, shared } = columnsOf(system);
    this.#columns = columns;
    this.#shared = shared;
    const count = figures.length + shared.length;
    const rows = shared.flatMap((telling, index) =>
      telling.map((figure) => new Map([[figure, 1] as const, [figures.length + index, -1] as const])),
    );
    // Ties: a figure costs the less beside its weight, the later it comes.
    const scale = (figures.length * (figures.length + 1)) / 2 + 1;
    const { continuous, integer } = highs.constants.variableType;
    const ofAll = (figure: (index: number) => number, cell: number) =>
      Float64Array.from({ length: count }, (_, index) => (index < figures.length ? figure(index) : cell));
    this.#model = highs.createModel({
      numCols: count,
      numRows: rows.length,
      colCost: ofAll((index) => (figures[index]?.weight ?? 0) * scale + figures.length - index, 0),
      colLower: ofAll((index) => (primary.has(figures[index]?.id ?? '') ? 1 : 0), 0),
      colUpper: new Float64Array(count).fill(1),
      rowLower: new Float64Array(rows.length),
      rowUpper: new Float64Array(rows.length).fill(highs.infinity),
      matrix: rowsOf(count, rows),
      integrality: Int32Array.from({ length: count }, (_, index) =>
        index < figures.length ? integer : continuous,
      ),
    });
    this.#model.options.set({
      ...SOLVER_OPTIONS,
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
      mip_max_nodes: MOST_NODES,
    });
  }

  dispose(): void {
    this.#model.dispose();
  }

  /** The cheapest choice that no cut forbids; undefined where the search was ended before it was proven so. */
  propose(): ReadonlySet<number> | undefined {
    const { modelStatus } = this.#model.run();
    if (modelStatus !== this.#highs.constants.modelStatus.optimal) return undefined;
    const { colValue } = this.#model.getSolution();
    return new Set(
      [...colValue.subarray(0, this.#figures).entries()].flatMap(([f, x]) => (x > 0.5 ? [f] : [])),
    );
  }

  add({ columns, least }: Cut): void {
    this.#model.addRow(least, this.#highs.infinity, {
      indices: [...columns.keys()],
      values: [...columns.values()],
    });
  }

  /** A cut over cells as one over columns, of which no factor is larger than what is needed. */
  cutOver(cells: ReadonlyMap<string, number>, least: number): Cut {
    const columns = new Map<number, number>();
    let needed = least;
    for (const [cell, factor] of cells) {
      const column = this.#columns.get(cell) ?? 'HIDDEN';
      if (column === 'HIDDEN') needed -= factor;
      else if (column !== 'TOLD') columns.set(column, (columns.get(column) ?? 0) + factor);
    }
    for (const [column, factor] of columns) columns.set(column, Math.min(factor, needed));
    return { columns, least: needed };
  }

  /** Whether a proposal breaks a cut. */
  breaks(proposal: ReadonlySet<number>, { columns, least }: Cut): boolean {
    const isHidden = (column: number) =>
      column < this.#figures
        ? proposal.has(column)
        : (this.#shared[column - this.#figures] ?? []).every((figure) => proposal.has(figure));
    const sum = [...columns].reduce((all, [column, factor]) => all + (isHidden(column) ? factor : 0), 0);
    return sum < least - TOLERANCE;
  }
}

/** The column that says whether a cell is hidden; shared cells with the figures that tell them. */
function columnsOf({ cells, figures, known }: System) {
  const tellers = new Map<string, number[]>();
  for (const [index, figure] of figures.entries())
    for (const cell of new Set(figure.cells)) tellers.set(cell, [...(tellers.get(cell) ?? []), index]);
  const shared: number[][] = [];
  const columns = new Map<string, number | 'TOLD' | 'HIDDEN'>();
  for (const { id } of cells) {
    const [first, ...others] = tellers.get(id) ?? [];
    if (known.has(id)) columns.set(id, 'TOLD');
    else if (first === undefined) columns.set(id, 'HIDDEN');
    else if (others.length === 0) columns.set(id, first);
    else columns.set(id, figures.length + shared.push([first, ...others]) - 1);
  }
  return { columns, shared };
}
