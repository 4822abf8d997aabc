import { numbersAtRisk, type EventCounts } from './event-counts.ts';
import { Z_95 } from './wilson.ts';

/** One place a time. The limits equal the share while it is 0 or 1. */
export interface CumulativeIncidence {
  /** How many were still followed and without any event just before the time. */
  readonly atRisk: Float64Array;
  /** The share that has had the event by the time. */
  readonly incidence: Float64Array;
  readonly variance: Float64Array;
  /** Limits for each time by itself, not for the whole curve at once. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The share that has had another event first, and the share without any so far. */
  readonly competing: Float64Array;
  readonly neither: Float64Array;
}

/**
 * Aalen and Johansen's cumulative incidence of an event beside competing ones, from counts by time (a pass over the
 * times). 1 less Kaplan-Meier with competing ends as censored would answer what share would have the event if nothing
 * else could ever happen, and is too high as a share of people.
 *
 * Variance: of Greenwood type, by the recursion over the covariance of the states (multinomial steps). Without censoring
 * it is p(1-p)/n, without competing events Greenwood's. Limits: complementary log-log, 1-(1-F)^exp(±z·se/((1-F)·ln(1-F))).
 * Events come before censorings at the same time. Refuses what numbersAtRisk refuses.
 *
 * Source: Aalen and Johansen 1978, Scandinavian Journal of Statistics 5:141-150; Andersen, Borgan, Gill and Keiding 1993,
 * Statistical Models Based on Counting Processes, section IV.4; Allignol, Schumacher and Beyersmann 2010,
 * Biometrical Journal 52:126-137, who compare the variances and recommend this one.
 */
export function aalenJohansen(counts: EventCounts, z = Z_95): CumulativeIncidence {
  const atRisk = numbersAtRisk(counts);
  const { length } = atRisk;
  const curve = {
    atRisk,
    incidence: new Float64Array(length),
    variance: new Float64Array(length),
    lower: new Float64Array(length),
    upper: new Float64Array(length),
    competing: new Float64Array(length),
    neither: new Float64Array(length),
  };
  // Shares without any event (S) and with the one asked about (F), their variances and covariance.
  let neither = 1;
  let incidence = 0;
  let varianceS = 0;
  let varianceF = 0;
  let covariance = 0;
  for (let index = 0; index < length; index += 1) {
    const n = atRisk[index] ?? 0;
    const events = counts.events[index] ?? 0;
    const ended = events + (counts.competing[index] ?? 0);
    if (ended > 0) {
      const stay = 1 - ended / n;
      const hazard = events / n;
      const step = (neither * neither) / (n * n * n);
      varianceF += 2 * hazard * covariance + hazard * hazard * varianceS + step * events * (n - events);
      covariance = stay * (covariance + hazard * varianceS) - step * events * (n - ended);
      varianceS = stay * stay * varianceS + step * ended * (n - ended);
      incidence = Math.min(1, incidence + neither * hazard);
      neither *= stay;
    }
    const { lower, upper } = limits(incidence, Math.sqrt(varianceF), z);
    curve.incidence[index] = incidence;
    curve.variance[index] = varianceF;
    curve.lower[index] = lower;
    curve.upper[index] = upper;
    curve.neither[index] = neither;
    curve.competing[index] = Math.max(0, 1 - neither - incidence);
  }
  return curve;
}

function limits(share: number, error: number, z: number): { lower: number; upper: number } {
  if (share <= 0 || share >= 1) return { lower: share, upper: share };
  const shift = Math.exp((z * error) / ((1 - share) * Math.abs(Math.log(1 - share))));
  return { lower: 1 - (1 - share) ** (1 / shift), upper: 1 - (1 - share) ** shift };
}
