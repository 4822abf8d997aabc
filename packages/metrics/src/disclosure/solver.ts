import highs, { type Highs } from 'highs';

let loaded: Promise<Highs> | undefined;

/**
 * The HiGHS solver, loaded once a process (3.5 MB of WebAssembly, some 40 ms). Its memory grows to what the largest
 * system needed and stays there; models are freed one by one. It has one thread and a fixed seed, so that the same
 * system always gets the same answer. Models are given as arrays: the text format breaks on long lines and some names.
 */
export function loadSolver(): Promise<Highs> {
  loaded ??= load();
  return loaded;
}

/** The package's types tell of a CommonJS module, while Node loads its ES module, of which the loader is the default. */
function load(): Promise<Highs> {
  if (!isLoader(highs)) throw new TypeError('The HiGHS package has another shape than it had.');
  return highs();
}

function isLoader(value: unknown): value is typeof highs.default {
  return typeof value === 'function';
}

/** Whether the solver broke, as against a fault of ours. */
export function isBreakdown(error: unknown): boolean {
  return error instanceof Error && ['RuntimeError', 'HighsError'].includes(error.name);
}

/** After an abort of the WebAssembly nothing of the instance can be used any more. */
export function forgetSolver(): void {
  loaded = undefined;
}

export const SOLVER_OPTIONS = { output_flag: false, random_seed: 0 } as const;
