/** Times a piece of work, in milliseconds. */
export type Work = () => Promise<void>;

export interface Pair {
  /** Medians over the rounds, in milliseconds. */
  readonly ours: number;
  readonly theirs: number;
}

interface Options {
  readonly rounds?: number;
  /** Done before every piece of work, and not timed: brings back what the one before changed. */
  readonly before?: Work;
}

/**
 * Runs two pieces of work alternately in one go, so that whatever else the machine does meets both: one round to warm
 * up, then `rounds` that count. Which goes first changes from round to round.
 */
export async function alternate(
  ours: Work,
  theirs: Work,
  { rounds = 15, before }: Options = {},
): Promise<Pair> {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const side of order) {
      await before?.();
      const start = performance.now();
      await (side === 'ours' ? ours() : theirs());
      if (round >= 0) times[side].push(performance.now() - start);
    }
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** A line of the table of results. */
export interface Result {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
  /** Where the time goes, and what would come next: printed below the table where the target is missed. */
  readonly ifMissed?: string;
}
