import { numbersAtRisk, type EventCounts } from './event-counts.ts';
import { Z_95 } from './wilson.ts';

/** One place a time. Limits are NaN where they are not defined: while nothing happened, and once nobody is left. */
export interface SurvivalCurve {
  readonly atRisk: Float64Array;
  /** The share without the event after each time. */
  readonly survival: Float64Array;
  readonly standardError: Float64Array;
  readonly log: { readonly lower: Float64Array; readonly upper: Float64Array };
  readonly logLog: { readonly lower: Float64Array; readonly upper: Float64Array };
}

/**
 * Kaplan and Meier's estimate with Greenwood's standard error and limits on the log scale (cut at 1) and on the log-log
 * scale (which stay in 0..1 by themselves). For an event that nothing competes with: it counts competing ends as
 * censored, which for shares of people over time is wrong where there are any; so it refuses them (RangeError), see
 * aalenJohansen. Events come before censorings at the same time.
 * Source: Kaplan and Meier 1958, JASA 53:457-481; Kalbfleisch and Prentice 2002, The Statistical Analysis of Failure Time
 * Data, section 1.4.
 */
export function kaplanMeier(counts: EventCounts, z = Z_95): SurvivalCurve {
  const atRisk = numbersAtRisk(counts);
  const { length } = atRisk;
  const curve: SurvivalCurve = {
    atRisk,
    survival: new Float64Array(length),
    standardError: new Float64Array(length),
    log: { lower: new Float64Array(length), upper: new Float64Array(length) },
    logLog: { lower: new Float64Array(length), upper: new Float64Array(length) },
  };
  let survival = 1;
  let greenwood = 0;
  for (let index = 0; index < length; index += 1) {
    const n = atRisk[index] ?? 0;
    const events = counts.events[index] ?? 0;
    if ((counts.competing[index] ?? 0) > 0) throw new RangeError('something competes with the event');
    if (events > 0) {
      survival *= 1 - events / n;
      greenwood += events / (n * (n - events));
    }
    const spread = Math.sqrt(greenwood);
    curve.survival[index] = survival;
    // Once nobody is left Greenwood's sum is infinite, and so is its error undefined.
    curve.standardError[index] = survival > 0 ? survival * spread : Number.NaN;
    curve.log.lower[index] = survival > 0 ? survival * Math.exp(-z * spread) : Number.NaN;
    curve.log.upper[index] = survival > 0 ? Math.min(1, survival * Math.exp(z * spread)) : Number.NaN;
    const shift = Math.exp((z * spread) / Math.abs(Math.log(survival)));
    const defined = survival > 0 && survival < 1;
    curve.logLog.lower[index] = defined ? survival ** shift : Number.NaN;
    curve.logLog.upper[index] = defined ? survival ** (1 / shift) : Number.NaN;
  }
  return curve;
}

/** The first time at which half have had the event; null where more than half have not by the last. */
export function medianTime({ times }: EventCounts, { survival }: SurvivalCurve): number | null {
  const index = survival.findIndex((share) => share <= 0.5);
  return times[index] ?? null;
}
