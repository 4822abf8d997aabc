/** Values of a column as they come, row by row, and then as codes in the order of the values, whichever row came first. */
export class CodedColumn {
  readonly #codes = new Map<string | null, number>();
  readonly #rows: Uint32Array;
  #filled = 0;

  constructor(rows: number) {
    this.#rows = new Uint32Array(rows);
  }

  /** Refuses (RangeError) more rows than were announced. */
  add(value: string | null): void {
    if (this.#filled === this.#rows.length) throw new RangeError(`there are only ${this.#filled} rows`);
    const code = this.#codes.get(value) ?? this.#codes.size;
    this.#codes.set(value, code);
    this.#rows[this.#filled] = code;
    this.#filled += 1;
  }

  /** What is not recorded has the lowest code. */
  inOrder(): Uint32Array {
    const places = new Uint32Array(this.#codes.size);
    const inOrder = [...this.#codes].toSorted(([a], [b]) => (a === null || (b !== null && a < b) ? -1 : 1));
    for (const [place, [, code]] of inOrder.entries()) places[code] = place;
    return this.#rows.map((code) => places[code] ?? 0);
  }
}
