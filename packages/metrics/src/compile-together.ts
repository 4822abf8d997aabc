import { columnOf, conditions, termsOf } from './compile.ts';
import type { Dimension, Measure, MetricDefinition, Source, TrendStep } from './definition.ts';
import { contribution, isStep, measuresOf, type FigureQuery, type MeasureName } from './figure-query.ts';
import { Values, type Statement } from './statement.ts';

/** A figure with its usual parameters, of all or of each group of some dimensions or of a step. */
export interface Question {
  readonly metric: MetricDefinition;
  readonly by: readonly (Dimension | TrendStep)[];
}

/**
 * Where the answer to a question stands among the rows of a statement, or of that what it counts from one source: answers of
 * several statements are joined by the keys of their groups.
 */
interface Place<Q extends Question> {
  readonly question: Q;
  /** The number of its rows in the column `breakdown`. */
  readonly breakdown: number;
  /** The columns with the keys of its groups, in the order of its dimensions. */
  readonly keys: readonly string[];
  /** The columns with its measures. */
  readonly measures: readonly (readonly [MeasureName, string])[];
}

/** One statement that answers many questions. */
export interface Together<Q extends Question> {
  readonly statement: Statement;
  readonly places: readonly Place<Q>[];
}

/** By lists that a row stands in several groups of, rows are not grouped beside others. */
const LIST = 'GRANT';
/** The number of its breakdown. */
const OF_LIST = -1;

/**
 * Statements for many questions about the same rows, one for each source and cohort day, so that these are read once and not
 * for each question again. Questions that do not add up are left out: distinct values, and how many there were at the end of
 * each step.
 */
export function compileTogether<Q extends Question>(
  questions: readonly Q[],
  query: Omit<FigureQuery, 'by' | 'across' | 'largest' | 'parameters' | 'period'>,
): Together<Q>[] {
  const parts = questions
    .filter(addsUp)
    .flatMap((question) =>
      [...Map.groupBy(measuresOf(question.metric), ({ measure }) => measure.source)].map(
        ([source, own]): Part<Q> => ({ question, source, own }),
      ),
    );
  const kinds = Map.groupBy(
    parts,
    ({ question, source }) =>
      `${source.name} ${source.cohortDay(termsOf(question.metric, query, new Values()))}`,
  );
  return [...kinds.values()].map((those) => compileKind(those, query));
}

/** What of a question is counted from one source. */
interface Part<Q extends Question> {
  readonly question: Q;
  readonly source: Source;
  readonly own: readonly { readonly name: MeasureName; readonly measure: Measure }[];
}

function addsUp({ metric, by }: Question): boolean {
  return (
    measuresOf(metric).every(({ measure }) => measure.distinct === undefined) &&
    !(metric.stock === true && by.some(isStep)) &&
    (!by.includes(LIST) || by.length === 1)
  );
}

function compileKind<Q extends Question>(parts: readonly Part<Q>[], query: FigureQuery): Together<Q> {
  const [first] = parts;
  if (first === undefined) throw new RangeError('there is no question');
  const { source } = first;
  const questions = parts.map(({ question }) => question);
  const values = new Values();
  const terms = termsOf(first.question.metric, query, values);
  // Each is worked out once a row, and read by all that count it.
  const contributions: string[] = [];
  const columnOfMeasure = (expression: string) => {
    const known = contributions.indexOf(expression);
    return `c${known === -1 ? contributions.push(expression) - 1 : known}`;
  };
  const dimensions: (Dimension | TrendStep)[] = [...new Set(questions.flatMap(({ by }) => by))].filter(
    (by) => by !== LIST,
  );
  const keyOf = (by: Dimension | TrendStep) => `k${dimensions.indexOf(by)}`;
  const places = parts.map(({ question, own }): Place<Q> => {
    const parameters = termsOf(question.metric, query, new Values());
    return {
      question,
      breakdown: question.by.includes(LIST) ? OF_LIST : maskOf(dimensions, question.by),
      keys: question.by.map((by) => (by === LIST ? 'listed' : keyOf(by))),
      measures: own.map(({ name, measure }) => [
        name,
        columnOfMeasure(contribution(measure, { ...parameters, asOf: terms.asOf })),
      ]),
    };
  });
  const keys = dimensions.map((by) => `${groupOf(source, by, source.cohortDay(terms))} as ${keyOf(by)}`);
  const sums = contributions.map((_, index) => `coalesce(sum(c${index}), 0) as c${index}`).join(', ');
  const sets = [
    ...new Set(questions.filter(({ by }) => !by.includes(LIST)).map(({ by }) => by.map(keyOf).join(', '))),
  ];
  const grouping = dimensions.length === 0 ? '0' : `grouping(${dimensions.map(keyOf).join(', ')})`;
  const selects: string[] = [];
  const named = dimensions.map((by) => `${keyOf(by)}, `).join('');
  if (sets.length > 0)
    selects.push(
      `select ${grouping} as breakdown, ${named}null::text as listed, ${sums} from counted group by grouping sets (${sets.map((set) => `(${set})`).join(', ')})`,
    );
  const isListed = questions.some(({ by }) => by.includes(LIST));
  if (isListed)
    selects.push(
      `select ${OF_LIST} as breakdown, ${dimensions.map((by) => `null::text as ${keyOf(by)}, `).join('')}one.id::text as listed, ${sums} from counted cross join lateral unnest(listed) as one (id)${ownGrants(query, values)} group by one.id`,
    );
  const listed = isListed ? [`${columnOf(source, LIST)} as listed`] : [];
  const columns = [...keys, ...listed, ...contributions.map((one, index) => `${one} as c${index}`)];
  return {
    statement: {
      text: `with counted as materialized (select ${columns.join(', ')} from ${source.relation} where ${conditions(source, query, terms, values)})
${selects.join('\nunion all ')}`,
      values: values.list,
    },
    places,
  };
}

/** What PostgreSQL says of rows that are grouped by some of the dimensions: a bit for each that they are not grouped by. */
function maskOf(
  dimensions: readonly (Dimension | TrendStep)[],
  by: readonly (Dimension | TrendStep)[],
): number {
  return dimensions.reduce((mask, dimension) => mask * 2 + (by.includes(dimension) ? 0 : 1), 0);
}

function groupOf(source: Source, by: Dimension | TrendStep, day: string): string {
  if (isStep(by)) return `to_char(date_trunc('${by.toLowerCase()}', ${day}), 'YYYY-MM-DD')`;
  return `coalesce(${columnOf(source, by)}::text, 'UNKNOWN')`;
}

/** Of another partner's grant nothing shows. */
function ownGrants({ scope }: FigureQuery, values: Values): string {
  return scope === undefined ? '' : ` where one.id = any (${values.bind(scope.grantIds, 'uuid[]')})`;
}
