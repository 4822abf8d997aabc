import type { CalendarDay } from './calendar-day.ts';
import type { ConditionMeasure, ConditionVerdict, IntervalSide } from './vocabulary.ts';

/** By when a measured condition is to be reached, and what is known of it then. */
export interface ConditionToJudge {
  readonly measure: ConditionMeasure;
  /** At least so much: a number of duos, or a share from 0 to 1. */
  readonly target: number;
  /** The day that was agreed; null for the whole time of the grant. */
  readonly dueOn: CalendarDay | null;
  readonly grantEndsOn: CalendarDay;
  /**
   * Of how many duos of the grant it is too early to say, since their window, or for a measure of closed duos the duos
   * themselves, still run; null where that is not known, 'NONE' where the measure looks at no more than who began.
   */
  readonly notYetObservable: number | null | 'NONE';
}

/** In the unit of the target. */
interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** What may be said of a measured condition by its figure, and whether that can still become another. */
export interface ConditionJudgement {
  readonly verdict: Extract<ConditionVerdict, 'REACHED' | 'NOT_REACHED' | 'OPEN'>;
  readonly mayChange: boolean;
}

/**
 * Whether a measured condition of a grant is reached, by its figure (in the unit of its target) on a day.
 *
 * A contract agrees a plain figure ("60 % positive exits"), and counts as a contract does: the plain figure meets it or does
 * not, at least as much is enough. The interval of the figure changes nothing in that; it is a fact beside the verdict
 * (`sideOf`), for a share of few duos reaches or misses a target by chance.
 *
 * Reached is reached, on whatever day it is asked. That it is not reached is said only once nothing can change it any more: the
 * day that was agreed is over, or, where none was, the grant is over and the time of all its duos, of which each that closes
 * changes a share of those that closed. Until then a share that is reached `mayChange` too; a number of duos that is reached does
 * not, for duos that began stay so.
 */
export function judgeCondition(
  condition: ConditionToJudge,
  value: number,
  today: CalendarDay,
): ConditionJudgement {
  const isOpen = !isOver(condition, today);
  if (value >= condition.target)
    return { verdict: 'REACHED', mayChange: isOpen && condition.measure !== 'DUOS_STARTED' };
  return { verdict: isOpen ? 'OPEN' : 'NOT_REACHED', mayChange: isOpen };
}

function isOver({ dueOn, grantEndsOn, notYetObservable }: ConditionToJudge, today: CalendarDay): boolean {
  if (dueOn !== null) return dueOn < today;
  return grantEndsOn < today && (notYetObservable === 'NONE' || notYetObservable === 0);
}

/** On which side of a target an interval lies, both in the same unit: a bound on the target reaches it. */
export function sideOf({ lower, upper }: Bounds, target: number): IntervalSide {
  if (lower >= target) return 'ABOVE';
  return upper < target ? 'BELOW' : 'AROUND';
}
