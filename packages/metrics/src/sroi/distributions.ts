import type { Distribution } from '@tandem/domain/vocabulary';

/**
 * How a value lies between low and high, low ≤ value ≤ high:
 * - TRIANGULAR: most likely at the value, falling in a straight line to nothing at both ends.
 * - PERT: the beta distribution of a most likely value that counts four times (Malcolm and others, Operations Research 7, 1959).
 * - UNIFORM: every value between the ends as likely as the other.
 * - NORMAL: around the value with a standard deviation of a quarter of the range, cut off at both ends.
 * - FIXED: always the value; low and high then serve the one-way sensitivity alone.
 */
export interface Spread {
  readonly distribution: Distribution;
  readonly low: number;
  readonly high: number;
}

/** What a uniform number of [0, 1) becomes. */
export type Sampler = (numbers: Float64Array, count: number) => void;

/**
 * Turns uniform numbers in place into numbers of the distribution, each by the distribution's quantile, so that one number is used
 * for each draw and a range that moves a little moves every draw a little. Refuses (RangeError) a value outside of its range.
 */
export function samplerOf({ distribution, low, high }: Spread, value: number): Sampler {
  if (!(low <= value && value <= high)) throw new RangeError(`${value} does not lie in ${low} to ${high}`);
  if (low === high || distribution === 'FIXED') return (numbers, count) => numbers.fill(value, 0, count);
  switch (distribution) {
    case 'UNIFORM':
      return (numbers, count) => {
        const width = high - low;
        for (let index = 0; index < count; index += 1) numbers[index] = low + width * (numbers[index] ?? 0);
      };
    case 'TRIANGULAR':
      return triangular(low, value, high);
    case 'PERT': {
      const [before, after] = [(4 * (value - low)) / (high - low), (4 * (high - value)) / (high - low)];
      return fromDensity(low, high, (share) => share ** before * (1 - share) ** after);
    }
    case 'NORMAL': {
      // In shares of the range, whose quarter is the standard deviation.
      const mean = (value - low) / (high - low);
      return fromDensity(low, high, (share) => Math.exp(-8 * (share - mean) ** 2));
    }
  }
}

function triangular(low: number, mode: number, high: number): Sampler {
  const turn = (mode - low) / (high - low);
  const [rising, falling] = [(high - low) * (mode - low), (high - low) * (high - mode)];
  return (numbers, count) => {
    for (let index = 0; index < count; index += 1) {
      const number = numbers[index] ?? 0;
      numbers[index] =
        number < turn ? low + Math.sqrt(number * rising) : high - Math.sqrt((1 - number) * falling);
    }
  };
}

/** Cells of the table of quantiles; between them it is a straight line. */
const CELLS = 1024;
/** Places at which a density is looked up. */
const PLACES = 2048;

/** By a table of quantiles of a density over shares of the range; it need not integrate to 1. */
function fromDensity(low: number, high: number, density: (share: number) => number): Sampler {
  const table = quantilesOf(density).map((share) => low + (high - low) * share);
  return (numbers, count) => {
    for (let index = 0; index < count; index += 1) {
      const place = (numbers[index] ?? 0) * CELLS;
      const cell = place | 0;
      const start = table[cell] ?? high;
      numbers[index] = start + ((table[cell + 1] ?? high) - start) * (place - cell);
    }
  };
}

function quantilesOf(density: (share: number) => number): Float64Array {
  // By Simpson's rule over each place.
  const cumulated = new Float64Array(PLACES + 1);
  let left = density(0);
  for (let place = 0; place < PLACES; place += 1) {
    const right = density((place + 1) / PLACES);
    const middle = density((place + 0.5) / PLACES);
    cumulated[place + 1] = (cumulated[place] ?? 0) + left + 4 * middle + right;
    left = right;
  }
  const whole = cumulated[PLACES] ?? 0;
  const quantiles = new Float64Array(CELLS + 1);
  let place = 0;
  for (let cell = 0; cell <= CELLS; cell += 1) {
    const wanted = (whole * cell) / CELLS;
    while (place < PLACES - 1 && (cumulated[place + 1] ?? 0) < wanted) place += 1;
    const start = cumulated[place] ?? 0;
    const mass = (cumulated[place + 1] ?? 0) - start;
    quantiles[cell] = (place + (mass > 0 ? (wanted - start) / mass : 0)) / PLACES;
  }
  quantiles[CELLS] = 1;
  return quantiles;
}
