import {
  countedBy,
  type Dimension,
  type Measure,
  type MetricDefinition,
  type TrendStep,
} from '../definition.ts';
import { KEYS_OF_DIMENSION } from '../dimension-keys.ts';

/** What a figure counts. Null where the indicator has no such measure. */
export interface Counts {
  readonly numerator: number;
  readonly denominator: number | null;
  /** Squares of what the numerator sums: an interval gives them away. */
  readonly squares: number | null;
  /** Of a rate, of how many it is not known whether they count; and of what was told, how many that were when it was told last. */
  readonly unknown?: number | null;
  readonly unknownTold?: number | null;
  /** How many duos or funders a sum is about; of a social return, how many closed duos the programme has. */
  readonly subjects: number | null;
  /** Of a sum that several funders make, what the outsider gave itself, and whether it is one of them: it takes its own off. */
  readonly own?: { readonly numerator: number; readonly subjects: number };
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
  /** Whether it is counted over the whole programme, and not over what is the outsider's own. */
  readonly ofProgramme: boolean;
  readonly group: Group;
  readonly counts: Counts;
  /** Known to who asks whatever is shown, as what stands in a contract. */
  readonly isKnown: boolean;
  readonly told: { readonly asOf: string; readonly counts: Counts } | undefined;
  /** Whether it is told in no case of how many it is not known, since an outsider could take its own duos off. */
  readonly leavesUnknownOut?: boolean;
}

/** The cells of a figure, by their ids. */
export interface FigureCells {
  readonly figure: OfferedFigure;
  readonly numerator: string;
  readonly denominator: string | undefined;
}

/**
 * Whether it is a group in which nobody is: it is shown like one in which few are, so that neither tells of itself. Money that
 * is spent is about nobody, and what everybody knows is no secret.
 */
export function isEmptyGroup({ metric, group, isKnown }: OfferedFigure, counts: Counts): boolean {
  if (metric === 'SOCIAL_RETURN' || group.length === 0 || isKnown) return false;
  const isSpent = metric.unit === 'CENTS' && metric.denominator === null && counts.subjects === null;
  return !isSpent && (counts.denominator ?? counts.numerator) === 0;
}

/** Whether a group is listed whether or not anybody is in it. */
export function isListedAnyway(group: Group): boolean {
  return group.every(([by]) => by === 'YEAR' || KEYS_OF_DIMENSION[by] !== undefined);
}

/** What a measure counts, in a text: the same text is the same number. */
export function signatureOf({ metric, ofProgramme }: OfferedFigure, measure: Measure): string {
  if (metric === 'SOCIAL_RETURN') return metric;
  return `${ofProgramme ? 'programme' : 'own'} | ${countedBy(metric, measure)}`;
}

export function nameOf(group: Group): string {
  return group.map(([by, key]) => `${by}=${key}`).join('&');
}
