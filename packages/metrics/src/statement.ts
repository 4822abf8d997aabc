/** A statement of SQL with its positional parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Collects values as positional parameters of one statement. */
export class Values {
  readonly list: unknown[] = [];

  bind(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}
