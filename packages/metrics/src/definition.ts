import type { MetricUnit } from '@tandem/domain/figure-units';
import type { CriterionValue } from './criterion.ts';
import type { RecordOfChange } from './figure-change.ts';

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

/** By what rows may be narrowed and grouped. */
export const DIMENSIONS = [
  'COUNTRY',
  'BRANCH',
  'COORDINATOR',
  'GENDER',
  'AGE_BAND',
  'EDUCATION',
  'NATIONALITY_GROUP',
  'RESIDENCE_GROUND',
  'OUT_OF_WORK',
  'SECTOR',
  'REFERRAL',
  'GRANT',
  'GRANT_KIND',
  'COST_CATEGORY',
  'COST_NATURE',
  'EVENT_KIND',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** The closed list of the domain's vocabulary of which the keys of a dimension are. */
export const LIST_OF_DIMENSION: Readonly<Partial<Record<Dimension, string>>> = {
  GENDER: 'Gender',
  AGE_BAND: 'AgeBand',
  EDUCATION: 'EducationLevel',
  NATIONALITY_GROUP: 'NationalityGroup',
  RESIDENCE_GROUND: 'ResidenceGround',
  OUT_OF_WORK: 'OutOfWorkBand',
  SECTOR: 'Sector',
  REFERRAL: 'Referral',
  GRANT_KIND: 'GrantKind',
  COST_CATEGORY: 'CostCategory',
  COST_NATURE: 'CostNature',
  EVENT_KIND: 'EventKind',
};
export const TREND_STEPS = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];
export const METRIC_GROUPS = ['OPERATIONS', 'OUTCOMES', 'QUALITY', 'LONG_TERM', 'ECONOMY'] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

/**
 * Who beyond staff may see it. GRANTS: a partner, over the duos that its grants pay. PROGRAMME: a partner, over the
 * whole programme. STAFF: nobody else. What partners see, everybody is told over the whole programme once it is published.
 */
export type Audience = 'GRANTS' | 'PROGRAMME' | 'STAFF';

/** What an expression may refer to: the SQL of the as-of day, and the parameters asked for. */
export interface Terms extends Parameters {
  readonly asOf: string;
}
export type Expression = (terms: Terms) => string;

/** Which day places a row in a period: of a duo (ANCHOR: the one from which exits are sought), of a person, or of an event. */
export const COHORT_DAYS = [
  'START',
  'CLOSURE',
  'ANCHOR',
  'FIRST_JOB',
  'MEETING',
  'INFO_SESSION',
  'FIRST_DUO',
  'FIRST_CLOSURE',
  'EVENT',
] as const;
export type CohortDay = (typeof COHORT_DAYS)[number];

/** What is counted from: rows of one relation, aliased `f`, with the columns by which they are narrowed. */
export interface Source {
  readonly name: string;
  /** Under which name the months that its rows change in are marked: the table; null where they are not, so that none are kept. */
  readonly fact: string | null;
  readonly relation: string;
  /** The day that places a row in a period, and after which the row does not yet exist. */
  readonly cohortDay: Expression;
  /** The column of each dimension that the rows have; of a grant, and of a payer, a list of ids. */
  readonly dimensions: Readonly<Partial<Record<Dimension, string>>>;
  /** The column with the partners that pay, where rows have one. */
  readonly payers?: string;
  /**
   * What a figure opens to, where its rows belong to duos (column duo_id): DUOS where no duo has two rows, GROUPED where one
   * has and its rows are told as one, ANSWERS where each row is an answer (column response_id).
   */
  readonly records?: 'DUOS' | 'GROUPED' | 'ANSWERS';
  /** Which day the cohort day is, where rows are of people: duos, mentees, mentors, places on a list. */
  readonly placedBy?: CohortDay;
  /** What an index is asked for rows with a cohort day from `from` and before `to`, where it is not the day itself. */
  readonly near?: (from: string, to: string) => string;
}

/** An aggregate over the rows of a source. `condition` says which rows it counts: all of them, the different values of `distinct`, or the `sum` of something. */
export interface Measure {
  readonly source: Source;
  readonly condition: Expression;
  readonly distinct?: Expression;
  readonly sum?: Expression;
  /**
   * The day from which on the as-of day no longer matters to what a row contributes; the cohort day by default. Needed
   * where the condition looks at the as-of day, unless it asks for a whole window to be over.
   */
  readonly settledOn?: Expression;
  /** Whether it looks at what is found after its window too, so that `settledOn` holds also where the whole window is asked to be over. */
  readonly outlivesWindow?: true;
}

export const LOCALES = ['fr', 'nl', 'en'] as const;

/** What an indicator says to a reader. The denominator is null where the figure is the numerator itself. */
export interface MetricWords {
  readonly name: string;
  readonly says: string;
  readonly numerator: string;
  readonly denominator: string | null;
}
export type InEachLanguage<T> = Readonly<Record<(typeof LOCALES)[number], T>>;

