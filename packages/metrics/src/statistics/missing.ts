import { wilsonInterval, Z_95, type Interval } from './wilson.ts';

/** What is known of some people: of how many it holds, of how many it does not, and of how many nothing is known. */
export interface Answers {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

/** What is known of some people, with those for whom it is too early to say: of these it is not known either. */
export interface AnswersSoFar extends Answers {
  readonly tooEarly: number;
}

/** If none of the unknown were counted, and if all of them were; both the rate itself where all is known. */
export interface Extremes {
  readonly worst: number;
  readonly best: number;
}

export interface MissingBounds extends Extremes {
  /** Among the known alone: right only if the unknown are like the known. */
  readonly amongKnown: number | null;
  /** The share of whom something is known: a response rate. */
  readonly known: number;
  readonly knownInterval: Interval;
  /** From the lower limit of the worst case to the upper limit of the best: chance and the unknown together. */
  readonly interval: Interval;
}

/**
 * The bounds within which a share lies whatever became of the unknown. They assume nothing, so they hold also where
 * those who did well answer more often. Refuses (RangeError) counts that are no whole numbers from 0, and nobody at all.
 * Source: Manski 1989, Journal of Human Resources 24:343-360; Horowitz and Manski 2000, JASA 95:77-84.
 */
export function missingBounds({ yes, no, unknown }: Answers, z = Z_95): MissingBounds {
  if ([yes, no, unknown].some((count) => !Number.isInteger(count) || count < 0) || yes + no + unknown === 0) {
    throw new RangeError(`no answers: ${yes} yes, ${no} no, ${unknown} unknown`);
  }
  const n = yes + no + unknown;
  const known = yes + no;
  return {
    worst: yes / n,
    best: (yes + unknown) / n,
    amongKnown: known === 0 ? null : yes / known,
    known: known / n,
    knownInterval: wilsonInterval(known, n, z),
    interval: {
      lower: wilsonInterval(yes, n, z).lower,
      upper: wilsonInterval(yes + unknown, n, z).upper,
    },
  };
}

/** How far apart two shares of unknown may lie, for both rates to be of people who were followed alike. */
const ALIKE = 0.05;

/**
 * Whether it is not known of about as many of the one as of the other: else their difference may be how far each was followed.
 * Apart by no more than one in twenty, which the "5 and 20" rule of thumb (see isManyUnknown) takes as of little concern.
 */
export function areFollowedAlike(one: Extremes, other: Extremes): boolean {
  return Math.abs(one.best - one.worst - (other.best - other.worst)) <= ALIKE;
}

/**
 * Within what the second rate less the first lies whatever became of the unknown of both, as shares. `shared` are the people
 * who are unknown below both: what became of one of them holds of both rates, so that none is a yes of the one and a no of the
 * other. The bounds are sharp: some outcome of the unknown reaches each. Refuses (RangeError) what missingBounds refuses, and
 * more shared ones than there are unknown. Source: Manski 1989 (see missingBounds).
 */
export function differenceBounds(first: Answers, second: Answers, shared: number): Interval {
  if (!Number.isInteger(shared) || shared < 0 || shared > Math.min(first.unknown, second.unknown))
    throw new RangeError(`no shared part of ${first.unknown} and ${second.unknown} unknown: ${shared}`);
  const [before, after] = [missingBounds(first), missingBounds(second)];
  const n = { first: first.yes + first.no + first.unknown, second: second.yes + second.no + second.unknown };
  const ifAllShared = shared / n.second - shared / n.first;
  return {
    lower: after.worst - before.worst - (first.unknown - shared) / n.first + Math.min(0, ifAllShared),
    upper: after.worst - before.worst + (second.unknown - shared) / n.second + Math.max(0, ifAllShared),
  };
}

/** From which share of unknown on a figure of the known alone is not to be leaned on. */
const MANY = 0.2;

/**
 * Whether it is not known of so many that a share among the known is not to be leaned on: more than one in five.
 * Source: the "5 and 20" rule of thumb on losses to follow-up (Sackett and others; Schulz and Grimes 2002, Lancet 359:781-785).
 */
export function isManyUnknown({ yes, no, unknown }: Answers): boolean {
  return unknown > MANY * (yes + no + unknown);
}
