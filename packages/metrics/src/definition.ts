export type Anchor = 'START' | 'CLOSURE';
export const POPULATIONS = ['STARTED', 'CLOSED', 'MATURE'] as const;
export type Population = (typeof POPULATIONS)[number];
export type EvidenceLevel = 'ANY' | 'DOCUMENTED';

/** From which day exits are sought, for how long, among whom, and on what evidence. */
export interface Parameters {
  readonly anchor: Anchor;
  /** Length of the window in months; both its ends belong to it. */
  readonly windowMonths: number;
  /** STARTED: every duo. CLOSED: those closed by the as-of day. MATURE: those observable for the whole window. */
  readonly population: Population;
  readonly evidence: EvidenceLevel;
}

export const DEFAULT_PARAMETERS: Parameters = {
  anchor: 'START',
  windowMonths: 12,
  population: 'MATURE',
  evidence: 'ANY',
};

export const DIMENSIONS = ['BRANCH', 'GENDER', 'EDUCATION', 'GRANT', 'GRANT_KIND', 'COST_CATEGORY'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const TREND_STEPS = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];
export const METRIC_UNITS = ['RATE', 'COUNT', 'HOURS', 'CENTS', 'SCORE', 'RATIO'] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];
export const METRIC_GROUPS = ['OPERATIONS', 'OUTCOMES', 'QUALITY', 'LONG_TERM', 'ECONOMY'] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

/**
 * Who beyond staff may see it. GRANTS: a partner, over the duos that its grants pay. PROGRAMME: a partner, over the
 * whole programme. STAFF: nobody else.
 */
export type Audience = 'GRANTS' | 'PROGRAMME' | 'STAFF';

/** What an expression may refer to: the SQL of the as-of day, and the parameters asked for. */
export interface Terms extends Parameters {
  readonly asOf: string;
  /** The as-of day, or the last day of the period where that is earlier. */
  readonly lastDay: string;
  /** The step of a trend. */
  readonly step: TrendStep | undefined;
}
export type Expression = (terms: Terms) => string;

/** What is counted from: rows of one relation, aliased `f`, with the columns by which they are filtered. */
export interface Source {
  readonly relation: Expression;
  /** The day that places a row in a period, and after which the row does not yet exist. */
  readonly cohortDay: Expression;
  /** The column of each dimension that the rows have. */
  readonly dimensions: Readonly<Partial<Record<Dimension, string>>>;
  /** Whether each row belongs to a duo (column duo_id), so that a figure opens to its duos. */
  readonly ofDuos: boolean;
}

/** An aggregate over the rows of a source. `condition` says which rows it counts: all of them, the different values of `distinct`, or the `sum` of something. */
export interface Measure {
  readonly source: Source;
  readonly condition: Expression;
  readonly distinct?: Expression;
  readonly sum?: Expression;
}

export interface MetricDefinition {
  readonly id: string;
  /** Goes up by one whenever what is counted changes. */
  readonly version: number;
  readonly group: MetricGroup;
  readonly unit: MetricUnit;
  readonly audience: Audience;
  readonly parameters: readonly (keyof Parameters)[];
  /** Parameters that differ from the common defaults. */
  readonly defaults?: Partial<Parameters>;
  readonly numerator: Measure;
  /** Null where the figure is the numerator itself. */
  readonly denominator: Measure | null;
  /** The sum of squares of what the numerator sums, for the interval of a mean. */
  readonly squares?: Measure;
  /** How many duos or funders a sum is about, by which it is judged whether others may see it. */
  readonly subjects?: Measure;
  /** Rows whose window is not over, and rows of which nothing is known in it. */
  readonly notYetObservable?: Measure;
  readonly unknown?: Measure;
}

/** The dimensions by which the metric may be filtered and broken down: those that all its sources have. */
export function dimensionsOf({ numerator, denominator }: MetricDefinition): Dimension[] {
  return DIMENSIONS.filter(
    (dimension) =>
      numerator.source.dimensions[dimension] !== undefined &&
      (denominator === null || denominator.source.dimensions[dimension] !== undefined),
  );
}