/** What of an indicator changes from one version to the next. */
interface Counting {
  readonly numerator: Measure;
  /** Null where the figure is the numerator itself. */
  readonly denominator: Measure | null;
  /** The sum of squares of what the numerator sums, for the interval of a mean. */
  readonly squares?: Measure;
  /** How many duos or funders a sum is about, by which it is judged whether others may see it. */
  readonly subjects?: Measure;
  /** Rows whose window is not over, and rows whose window is over and of which it is not known whether they count. */
  readonly notYetObservable?: Measure;
  readonly unknown?: Measure;
  /** Of what the numerator counts: where somebody was seen to. The others count by a document alone, with nobody having asked. */
  readonly seen?: Measure;
  /**
   * Whether who counts, who does not, of whom it is not known and who is not yet observable are together those that the figure
   * is among, where it is also among people whose window is not over.
   */
  readonly addsUp?: boolean;
  /** What a list of its records tells of each, so that whoever reads it can count again; none where the day that places it says all. */
  readonly criterion?: readonly CriterionValue[];
  /** By which records of a duo its counting changes from one day to another, once the figure looks at it. */
  readonly changedBy?: RecordOfChange;
  readonly words: InEachLanguage<MetricWords>;
}

/** A version that another one took the place of. It stays, so that both can be shown side by side. */
export interface FormerVersion extends Counting {
  readonly version: number;
  /** From which day on the next version counts. */
  readonly replacedOn: string;
  /** What changed, and why. */
  readonly replaced: InEachLanguage<string>;
}

export interface MetricDefinition extends Counting {
  readonly id: string;
  /** Where it stands among the others. */
  readonly rank: number;
  /** Goes up by one whenever what is counted changes; the one that was goes to `former`. */
  readonly version: number;
  readonly group: MetricGroup;
  readonly unit: MetricUnit;
  readonly audience: Audience;
  readonly parameters: readonly (keyof Parameters)[];
  /** Parameters that differ from the common defaults. */
  readonly defaults?: Partial<Parameters>;
  /** Of a cost of exits, the rate of the same exits: it says of how many it is too early, and of how many it is not known. */
  readonly ratedBy?: string;
  /** Whether it says how many there are on the last day, not how many came in the period: its source tells of changes. */
  readonly stock?: true;
  /** Earlier versions, the latest first. */
  readonly former?: readonly FormerVersion[];
}

/** The dimensions by which the metric may be filtered and broken down: those that all its sources have. */
export function dimensionsOf({ numerator, denominator }: MetricDefinition): Dimension[] {
  return DIMENSIONS.filter(
    (dimension) =>
      numerator.source.dimensions[dimension] !== undefined &&
      (denominator === null || denominator.source.dimensions[dimension] !== undefined),
  );
}

/** The definition as it was in a version; undefined where there was none of that number. */
export function versionOf(metric: MetricDefinition, version: number): MetricDefinition | undefined {
  if (version === metric.version) return metric;
  const found = metric.former?.find((one) => one.version === version);
  if (found === undefined) return undefined;
  // Nothing of the counting is taken from the metric: what a former version does not have it does not inherit either.
  const { id, rank, group, unit, audience, parameters, defaults, stock, former } = metric;
  return {
    id,
    rank,
    group,
    unit,
    audience,
    parameters,
    ...(defaults && { defaults }),
    ...(stock && { stock }),
    ...(former && { former }),
    ...found,
  };
}

/** What a measure of a metric counts with the usual parameters, as a text: the same text is the same number. */
export function countedBy(metric: MetricDefinition, { source, condition, distinct, sum }: Measure): string {
  const terms = { ...parametersOf(metric), asOf: 'day' };
  // A stock is what there is on the last day, whenever it came.
  const day = metric.stock === true ? 'stock' : source.cohortDay(terms);
  return [source.relation, day, condition(terms), distinct?.(terms), sum?.(terms)].join(' | ');
}

/** Whether two versions of a metric give the same value of the same records, whatever else they tell beside it. */
export function haveSameValue(one: MetricDefinition, other: MetricDefinition): boolean {
  return valueOf(one) === valueOf(other);
}

/** All that the value is made of, and how sure it is, as a text. */
function valueOf(metric: MetricDefinition): string {
  const { numerator, denominator, squares, subjects } = metric;
  return [numerator, denominator, squares, subjects]
    .map((measure) => (measure ? countedBy(metric, measure) : ''))
    .join('\n');
}

/** The parameters in force: of those that the metric takes the asked ones, else its own, else the common defaults. */
export function parametersOf(
  { defaults, parameters }: Pick<MetricDefinition, 'defaults' | 'parameters'>,
  asked: Partial<Parameters> = {},
): Parameters {
  const given = Object.fromEntries(
    parameters
      .map((name) => [name, asked[name]])
      .filter(([, value]) => value !== undefined && value !== null),
  );
  return { ...DEFAULT_PARAMETERS, ...defaults, ...given };
}
