import type {
  Expression,
  Measure,
  MetricDefinition,
  MetricGroup,
  Population,
  Source,
  Terms,
} from './definition.ts';
import { duosByAnchor, responses } from './sources.ts';

/** Every row that its source has by the as-of day. */
export const always: Expression = () => 'true';

/** The day is there, and not after the as-of day. */
export function reached(column: string): Expression {
  return ({ asOf }) => `f.${column} <= ${asOf}`;
}

/** The step is recorded: a cohort's conversion counts whom it brought so far. */
export function recorded(column: string): Expression {
  return () => `f.${column} is not null`;
}

const anchorDay = ({ anchor }: Terms) => (anchor === 'START' ? 'f.started_on' : 'f.closed_on');
const windowEnd = (terms: Terms) => `(${anchorDay(terms)} + make_interval(months => ${terms.windowMonths}))`;
const observable: Expression = (terms) => `${windowEnd(terms)} <= ${terms.asOf}`;

/** Who is asked about: see Parameters.population. */
const POPULATIONS: Readonly<Record<Population, Expression>> = {
  STARTED: always,
  CLOSED: ({ asOf }) => `f.closed_on <= ${asOf}`,
  MATURE: observable,
};
const inPopulation: Expression = (terms) => POPULATIONS[terms.population](terms);

/** What of an exit is sought: columns of the fact are named after it. */
export type Exit = 'exit' | 'job' | 'stable_job';

function firstDay(exit: Exit, { anchor, evidence }: Terms): string {
  return `f.${evidence === 'DOCUMENTED' ? 'documented_' : ''}${exit}_from_${anchor.toLowerCase()}`;
}

/** The first such situation lies in the window, and was so by the as-of day. */
function exitWithin(exit: Exit): Expression {
  return (terms) =>
    `(${firstDay(exit, terms)} <= ${windowEnd(terms)} and ${firstDay(exit, terms)} <= ${terms.asOf})`;
}

const both =
  (...conditions: Expression[]): Expression =>
  (terms) =>
    conditions.map((condition) => condition(terms)).join(' and ');
const not =
  (condition: Expression): Expression =>
  (terms) =>
    `not coalesce(${condition(terms)}, false)`;
const known: Expression = (terms) =>
  `(f.first_known_from_${terms.anchor.toLowerCase()} <= ${windowEnd(terms)} and f.first_known_from_${terms.anchor.toLowerCase()} <= ${terms.asOf})`;

/** Duos of the population with such an exit in the window. */
export function exits(exit: Exit): Measure {
  return { source: duosByAnchor, condition: both(inPopulation, exitWithin(exit)) };
}

/** What can be asked of exits. */
export const EXIT_PARAMETERS = ['anchor', 'windowMonths', 'population', 'evidence'] as const;

/** The share of the population with such an exit in the window; those of whom nothing is known are no failures but counted apart. */
export function exitRate(id: string, exit: Exit): MetricDefinition {
  return {
    id,
    version: 1,
    group: 'OUTCOMES',
    unit: 'RATE',
    audience: 'GRANTS',
    parameters: EXIT_PARAMETERS,
    numerator: exits(exit),
    denominator: { source: duosByAnchor, condition: inPopulation },
    notYetObservable: { source: duosByAnchor, condition: not(observable) },
    unknown: { source: duosByAnchor, condition: both(inPopulation, observable, not(known)) },
  };
}

interface Rate {
  readonly group: MetricGroup;
  readonly audience: MetricDefinition['audience'];
  readonly source: Source;
  readonly among?: Expression;
  readonly counted: Expression;
}

/** The share of rows of a source (`among`, else all) for which something holds. */
export function rate(
  id: string,
  { group, audience, source, among = always, counted }: Rate,
): MetricDefinition {
  return {
    id,
    version: 1,
    group,
    unit: 'RATE',
    audience,
    parameters: [],
    numerator: { source, condition: both(among, counted) },
    denominator: { source, condition: among },
  };
}

/** Answers of 4 or 5 among the answers given to a question. */
export function agreementRate(id: string, group: MetricGroup, question: string): MetricDefinition {
  return rate(id, {
    group,
    audience: 'GRANTS',
    source: responses,
    among: () => `f.${question} is not null`,
    counted: () => `f.${question} >= 4`,
  });
}
