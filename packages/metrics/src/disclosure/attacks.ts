import { TOLERANCE, type Direction, type Outsider } from './outsider.ts';
import type { System } from './system.ts';

/** Which figures are hidden, by their place. */
export type Choice = ReadonlySet<number>;

/** A protected cell, and how far an outsider must be able to think it in one direction. */
export interface Attack {
  readonly cell: number;
  readonly direction: Direction;
  readonly until: number;
}

/** An attack that narrows a cell too far; the multipliers prove it where the reals suffice. */
export interface Breach {
  readonly attack: Attack;
  readonly proof: Float64Array | undefined;
}

/** All attacks that a system must withstand, tried against choices of what to hide. */
export class Attacks {
  readonly outsider: Outsider;
  readonly #system: System;
  readonly #list: readonly Attack[];
  /** For each attack the cells that were not as in truth when the outsider was seen to go far enough. */
  readonly #witnesses = new Map<Attack, readonly number[]>();

  constructor(outsider: Outsider, system: System) {
    this.outsider = outsider;
    this.#system = system;
    outsider.hide(hiddenCells(system, new Set(system.figures.keys())));
    this.#list = system.protections.flatMap(({ cell, from, to }) => [
      ...this.#demand(outsider.indexOf(cell), 'UP', to),
      ...this.#demand(outsider.indexOf(cell), 'DOWN', from),
    ]);
  }

  /** What is asked for, but no more than hiding everything would give. */
  #demand(cell: number, direction: Direction, wanted: number): Attack[] {
    const own = this.#system.cells[cell];
    const { value, witness } = this.outsider.reach(cell, direction, wanted, true);
    const until = own?.integral === true ? Math.round(value) : value;
    if (Math.abs(until - (own?.value ?? 0)) < TOLERANCE) return [];
    const attack = { cell, direction, until };
    if (witness !== undefined) this.#witnesses.set(attack, this.#differing(witness));
    return [attack];
  }

  /** The attacks that succeed against a choice, or the first one of them. */
  against(choice: Choice, only: readonly Attack[] = this.#list): Breach[] {
    const hidden = hiddenCells(this.#system, choice);
    this.outsider.hide(hidden);
    return only.flatMap((attack) => {
      if (this.#witnesses.get(attack)?.every((cell) => hidden.has(cell)) === true) return [];
      const { cell, direction, until } = attack;
      const { value, witness, proof } = this.outsider.reach(cell, direction, until);
      const isFar = direction === 'UP' ? value >= until - TOLERANCE : value <= until + TOLERANCE;
      if (!isFar) return [{ attack, proof }];
      if (witness !== undefined) this.#witnesses.set(attack, this.#differing(witness));
      return [];
    });
  }

  #differing(witness: Float64Array): number[] {
    return this.#system.cells.flatMap(({ value }, index) =>
      Math.abs((witness[index] ?? 0) - value) > TOLERANCE ? [index] : [],
    );
  }
}

/** The cells that are not told where these figures are hidden. */
export function hiddenCells({ cells, figures, known }: System, choice: Choice): Set<number> {
  const told = new Set(known);
  for (const [index, figure] of figures.entries())
    if (!choice.has(index)) for (const cell of figure.cells) told.add(cell);
  return new Set(cells.flatMap(({ id }, index) => (told.has(id) ? [] : [index])));
}
