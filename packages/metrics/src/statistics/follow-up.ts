import { aalenJohansen, type CumulativeIncidence } from './aalen-johansen.ts';
import type { EventCounts } from './event-counts.ts';
import { wilsonInterval, Z_95, type Interval } from './wilson.ts';

/** How many people have the same course, in whole months. */
export interface Course {
  /** Months that are wholly over, at most the horizon. */
  readonly elapsed: number;
  /** The month within which the event, and what ends the course before it, came; null where it did not in the months that are over. */
  readonly exit: number | null;
  readonly ended: number | null;
  /** Whether what ends the course came before the event (which may lie in the same month). */
  readonly late: boolean;
  readonly count: number;
}

/** How long people were followed, in whole months. */
export interface Look {
  readonly elapsed: number;
  readonly exit: number | null;
  /** How many months were over on the day of the last situation that is recorded of them, whichever it is; null where there is none. */
  readonly followed: number | null;
  readonly count: number;
}

/** Where somebody still looks, at least this share of those without the event is followed so long. */
export const LEAST_FOLLOWED = 0.05;

/**
 * Whether somebody still looked, of so many without the event and so many of them who were followed so long. Somebody is
 * followed to a day where any situation is recorded of them on it or later. Where nobody is without the event, nobody is left
 * to look for.
 */
export function isLookedFor(followed: number, without: number): boolean {
  return without === 0 || (followed > 0 && followed >= LEAST_FOLLOWED * without);
}

/**
 * The last month at whose end anybody still looked: the latest one for which, of those for whom it is over and who have no event
 * by then, LEAST_FOLLOWED are followed to its end, and from there on as long as nobody is without the event. Beyond it a curve
 * or a rate would tell that nothing happens, where nobody asked. Null where nobody was looked for.
 */
export function lookedUntil(looks: readonly Look[], horizon: number): number | null {
  const at = (month: number) => {
    const over = looks.filter(({ elapsed }) => elapsed >= month);
    const without = over.filter(({ exit }) => exit === null || exit > month);
    const followed = without.filter((look) => look.followed !== null && look.followed >= month);
    return { over: sizeOf(over), without: sizeOf(without), followed: sizeOf(followed) };
  };
  let last = horizon;
  for (; last > 0; last -= 1) {
    const { without, followed } = at(last);
    if (without > 0 && isLookedFor(followed, without)) break;
  }
  for (; last < horizon; last += 1) {
    const { over, without } = at(last + 1);
    if (over === 0 || without > 0) break;
  }
  return last === 0 ? null : last;
}

function sizeOf(people: readonly { readonly count: number }[]): number {
  return people.reduce((sum, { count }) => sum + count, 0);
}

/** Among those for whom so many months are over: how many had the event in them, whatever else came first. */
export interface MatureRate {
  readonly successes: number;
  readonly n: number;
  /** Null where so many months are over for nobody. */
  readonly interval: Interval | null;
}

export interface FollowUp {
  readonly curve: CumulativeIncidence;
  readonly counts: EventCounts;
  /** By month from 0 to the horizon, as the curve. */
  readonly mature: readonly MatureRate[];
  /** Events after something that ended the course: in the mature rates, not on the curve. */
  readonly afterEnd: number;
}

/**
 * The share with an event by month: Aalen-Johansen with what ends a course competing, and the mature cohort of each
 * month beside it. An event counts on the curve where it comes first; who has neither is censored at the end of the last
 * month that is over. Refuses (RangeError) courses beyond the horizon.
 */
export function followUp(courses: readonly Course[], horizon: number, z = Z_95): FollowUp {
  const zeros = () => new Uint32Array(horizon + 1);
  const events = zeros();
  const competing = zeros();
  const censored = zeros();
  const elapsed = zeros();
  const reached = Array.from({ length: horizon + 1 }, zeros);
  let afterEnd = 0;
  for (const { elapsed: months, exit, ended, late, count } of courses) {
    if (months < 0 || months > horizon) throw new RangeError(`${months} of ${horizon} months are over`);
    add(elapsed, months, count);
    if (exit !== null) add(reached[exit], months, count);
    const endsFirst = ended !== null && (exit === null || late);
    if (endsFirst) add(competing, ended, count);
    else if (exit === null) add(censored, months, count);
    else add(events, exit, count);
    if (endsFirst && exit !== null) afterEnd += count;
  }
  const counts = { times: Uint32Array.from(elapsed, (_, month) => month), events, competing, censored };
  return { curve: aalenJohansen(counts, z), counts, mature: matureRates(elapsed, reached, z), afterEnd };
}

function add(counts: Uint32Array | undefined, place: number, count: number): void {
  if (counts === undefined || place >= counts.length) throw new RangeError(`no month ${place}`);
  counts[place] = (counts[place] ?? 0) + count;
}

/** Of each month: those for whom it is over, and of them those whose event came within it. */
function matureRates(elapsed: Uint32Array, reached: readonly Uint32Array[], z: number): MatureRate[] {
  const atLeast = (counts: Uint32Array, month: number) =>
    counts.subarray(month).reduce((sum, count) => sum + count, 0);
  return Array.from(elapsed, (_, month) => {
    const n = atLeast(elapsed, month);
    const successes = reached.slice(0, month + 1).reduce((sum, counts) => sum + atLeast(counts, month), 0);
    return { successes, n, interval: n === 0 ? null : wilsonInterval(successes, n, z) };
  });
}
