import { aalenJohansen, type CumulativeIncidence } from './aalen-johansen.ts';
import type { EventCounts } from './event-counts.ts';
import type { AnswersSoFar } from './missing.ts';
import { wilsonInterval, Z_95, type Interval } from './wilson.ts';

/** How long people were followed, in whole months. */
export interface Look {
  /** Months that are wholly over, at most the horizon. */
  readonly elapsed: number;
  /** The month within which the event came; null where it did not in the months that are over. */
  readonly exit: number | null;
  /** How many months were over on the day of the last situation that is recorded of them, whichever it is; null where there is none. */
  readonly followed: number | null;
  readonly count: number;
}

/** How many people have the same course, in whole months. */
export interface Course extends Look {
  /** The month within which what ends the course came; null where it did not in the months that are over. */
  readonly ended: number | null;
  /** Whether what ends the course came before the event (which may lie in the same month). */
  readonly late: boolean;
  /** Whether they are followed to the day on which it ended: else the event may have come before it. */
  readonly seenAtEnd: boolean;
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
  let last = horizon;
  for (; last > 0; last -= 1) {
    const { without, followed } = atMonth(looks, last);
    if (without > 0 && isLookedFor(followed, without)) break;
  }
  for (; last < horizon; last += 1) {
    const { over, without } = atMonth(looks, last + 1);
    if (over === 0 || without > 0) break;
  }
  return last === 0 ? null : last;
}

/** For how many a month is over, how many of them have no event by then, and how many of these are followed to its end. */
function atMonth(looks: readonly Look[], month: number) {
  const over = looks.filter(({ elapsed }) => elapsed >= month);
  const without = over.filter(({ exit }) => exit === null || exit > month);
  const followed = without.filter((look) => isFollowedTo(look, month));
  return { over: sizeOf(over), without: sizeOf(without), followed: sizeOf(followed) };
}

function isFollowedTo({ followed }: Look, month: number): boolean {
  return followed !== null && followed >= month;
}

function sizeOf(people: readonly { readonly count: number }[]): number {
  return people.reduce((sum, { count }) => sum + count, 0);
}

/** Among those for whom so many months are over: how many had the event in them, whatever else came first. */
export interface MatureRate {
  readonly successes: number;
  readonly n: number;
  /** Of how many without it this is not known: they are not followed to the end of the month. */
  readonly unknown: number;
  /** Null where so many months are over for nobody. */
  readonly interval: Interval | null;
}

/** What is known by a month of everybody whom the curve is about. */
export interface KnownOnCurve extends AnswersSoFar {
  /** With whom something else came first: of those who do not, since that was seen, and of those of whom it is not known. */
  readonly ended: { readonly seen: number; readonly unseen: number };
}

export interface FollowUp {
  readonly curve: CumulativeIncidence;
  readonly counts: EventCounts;
  /** By month from 0 to the horizon, as the curve. */
  readonly months: readonly { readonly known: KnownOnCurve; readonly mature: MatureRate }[];
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
  let afterEnd = 0;
  for (const course of courses) {
    const { elapsed, exit, count } = course;
    if (elapsed < 0 || elapsed > horizon) throw new RangeError(`${elapsed} of ${horizon} months are over`);
    const ended = endedFirst(course);
    if (ended !== null) add(competing, ended, count);
    else if (exit === null) add(censored, elapsed, count);
    else add(events, exit, count);
    if (ended !== null && exit !== null) afterEnd += count;
  }
  const times = Uint32Array.from({ length: horizon + 1 }, (_, month) => month);
  const counts = { times, events, competing, censored };
  return {
    curve: aalenJohansen(counts, z),
    counts,
    months: Array.from(times, (month) => ({
      known: knownAt(courses, month),
      mature: matureRate(courses, month, z),
    })),
    afterEnd,
  };
}

/** The month within which a course ended without the event before; null where it did not. */
function endedFirst({ exit, ended, late }: Course): number | null {
  return exit === null || late ? ended : null;
}

function add(counts: Uint32Array, place: number, count: number): void {
  if (place >= counts.length) throw new RangeError(`no month ${place}`);
  counts[place] = (counts[place] ?? 0) + count;
}

/**
 * What is known by the end of a month of the share that the curve estimates: yes with the event first by then, no where
 * something else came first or somebody is followed so long without either. Nothing is taken from how others fared.
 */
function knownAt(courses: readonly Course[], month: number): KnownOnCurve {
  const counts = { yes: 0, no: 0, unknown: 0, tooEarly: 0, seen: 0, unseen: 0 };
  for (const course of courses) counts[answerOf(course, month)] += course.count;
  const { yes, no, unknown, tooEarly, seen, unseen } = counts;
  return { yes, no: no + seen, unknown: unknown + unseen, tooEarly, ended: { seen, unseen } };
}

function answerOf(course: Course, month: number): keyof AnswersSoFar | 'seen' | 'unseen' {
  const ended = endedFirst(course);
  if (ended !== null && ended <= month) return course.seenAtEnd ? 'seen' : 'unseen';
  if (ended === null && course.exit !== null && course.exit <= month) return 'yes';
  if (course.elapsed < month) return 'tooEarly';
  return isFollowedTo(course, month) ? 'no' : 'unknown';
}

/** Those for whom a month is over, and of them those whose event came within it. */
function matureRate(courses: readonly Course[], month: number, z: number): MatureRate {
  const { over: n, without, followed } = atMonth(courses, month);
  const successes = n - without;
  return {
    successes,
    n,
    unknown: without - followed,
    interval: n === 0 ? null : wilsonInterval(successes, n, z),
  };
}
