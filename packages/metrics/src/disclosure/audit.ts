import { hiddenCells } from './attacks.ts';
import { Outsider, type Direction } from './outsider.ts';
import { loadSolver } from './solver.ts';
import type { System } from './system.ts';

/** What an outsider can deduce of a cell that is not told. */
export interface FeasibilityInterval {
  readonly cell: string;
  /** The least and the greatest value that agree with everything told; -Infinity and Infinity where there is no end. */
  readonly least: number;
  readonly greatest: number;
  /** Whether the interval reaches as far as the cell's protection asks for; true for a cell that needs none. */
  readonly isWideEnough: boolean;
}

/**
 * The audit of a release: the feasibility interval of every cell that is not told where these figures are hidden, two
 * programmes each, over whole numbers for counts. Protected cells that are told are intervals of one value.
 */
export async function audit(draft: System, hidden: ReadonlySet<string>): Promise<FeasibilityInterval[]> {
  const system = { ...draft, cells: draft.cells };
  const outsider = new Outsider(await loadSolver(), system);
  try {
    const choice = new Set(
      [...system.figures.keys()].filter((index) => hidden.has(system.figures[index]?.id ?? '')),
    );
    const untold = hiddenCells(system, choice);
    outsider.hide(untold);
    const protections = Map.groupBy(system.protections, ({ cell }) => cell);
    const end = (cell: number, direction: Direction, until: number) =>
      clean(outsider.reach(cell, direction, until, true).value, system.cells[cell]?.integral === true);
    return system.cells.flatMap(({ id }, index) => {
      const demands = protections.get(id) ?? [];
      if (!untold.has(index) && demands.length === 0) return [];
      const least = end(index, 'DOWN', -Infinity);
      const greatest = end(index, 'UP', Infinity);
      const isWideEnough = demands.every(({ from, to }) => least <= from && to <= greatest);
      return [{ cell: id, least, greatest, isWideEnough }];
    });
  } finally {
    outsider.dispose();
  }
}

function clean(value: number, integral: boolean): number {
  return integral && Number.isFinite(value) ? Math.round(value) : value;
}
