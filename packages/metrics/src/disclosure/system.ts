/*
 * What is told to an outsider, as a system of linear relations between counts. Terms are those of the field (Hundepool et
 * al., Handbook on Statistical Disclosure Control): primary suppression, complementary (secondary) suppression, protection
 * level, feasibility interval.
 */

/** A count or a sum that an outsider is told, or could work out. */
export interface Cell {
  readonly id: string;
  readonly value: number;
  /** What everybody knows of it without being told: at least 0 and no upper bound, where nothing else is said. */
  readonly least: number;
  readonly most: number;
  /** Whole numbers only, as counts are. */
  readonly integral: boolean;
}

/** The cells times their factors come to `equals`, and everybody knows that they do. */
export interface Relation {
  readonly terms: readonly (readonly [cell: string, factor: number])[];
  readonly equals: number;
}

/** What is shown or hidden as one: a count alone, or the numerator and the denominator of a rate. */
export interface Figure {
  readonly id: string;
  readonly cells: readonly string[];
  /** The information that is lost where it is hidden: a whole number from 1. */
  readonly weight: number;
}

/** The outsider's feasibility interval of a cell must reach from `from` to `to`; the value itself lies between them. */
export interface Protection {
  readonly cell: string;
  readonly from: number;
  readonly to: number;
}

/** A cell in no figure is never told, unless it is `known` already: from a contract, or from an earlier release. */
export interface System {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  readonly figures: readonly Figure[];
  readonly known: ReadonlySet<string>;
  readonly protections: readonly Protection[];
}

/** A system in the making. What contradicts itself is refused with a RangeError. */
export class SystemDraft implements System {
  readonly relations: Relation[] = [];
  readonly figures: Figure[] = [];
  readonly known = new Set<string>();
  readonly protections: Protection[] = [];
  readonly #cells = new Map<string, Cell>();

  get cells(): readonly Cell[] {
    return [...this.#cells.values()];
  }

  /** Adds a cell, or finds the one that is there: one id has one value. */
  cell(id: string, value: number, bounds: Partial<Pick<Cell, 'least' | 'most' | 'integral'>> = {}): string {
    const cell = { id, value, least: 0, most: Infinity, integral: true, ...bounds };
    const there = this.#cells.get(id);
    if (there !== undefined && there.value !== value)
      throw new RangeError(`${id} is ${there.value}, and again ${value}`);
    if (!Number.isFinite(value) || value < cell.least || value > cell.most)
      throw new RangeError(`${id} cannot be ${value}`);
    if (cell.integral && !Number.isInteger(value)) throw new RangeError(`${id} counts, and is ${value}`);
    if (there === undefined) this.#cells.set(id, cell);
    return id;
  }

  has(id: string): boolean {
    return this.#cells.has(id);
  }

  valueOf(id: string): number {
    const cell = this.#cells.get(id);
    if (cell === undefined) throw new RangeError(`no cell ${id}`);
    return cell.value;
  }

  /** What everybody knows that it has at least. */
  leastOf(id: string): number {
    return this.#cells.get(id)?.least ?? -Infinity;
  }

  /** States a relation; values that do not fulfil it are refused, since no outsider could be told both. */
  relate(terms: Relation['terms'], equals = 0): void {
    const sum = terms.reduce((all, [cell, factor]) => all + factor * this.valueOf(cell), 0);
    const size = terms.reduce((all, [cell]) => Math.max(all, Math.abs(this.valueOf(cell))), 1);
    if (Math.abs(sum - equals) > 1e-9 * size)
      throw new RangeError(`${terms.map(([cell]) => cell).join(', ')}: ${sum} is not ${equals}`);
    this.relations.push({ terms, equals });
  }

  /** The parts come to the whole. */
  parts(whole: string, parts: readonly string[]): void {
    this.relate([...parts.map((part) => [part, 1] as const), [whole, -1]]);
  }

  /** What is left of a whole beside a part of it: a cell of its own, stated once. */
  rest(id: string, whole: string, part: string, bounds: Parameters<SystemDraft['cell']>[2] = {}): string {
    if (this.has(id)) return id;
    this.cell(id, this.valueOf(whole) - this.valueOf(part), bounds);
    this.relate([
      [id, 1],
      [part, 1],
      [whole, -1],
    ]);
    return id;
  }

  /** A table of rows by columns with its totals, each total told as a cell of its own. */
  table(
    total: string,
    rows: readonly string[],
    columns: readonly string[],
    inner: (row: number, column: number) => string,
  ): void {
    rows.forEach((row, r) =>
      this.parts(
        row,
        columns.map((_, c) => inner(r, c)),
      ),
    );
    columns.forEach((column, c) =>
      this.parts(
        column,
        rows.map((_, r) => inner(r, c)),
      ),
    );
    this.parts(total, rows);
    this.parts(total, columns);
  }

  figure(id: string, cells: readonly string[], weight = 1): string {
    if (!Number.isInteger(weight) || weight < 1) throw new RangeError(`${id} cannot weigh ${weight}`);
    for (const cell of cells) this.valueOf(cell);
    this.figures.push({ id, cells, weight });
    return id;
  }

  know(cell: string): void {
    this.valueOf(cell);
    this.known.add(cell);
  }

  protect(cell: string, from: number, to: number): void {
    const value = this.valueOf(cell);
    if (!(from <= value && value <= to)) throw new RangeError(`${cell} is ${value}, not in ${from} to ${to}`);
    this.protections.push({ cell, from, to });
  }
}
