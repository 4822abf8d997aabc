import {
  parametersOf,
  type Dimension,
  type Measure,
  type MetricDefinition,
  type Parameters,
  type TrendStep,
} from '../definition.ts';

/** What a figure counts. Null where the indicator has no such measure. */
export interface Counts {
  readonly numerator: number;
  readonly denominator: number | null;
  /** Squares of what the numerator sums: an interval gives them away. */
  readonly squares: number | null;
  /** How many duos or funders a sum is about; of a social return, how many closed duos the programme has. */
  readonly subjects: number | null;
  /** Of a social return, what the linked rows of its value map count, by indicator. */
  readonly map?: { readonly quantities: Readonly<Record<string, number>> };
}

/** A group by what it is of: a dimension or a step of time, and its key. Empty for the whole. */
export type Group = readonly (readonly [by: Dimension | TrendStep, key: string])[];

/** A figure that the menu has, with what it counts today and what was told of it last. */
export interface OfferedFigure {
  readonly key: string;
  /** The social return is made by a value map, and has no definition of the catalogue. */
  readonly metric: MetricDefinition | 'SOCIAL_RETURN';
  readonly parameters: Partial<Parameters>;
  /** Whether it is counted over the whole programme, and not over what is the outsider's own. */
  readonly ofProgramme: boolean;
  readonly group: Group;
  readonly counts: Counts;
  /** Known to who asks whatever is shown, as what stands in a contract. */
  readonly isKnown: boolean;
  readonly told: { readonly asOf: string; readonly counts: Counts } | undefined;
}

/** The cells of a figure, by their ids. */
export interface FigureCells {
  readonly figure: OfferedFigure;
  readonly numerator: string;
  readonly denominator: string | undefined;
}

/** What a measure counts, in a text: the same text is the same number. */
export function signatureOf({ metric, parameters, ofProgramme }: OfferedFigure, measure: Measure): string {
  if (metric === 'SOCIAL_RETURN') return metric;
  const terms = { ...parametersOf(metric, parameters), asOf: 'day' };
  const { source, condition, distinct, sum } = measure;
  // A stock is what there is on the last day, whenever it came.
  const day = metric.stock === true ? 'stock' : source.cohortDay(terms);
  const over = ofProgramme ? 'programme' : 'own';
  return [over, source.relation, day, condition(terms), distinct?.(terms), sum?.(terms)].join(' | ');
}

export function nameOf(group: Group): string {
  return group.map(([by, key]) => `${by}=${key}`).join('&');
}
