import { newcombeInterval } from './newcombe.ts';
import { twoSidedProbability } from './normal.ts';
import { shareOf, type Proportion } from './proportion.ts';

/** Beyond this point the normal distribution has no chance left that a number can hold. */
const FARTHEST = 38;
const HALVINGS = 80;

/**
 * The two-sided p-value of "there is no difference" that belongs to newcombeInterval: 1 less the level at which the
 * interval first reaches 0. So it is below 0.05 exactly where the 95 % interval leaves 0 out; no other test of two
 * proportions agrees with that interval everywhere. The interval widens with its level, so the point is found by halving.
 * Refuses (RangeError) counts that are no proportion.
 */
export function newcombeProbability(first: Proportion, second: Proportion): number {
  const difference = shareOf(first) - shareOf(second);
  const reachesNought = (z: number): boolean => {
    const { lower, upper } = newcombeInterval(first, second, z);
    return difference > 0 ? lower <= 0 : upper >= 0;
  };
  if (reachesNought(0)) return 1;
  let inside = FARTHEST;
  let outside = 0;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (inside + outside) / 2;
    if (reachesNought(middle)) inside = middle;
    else outside = middle;
  }
  return twoSidedProbability(inside);
}
