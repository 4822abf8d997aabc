export const METRIC_UNITS = ['RATE', 'COUNT', 'HOURS', 'CENTS', 'SCORE', 'RATIO'] as const;
/** What the value of a figure is in: rates are 0 to 1, money is cents, a score runs from -100 to 100. */
export type MetricUnit = (typeof METRIC_UNITS)[number];

/** What the numbers of a figure are in. */
export interface FigureUnits {
  readonly value: MetricUnit;
  readonly numerator: MetricUnit;
  /** Null where it has none. */
  readonly denominator: MetricUnit | null;
}

/**
 * What the numbers of a figure are in, by the unit of its value: a rate and a score are of a number out of a number, a ratio is
 * of money out of money, and everything else of its own unit, out of a number where there is a denominator.
 */
export function unitsOf(unit: MetricUnit, hasDenominator: boolean): FigureUnits {
  const numerator = unit === 'RATIO' ? 'CENTS' : unit === 'RATE' || unit === 'SCORE' ? 'COUNT' : unit;
  return {
    value: unit,
    numerator,
    denominator: !hasDenominator ? null : unit === 'RATIO' ? 'CENTS' : 'COUNT',
  };
}
