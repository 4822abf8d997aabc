import { answerCriterion, exitCriterion, sustainmentCriterion, type CriterionValue } from './criterion.ts';
import type { Expression, Measure, MetricDefinition, MetricGroup, Population, Source } from './definition.ts';
import { firstDay, windowEnd, type Exit } from './exit-days.ts';
import { duosByAnchor, duosByFirstJob, responses } from './sources.ts';

/** A definition without what only its own file says. */
type Shape = Omit<MetricDefinition, 'id' | 'rank' | 'version' | 'words' | 'former'>;

/** Every row that its source has by the as-of day. */
export const always: Expression = () => 'true';

const observable: Expression = (terms) => `${windowEnd(terms)} <= ${terms.asOf}`;

/** Who is asked about: see Parameters.population. */
const POPULATIONS: Readonly<Record<Population, Expression>> = {
  STARTED: always,
  CLOSED: ({ asOf }) => `f.closed_on <= ${asOf}`,
  MATURE: observable,
};
const inPopulation: Expression = (terms) => POPULATIONS[terms.population](terms);

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
/** Something is recorded on the last day of the window or later: until then somebody looked. See statistics/follow-up.ts. */
const followed: Expression = (terms) =>
  `(f.situation_days[cardinality(f.situation_days)] >= ${windowEnd(terms)} and ${firstHeardOf(terms)} <= ${terms.asOf})`;
const firstHeardOf: Expression = (terms) =>
  `(select min(day) from unnest(f.situation_days) as told (day) where day >= ${windowEnd(terms)})`;

/**
 * Of a population that has people whose window runs, those of them who have no exit so far: of these it is open, as it is
 * not of who has one. Where it is of those whose window is over, those who will be of it.
 */
function notYet(exit: Exit): Expression {
  const open = both(inPopulation, not(observable), not(exitWithin(exit)));
  return (terms) => (terms.population === 'MATURE' ? not(observable) : open)(terms);
}

/** Duos of the population with such an exit in the window. */
export function exits(exit: Exit): Measure {
  return {
    source: duosByAnchor,
    condition: both(inPopulation, exitWithin(exit)),
    settledOn: (terms) => `greatest(f.closed_on, ${firstDay(exit, terms)})`,
  };
}

/** What can be asked of exits. */
export const EXIT_PARAMETERS = ['anchor', 'windowMonths', 'population', 'evidence'] as const;

/**
 * The share of the population with such an exit in the window. Who has none and was not followed to the end of the window is
 * counted apart: that nobody heard of an exit is not yet that there was none.
 */
export function exitRate(exit: Exit): Shape {
  return {
    group: 'OUTCOMES',
    unit: 'RATE',
    audience: 'GRANTS',
    parameters: EXIT_PARAMETERS,
    changedBy: 'OUTCOME',
    criterion: exitCriterion(exit),
    numerator: exits(exit),
    denominator: { source: duosByAnchor, condition: inPopulation, settledOn: () => 'f.closed_on' },
    notYetObservable: {
      source: duosByAnchor,
      condition: notYet(exit),
      settledOn: windowEnd,
    },
    addsUp: true,
    unknown: {
      source: duosByAnchor,
      condition: both(inPopulation, observable, not(exitWithin(exit)), not(followed)),
      settledOn: (terms) => `greatest(${windowEnd(terms)}, f.closed_on, ${firstHeardOf(terms)})`,
      outlivesWindow: true,
    },
  };
}

/** Something is recorded in the window, whatever it is and however early. */
const heardOf: Expression = (terms) => {
  const day = `f.first_known_from_${terms.anchor.toLowerCase()}`;
  return `(${day} <= ${windowEnd(terms)} and ${day} <= ${terms.asOf})`;
};

/**
 * The same as version 1 counted it (see former-exit-rate.ts): it is unknown of whom nothing is recorded in the window. Whose
 * window is not over are those of every population, also who has an exit already.
 */
export function exitRateOfHeard(exit: Exit): Shape {
  return {
    ...exitRate(exit),
    notYetObservable: { source: duosByAnchor, condition: not(observable), settledOn: windowEnd },
    addsUp: false,
    unknown: {
      source: duosByAnchor,
      condition: both(inPopulation, observable, not(heardOf)),
      settledOn: (terms) =>
        `greatest(${windowEnd(terms)}, f.closed_on, f.first_known_from_${terms.anchor.toLowerCase()})`,
    },
  };
}

interface Rate {
  readonly group: MetricGroup;
  readonly audience: MetricDefinition['audience'];
  readonly source: Source;
  readonly among?: Expression;
  readonly counted: Expression;
  /** See Measure. */
  readonly settledOn?: Expression;
  /** See MetricDefinition. */
  readonly criterion?: readonly CriterionValue[];
  readonly changedBy?: MetricDefinition['changedBy'];
}

