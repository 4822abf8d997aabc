import type { Highs } from 'highs';
import { Attacks, type Breach, type Choice } from './attacks.ts';
import { Master, type Cut } from './master.ts';
import { Outsider, TOLERANCE } from './outsider.ts';
import { forgetSolver, isBreakdown, loadSolver } from './solver.ts';
import type { Relation, System } from './system.ts';

/** Which figures are hidden, and how good the choice is. */
export interface Suppression {
  /** Figures that tell a protected cell themselves. */
  readonly primary: ReadonlySet<string>;
  /** Figures hidden so that the primary ones cannot be worked out. */
  readonly complementary: ReadonlySet<string>;
  /**
   * OPTIMAL: no choice loses less. LIMITED: safe, but the search ended before it was proven best. FAILED: the solver
   * broke, and everything is hidden.
   */
  readonly quality: 'OPTIMAL' | 'LIMITED' | 'FAILED';
}

/** How many rounds of cuts are tried: a limit of effort, since one of time would make the answer depend on the machine. */
const MOST_ROUNDS = 100;

/**
 * The cheapest set of figures to hide, such that no outsider who knows all relations, all that is told and all that is
 * known already narrows a protected cell below its protection level. Where even hiding everything leaves a cell narrower
 * than asked for, it is kept as wide as it can be, and `audit` tells of it.
 *
 * The mixed-integer programme of complementary suppression, solved by cuts (Fischetti and Salazar-González, Solving the
 * cell suppression problem on tabular data with linear constraints, Management Science 47, 2001): a master programme
 * proposes what to hide, outsiders attack it, and each attack that succeeds gives an inequality which the proposal, and
 * all that fail for the same reason, break. Of equal choices the one that hides later figures is taken.
 */
export async function suppress(system: System, mostRounds = MOST_ROUNDS): Promise<Suppression> {
  const primary = primaryOf(system);
  if (system.protections.length === 0) return { primary, complementary: new Set(), quality: 'OPTIMAL' };
  const highs = await loadSolver();
  // The cells of a draft are made into a list each time they are asked for.
  const fixed = { ...system, cells: system.cells };
  try {
    const { choice, quality } = search(highs, fixed, primary, mostRounds);
    const hidden = system.figures.filter((_, index) => choice.has(index)).map(({ id }) => id);
    return { primary, complementary: new Set(hidden.filter((id) => !primary.has(id))), quality };
  } catch (error) {
    if (!isBreakdown(error)) throw error;
    forgetSolver();
    const others = system.figures.map(({ id }) => id).filter((id) => !primary.has(id));
    return { primary, complementary: new Set(others), quality: 'FAILED' };
  }
}

/** Figures that tell a protected cell. */
function primaryOf({ figures, protections }: System): ReadonlySet<string> {
  const cells = new Set(protections.map(({ cell }) => cell));
  return new Set(
    figures.filter((figure) => figure.cells.some((cell) => cells.has(cell))).map(({ id }) => id),
  );
}

function search(highs: Highs, system: System, primary: ReadonlySet<string>, mostRounds: number) {
  const outsider = new Outsider(highs, system);
  const master = new Master(highs, system, primary);
  try {
    const attacks = new Attacks(outsider, system);
    for (let round = 0; round < mostRounds; round += 1) {
      const choice = master.propose();
      if (choice === undefined) break;
      const breaches = attacks.against(choice);
      if (breaches.length === 0) return { choice, quality: 'OPTIMAL' as const };
      for (const breach of breaches) master.add(cutOf(system, master, attacks, choice, breach));
    }
    return { choice: grown(system, master, attacks, primary), quality: 'LIMITED' as const };
  } finally {
    outsider.dispose();
    master.dispose();
  }
}

/** The inequality that a breach gives. */
function cutOf(system: System, master: Master, attacks: Attacks, choice: Choice, breach: Breach): Cut {
  const cut = breach.proof === undefined ? undefined : provenCut(system, master, breach, breach.proof);
  // Where the proof needs whole numbers, or lost its sharpness in the last digits: something more must be hidden.
  return cut !== undefined && master.breaks(choice, cut) ? cut : coverCut(system, attacks, choice, breach);
}

/**
 * By duality: with any multipliers of the relations, what the cell can move is at most the sum, over the hidden cells, of
 * its remaining factor times what that cell can move.
 */
function provenCut(system: System, master: Master, { attack }: Breach, multipliers: Float64Array): Cut {
  const sign = attack.direction === 'UP' ? 1 : -1;
  const target = system.cells[attack.cell];
  const factors = new Map<string, number>([[target?.id ?? '', sign]]);
  system.relations.forEach(({ terms }: Relation, row) => {
    for (const [cell, factor] of terms)
      factors.set(cell, (factors.get(cell) ?? 0) - sign * factor * (multipliers[row] ?? 0));
  });
  const needed = Math.abs(attack.until - (target?.value ?? 0));
  const moves = new Map<string, number>();
  for (const { id, value, least, most } of system.cells) {
    const factor = factors.get(id) ?? 0;
    if (Math.abs(factor) < 1e-9) continue;
    const move = factor > 0 ? factor * (most - value) : -factor * (value - least);
    if (move > TOLERANCE) moves.set(id, Math.min(move, needed));
  }
  return master.cutOver(moves, needed);
}

/**
 * Hiding less never helps, so that a choice that fails fails with each of its parts: what is hidden must go beyond it. The
 * choice is first made as large as it can be while the attack succeeds, so that as little as possible is left to choose from.
 */
function coverCut(system: System, attacks: Attacks, choice: Choice, { attack }: Breach): Cut {
  const failing = new Set(choice);
  for (const index of system.figures.keys()) {
    if (failing.has(index)) continue;
    failing.add(index);
    if (attacks.against(failing, [attack]).length === 0) failing.delete(index);
  }
  const rest = [...system.figures.keys()].filter((index) => !failing.has(index));
  return { columns: new Map(rest.map((index) => [index, 1])), least: 1 };
}

/** Hides more until no attack succeeds, then shows again what need not be hidden, heaviest first. */
function grown(system: System, master: Master, attacks: Attacks, primary: ReadonlySet<string>): Choice {
  const { figures } = system;
  const choice = new Set([...figures.keys()].filter((index) => primary.has(figures[index]?.id ?? '')));
  for (;;) {
    const [breach] = attacks.against(choice);
    if (breach === undefined) break;
    const { columns } = cutOf(system, master, attacks, choice, breach);
    const gain = (index: number) => (columns.get(index) ?? 0) / (figures[index]?.weight ?? 1);
    const [best] = [...figures.keys()]
      .filter((index) => !choice.has(index))
      .toSorted((a, b) => gain(b) - gain(a) || b - a);
    if (best === undefined) break;
    choice.add(best);
  }
  const heaviestFirst = [...choice].toSorted(
    (a, b) => (figures[b]?.weight ?? 0) - (figures[a]?.weight ?? 0) || a - b,
  );
  for (const index of heaviestFirst) {
    if (primary.has(figures[index]?.id ?? '')) continue;
    choice.delete(index);
    if (attacks.against(choice).length > 0) choice.add(index);
  }
  return choice;
}
