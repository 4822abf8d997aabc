import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws that follow from a seed alone: the same seed gives the same draws, in the same order. */
export class Random {
  readonly #next: () => number;

  constructor(seed: number) {
    const generator = xoroshiro128plus(seed);
    this.#next = () => generator.next();
  }

  /** 32 random bits, as a number from 0 to 2^32 - 1. */
  bits(): number {
    return this.#next() >>> 0;
  }

  /** From 0, included, to 1, excluded. */
  unit(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** So many that they are `mean` on average: the whole numbers on either side of it. */
  about(mean: number): number {
    return Math.floor(mean + this.unit());
  }

  oneOf<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('there is nothing to choose from');
    return item;
  }
}

export type Draw<T> = (random: Random) => T;

/** Draws by weight, from pairs of what and how often. */
export function weighted<const T>(pairs: readonly (readonly [T, number])[]): Draw<T> {
  let sum = 0;
  const steps = pairs.map(([item, weight]) => ({ item, upTo: (sum += weight) }));
  return (random) => {
    const at = random.unit() * sum;
    const step = steps.find(({ upTo }) => at < upTo) ?? steps.at(-1);
    if (step === undefined) throw new RangeError('there is nothing to choose from');
    return step.item;
  };
}

/** Draws from a distribution given by its quantiles at equal steps, from the least to the greatest. */
export function spread(quantiles: readonly number[]): Draw<number> {
  return (random) => {
    const at = random.unit() * (quantiles.length - 1);
    const lower = quantiles[Math.floor(at)] ?? 0;
    const upper = quantiles[Math.floor(at) + 1] ?? lower;
    return lower + (upper - lower) * (at % 1);
  };
}

/** The same in whole numbers. */
export function spreadWhole(quantiles: readonly number[]): Draw<number> {
  const draw = spread(quantiles);
  return (random) => Math.round(draw(random));
}