/** The share of rows of a source (`among`, else all) for which something holds. */
export function rate({
  group,
  audience,
  source,
  among = always,
  counted,
  settledOn,
  criterion,
  changedBy,
}: Rate): Shape {
  return {
    group,
    unit: 'RATE',
    audience,
    parameters: [],
    ...(criterion && { criterion }),
    ...(changedBy && { changedBy }),
    numerator: {
      source,
      condition: among === always ? counted : both(among, counted),
      ...(settledOn && { settledOn }),
    },
    denominator: { source, condition: among },
  };
}

/** From which step to which of the way into a duo, by the columns with their days; from the info session where none is named. */
export interface Step {
  readonly source: Source;
  readonly from?: string;
  readonly to: string;
}

/** The share of those at a step who came to the next, both by the as-of day. A period places the info session. */
export function conversion({ source, from, to }: Step): Shape {
  const taken =
    (column: string): Expression =>
    ({ asOf }) =>
      `f.${column} <= ${asOf}`;
  const steps = from === undefined ? [to] : [from, to];
  const settledOn: Expression = () => `greatest(${steps.map((column) => `f.${column}`).join(', ')})`;
  return {
    ...rate({ group: 'QUALITY', audience: 'STAFF', source, counted: both(...steps.map(taken)), settledOn }),
    denominator:
      from === undefined
        ? { source, condition: always }
        : { source, condition: taken(from), settledOn: () => `f.${from}` },
  };
}

/** The same as version 1 counted it (see former-conversion.ts): steps that are recorded, whenever they were. */
export function conversionSoFar({ source, from, to }: Step): Shape {
  const recorded =
    (column: string): Expression =>
    () =>
      `f.${column} is not null`;
  return rate({
    group: 'QUALITY',
    audience: 'STAFF',
    source,
    ...(from !== undefined && { among: recorded(from) }),
    counted: recorded(to),
  });
}

/** How many rows of a source there are in the period. */
export function count(group: MetricGroup, audience: MetricDefinition['audience'], source: Source): Shape {
  return {
    group,
    unit: 'COUNT',
    audience,
    parameters: [],
    numerator: { source, condition: always },
    denominator: null,
  };
}

/** Answers of 4 or 5 among the answers given to a question. */
export function agreementRate(group: MetricGroup, question: string): Shape {
  return rate({
    group,
    audience: 'GRANTS',
    source: responses,
    among: () => `f.${question} is not null`,
    counted: () => `f.${question} >= 4`,
    criterion: answerCriterion(question),
  });
}

/**
 * The share of first jobs (counted by the day on which they began) that went on for so many months. A job is held on the
 * day of the check where its contract reaches that far, or where the mentee was seen in a job on or after it; it is lost
 * where another situation was seen between. Where neither is known, the duo is unknown and no part of the share.
 * A contract tells that a job was held without anybody having asked, a loss is known only where somebody told of it: the
 * share is too high rather than too low, and says so.
 */
export function jobSustained(months: number): Shape {
  const check = `(f.job_from_start + make_interval(months => ${months}))::date`;
  const observable: Expression = ({ asOf }) => `${check} <= ${asOf}`;
  const seen =
    (what: string): Expression =>
    ({ asOf }) =>
      `exists (select from unnest(f.situation_days, f.situations, f.situations_until) as seen (day, situation, until)
      where seen.day >= f.job_from_start and seen.day <= ${asOf} and ${what})`;
  const lost = seen(`seen.situation <> 'JOB' and seen.day > f.job_from_start and seen.day <= ${check}`);
  const held = seen(`seen.situation = 'JOB' and (seen.day >= ${check} or seen.until >= ${check})`);
  const isHeld = both(observable, held, not(lost));
  const seenThen = seen(`seen.situation = 'JOB' and seen.day >= ${check}`);
  const isKnown: Expression = (terms) => `${observable(terms)} and (${held(terms)} or ${lost(terms)})`;
  const settledOn: Expression = () => `greatest(${check}, f.situation_days[cardinality(f.situation_days)])`;
  return {
    group: 'OUTCOMES',
    unit: 'RATE',
    audience: 'STAFF',
    parameters: [],
    changedBy: 'OUTCOME',
    criterion: sustainmentCriterion(check),
    numerator: { source: duosByFirstJob, condition: isHeld, settledOn },
    denominator: { source: duosByFirstJob, condition: isKnown, settledOn },
    seen: { source: duosByFirstJob, condition: both(isHeld, seenThen), settledOn },
    notYetObservable: { source: duosByFirstJob, condition: not(observable), settledOn },
    unknown: {
      source: duosByFirstJob,
      condition: (terms) => `${observable(terms)} and not (${isKnown(terms)})`,
      settledOn,
    },
  };
}
