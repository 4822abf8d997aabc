import { accept, refuse, type Decision } from './refusal.ts';
import type { ThresholdName } from './vocabulary.ts';

/** The limits of disclosure control in force. */
export type Thresholds = Readonly<Record<ThresholdName, number>>;

/**
 * - SMALLEST_DENOMINATOR: a share of fewer people than this says too much about each of them.
 * - SMALLEST_PART: neither those counted nor those not counted may be this few (and not none).
 * - SMALLEST_COUNT: a count of people between 1 and this less one is not shown.
 * - FEWEST_FUNDERS: a sum of money that fewer funders have given tells each of them what the others gave.
 */
export const STANDARD_THRESHOLDS: Thresholds = {
  SMALLEST_DENOMINATOR: 10,
  SMALLEST_PART: 3,
  SMALLEST_COUNT: 5,
  FEWEST_FUNDERS: 3,
};

/** Below three, whoever knows of himself knows of the other one: no reason outweighs that. */
export const SAFE_MINIMUM: Thresholds = {
  SMALLEST_DENOMINATOR: 5,
  SMALLEST_PART: 3,
  SMALLEST_COUNT: 3,
  FEWEST_FUNDERS: 3,
};
export const LARGEST_THRESHOLD = 100;

/** Whether a limit may have a value: a whole number, never below its safe minimum. */
export function decideThreshold(name: ThresholdName, value: number): Decision<number> {
  if (!Number.isInteger(value)) return refuse('NUMBER_INVALID', 'value');
  const least = SAFE_MINIMUM[name];
  if (value < least) return refuse('TOO_SMALL', 'value', { limit: least });
  return value > LARGEST_THRESHOLD
    ? refuse('TOO_LARGE', 'value', { limit: LARGEST_THRESHOLD })
    : accept(value);
}
