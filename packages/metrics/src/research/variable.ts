import type { Capability } from '@tandem/domain/capabilities';
import type { MetricId } from '../catalogue.ts';
import type { Expression, InEachLanguage } from '../definition.ts';

/** What a value of a variable is, and so how it is written: a code, YYYY-MM, a whole number, or (NUMBER) one with a decimal point. */
export const VARIABLE_KINDS = [
  'PSEUDONYM',
  'CATEGORY',
  'LIST',
  'MONTH',
  'YES_NO',
  'MONTHS',
  'DAYS',
  'COUNT',
  'NUMBER',
  'SCORE',
] as const;
export type VariableKind = (typeof VARIABLE_KINDS)[number];

/**
 * What a variable may tell of somebody. PSEUDONYM: which rows are of the same person. IDENTIFYING: what others may know of
 * them, so that a rare combination names them. SENSITIVE: what nobody may be told of them. OUTCOME: what became of them.
 */
export const VARIABLE_ROLES = ['PSEUDONYM', 'IDENTIFYING', 'SENSITIVE', 'OUTCOME', 'PLAIN'] as const;
export type VariableRole = (typeof VARIABLE_ROLES)[number];

/** What stands in the place of a value that is left out to protect somebody; what is not recorded, or cannot be, is empty. */
export const WITHHELD = 'WITHHELD';
/** What stands in the place of what is a mentor's, where the purpose rests on a consent that the mentor did not give. */
export const NO_CONSENT = 'NO_CONSENT';

/** The pseudonyms that several rows may share; each is a variable of its own. */
export const PEOPLE = ['mentee', 'mentor'] as const;
export type Person = (typeof PEOPLE)[number];

/** A code of a variable with what it means. */
export interface Coded {
  readonly code: string;
  readonly words: InEachLanguage<string>;
}

/** A column of the data set for research. */
export interface ResearchVariable {
  /** Stays what it is from one data set to the next. */
  readonly name: string;
  readonly kind: VariableKind;
  readonly role: VariableRole;
  /** In what a number is counted, or which standard a code is of; null where the kind says it. */
  readonly unit: string | null;
  /** The closed list of the domain's vocabulary that its codes are of. */
  readonly list?: string;
  /** All codes that it may have, with their words where no list has them. */
  readonly codes?: readonly string[] | readonly Coded[];
  /** The indicator whose definition in force says what it is about. */
  readonly follows?: MetricId;
  /** Of whom it tells beside the mentee: it stands there only with the consent of that person, where the purpose rests on it. */
  readonly ofMentor?: true;
  /** Of an identifying one: whose rows have the same value, all or nearly all, so that one row tells it of the others. */
  readonly sameFor?: readonly Person[];
  /** What the viewer must be able to do beside taking data out. */
  readonly needs?: Capability;
  /** Whether it is in a data set for which no columns were chosen. */
  readonly byDefault: boolean;
  readonly words: InEachLanguage<string>;
  /** Over `duo_fact as f` and what stands beside it (compile-research.ts); null where nothing is recorded by the as-of day. */
  readonly value: Expression;
}
