import { TOLERANCE, type Aim, type Direction, type Outsider } from './outsider.ts';
import type { System } from './system.ts';

/** Which figures are hidden, by their place. */
export type Choice = ReadonlySet<number>;

/** A protected cell, and how far an outsider must be able to think it in one direction. */
export interface Attack extends Aim {
  readonly direction: Direction;
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
    this.#list = this.#attainable(
      system.protections.flatMap(({ cell, from, to }) => {
        const index = outsider.indexOf(cell);
        return [
          { cell: index, direction: 'UP' as const, until: to },
          { cell: index, direction: 'DOWN' as const, until: from },
        ];
      }),
    );
  }

  /** What is asked for, but no more than hiding everything would give. */
  #attainable(wanted: readonly Attack[]): Attack[] {
    const hidden = hiddenCells(this.#system, new Set(this.#system.figures.keys()));
    this.outsider.hide(hidden);
    this.#seeTogether(wanted.filter(({ cell }) => hidden.has(cell)));
    return wanted.flatMap((attack) => {
      if (this.#witnesses.has(attack)) return [attack];
      const own = this.#system.cells[attack.cell];
      const { value, witness } = this.outsider.reach(attack.cell, attack.direction, attack.until, true);
      const until = own?.integral === true ? Math.round(value) : value;
      if (Math.abs(until - (own?.value ?? 0)) < TOLERANCE) return [];
      const capped = { ...attack, until };
      this.#look([capped], witness);
      return [capped];
    });
  }

  /** The attacks of a list that succeed against a choice. */
  against(choice: Choice, only: readonly Attack[] = this.#list): Breach[] {
    const hidden = hiddenCells(this.#system, choice);
    this.outsider.hide(hidden);
    const isSeen = (attack: Attack) =>
      this.#witnesses.get(attack)?.every((cell) => hidden.has(cell)) === true;
    this.#seeTogether(only.filter((attack) => !isSeen(attack)));
    return only.flatMap((attack) => {
      if (isSeen(attack)) return [];
      const { cell, direction, until } = attack;
      const { value, witness, proof } = this.outsider.reach(cell, direction, until);
      if (!isFar(value, attack)) return [{ attack, proof }];
      this.#look([attack], witness);
      return [];
    });
  }

  /** Answers as many of the questions as it can with few sets of values, as long as each answers some. */
  #seeTogether(attacks: readonly Attack[]): void {
    for (const direction of ['UP', 'DOWN'] as const) {
      let open = attacks.filter((attack) => attack.direction === direction);
      while (open.length > 1) {
        const rest = this.#look(open, this.outsider.reachTogether(open, direction));
        if (rest.length > open.length * MOST_LEFT) break;
        open = rest;
      }
    }
  }

  /** Notes which attacks a set of values answers; returns the others. */
  #look(attacks: readonly Attack[], witness: Float64Array | undefined): Attack[] {
    if (witness === undefined) return [...attacks];
    const differing = this.#system.cells.flatMap(({ value }, index) =>
      Math.abs((witness[index] ?? 0) - value) > TOLERANCE ? [index] : [],
    );
    return attacks.filter((attack) => {
      if (!isFar(witness[attack.cell] ?? 0, attack)) return true;
      this.#witnesses.set(attack, differing);
      return false;
    });
  }
}

/** Questions are asked together as long as at most so many of them stay open. */
const MOST_LEFT = 0.9;

function isFar(value: number, { direction, until }: Attack): boolean {
  return direction === 'UP' ? value >= until - TOLERANCE : value <= until + TOLERANCE;
}

/** The cells that are not told where these figures are hidden. */
export function hiddenCells({ cells, figures, known }: System, choice: Choice): Set<number> {
  const told = new Set(known);
  for (const [index, figure] of figures.entries())
    if (!choice.has(index)) for (const cell of figure.cells) told.add(cell);
  return new Set(cells.flatMap(({ id }, index) => (told.has(id) ? [] : [index])));
}
