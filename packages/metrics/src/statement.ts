/** A statement of SQL with its positional parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A statement that counts a figure. */
export interface CountingStatement extends Statement {
  /** Whether it reads through facts of all times, since nothing is kept of what is asked. */
  readonly readsThrough: boolean;
}

/** Collects values as positional parameters of one statement. */
export class Values {
  readonly list: unknown[];

  /** `begun`: those of a statement that goes on in this one. */
  constructor(begun: readonly unknown[] = []) {
    this.list = [...begun];
  }

  bind(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}
