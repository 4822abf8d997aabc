import { aalenJohansen, type CumulativeIncidence } from './aalen-johansen.ts';
import type { EventCounts } from './event-counts.ts';
import { wilsonInterval, Z_95, type Interval } from './wilson.ts';

/** How many people have the same course, in whole months. */
export interface Course {
  /** Months that are wholly over, at most the horizon. */
  readonly followed: number;
  /** The month within which the event, and what ends the course before it, came; null where it did not in the months followed. */
  readonly exit: number | null;
  readonly ended: number | null;
  /** Whether what ends the course came before the event (which may lie in the same month). */
  readonly late: boolean;
  readonly count: number;
}

/** Until when something is known of people, in whole months. */
export interface Look {
  readonly followed: number;
  readonly exit: number | null;
  /** The month of the last situation that is recorded of them, whichever it is; null where there is none. */
  readonly seen: number | null;
  readonly count: number;
}

/** Of those without the event, at least this share is heard of again where somebody still looks. */
export const LEAST_LOOKED_FOR = 0.05;

/**
 * The last month in which anybody still looked: the latest one for which, of those who are followed so long and had no event
 * before it, LEAST_LOOKED_FOR are heard of in it or later. Beyond it a curve would tell that nothing happens, where nobody
 * asked. Null where nobody was looked for.
 */
export function lookedUntil(looks: readonly Look[], horizon: number): number | null {
  for (let month = horizon; month > 0; month -= 1) {
    let waiting = 0;
    let heardOf = 0;
    for (const { followed, exit, seen, count } of looks) {
      if (followed < month || (exit !== null && exit < month)) continue;
      waiting += count;
      if (seen !== null && seen >= month) heardOf += count;
    }
    if (heardOf > 0 && heardOf >= LEAST_LOOKED_FOR * waiting) return month;
  }
  return null;
}

/** Among those who could be followed for the whole of so many months: how many had the event in them, whatever else came first. */
export interface MatureRate {
  readonly successes: number;
  readonly n: number;
  /** Null where nobody could be followed so long. */
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
  const followed = zeros();
  const reached = Array.from({ length: horizon + 1 }, zeros);
  let afterEnd = 0;
  for (const { followed: months, exit, ended, late, count } of courses) {
    if (months < 0 || months > horizon) throw new RangeError(`followed for ${months} of ${horizon} months`);
    add(followed, months, count);
    if (exit !== null) add(reached[exit], months, count);
    const endsFirst = ended !== null && (exit === null || late);
    if (endsFirst) add(competing, ended, count);
    else if (exit === null) add(censored, months, count);
    else add(events, exit, count);
    if (endsFirst && exit !== null) afterEnd += count;
  }
  const counts = { times: Uint32Array.from(followed, (_, month) => month), events, competing, censored };
  return { curve: aalenJohansen(counts, z), counts, mature: matureRates(followed, reached, z), afterEnd };
}

function add(counts: Uint32Array | undefined, place: number, count: number): void {
  if (counts === undefined || place >= counts.length) throw new RangeError(`no month ${place}`);
  counts[place] = (counts[place] ?? 0) + count;
}

/** Of each month: those followed at least so long, and of them those whose event came within it. */
function matureRates(followed: Uint32Array, reached: readonly Uint32Array[], z: number): MatureRate[] {
  const atLeast = (counts: Uint32Array, month: number) =>
    counts.subarray(month).reduce((sum, count) => sum + count, 0);
  return Array.from(followed, (_, month) => {
    const n = atLeast(followed, month);
    const successes = reached.slice(0, month + 1).reduce((sum, counts) => sum + atLeast(counts, month), 0);
    return { successes, n, interval: n === 0 ? null : wilsonInterval(successes, n, z) };
  });
}
