import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import {
  DEFAULT_PARAMETERS,
  TREND_STEPS,
  type Dimension,
  type Measure,
  type MetricDefinition,
  type Parameters,
  type Source,
  type Terms,
  type TrendStep,
} from './definition.ts';

/** What is asked of a metric. A filter keeps rows of which the dimension has one of the values. */
export interface FigureQuery {
  readonly asOf: CalendarDay;
  readonly period?: Period | undefined;
  readonly parameters?: Partial<Parameters> | undefined;
  readonly filter?: Readonly<Partial<Record<Dimension, readonly string[]>>> | undefined;
  /** Only rows of duos that these grants pay: a partner's own. Sources that know no grants are not narrowed. */
  readonly scope?: { readonly grantIds: readonly string[] } | undefined;
  readonly by?: Dimension | TrendStep | undefined;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The parameters in force: those asked for, else the metric's own, else the common defaults. */
export function parametersOf({ defaults }: MetricDefinition, asked: Partial<Parameters> = {}): Parameters {
  const given = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined && value !== null),
  );
  return { ...DEFAULT_PARAMETERS, ...defaults, ...given };
}

/** Collects values as positional parameters of one statement. */
class Values {
  readonly list: unknown[] = [];
  bind(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/**
 * One statement that answers with a row for each group (one row where `by` is not given): `key`, and as numbers
 * `numerator`, `denominator`, `squares`, `subjects`, `notYetObservable`, `unknown`, each null where the metric has none.
 * Measures of one source are aggregated together; several sources are aggregated apart and then joined by key.
 */
export function compileFigure(metric: MetricDefinition, query: FigureQuery): Statement {
  const values = new Values();
  const terms = termsOf(metric, query, values);
  const measures = Object.entries({
    numerator: metric.numerator,
    denominator: metric.denominator,
    squares: metric.squares,
    subjects: metric.subjects,
    notYetObservable: metric.notYetObservable,
    unknown: metric.unknown,
  }).flatMap(([name, measure]) => (measure ? [{ name, measure }] : []));
  const sources = [...new Set(measures.map(({ measure }) => measure.source))];
  const parts = sources.map((source, index) => {
    const own = measures.filter(({ measure }) => measure.source === source);
    const columns = own.map(({ name, measure }) => `${aggregate(measure, terms)} as "${name}"`).join(', ');
    const { relation, key } = grouped(source, query, terms, values);
    const grouping = query.by === undefined ? '' : ' group by 1';
    return `part${index} as (select ${key} as key, ${columns} from ${relation} where ${conditions(source, query, terms, values)}${grouping})`;
  });
  const joins = sources
    .slice(1)
    .map((_, index) => ` full join part${index + 1} using (key)`)
    .join('');
  const names = measures.map(({ name }) => `"${name}"`).join(', ');
  return {
    text: `with ${parts.join(',\n')}\nselect key, ${names} from part0${joins} order by key`,
    values: values.list,
  };
}

/**
 * A statement for the duos below a figure: `id`, and `counted` where the numerator counts it. Undefined where its rows
 * belong to no duo.
 */
export function compileRecords(metric: MetricDefinition, query: FigureQuery): Statement | undefined {
  const { numerator, denominator } = metric;
  if (!numerator.source.ofDuos) return undefined;
  const values = new Values();
  const terms = termsOf(metric, query, values);
  const where = conditions(numerator.source, query, terms, values);
  const among = (denominator ?? numerator).condition(terms);
  return {
    text: `select f.duo_id as id, coalesce(bool_or(${numerator.condition(terms)}), false) as counted
from ${numerator.source.relation(terms)} where ${where} and ${among} group by 1`,
    values: values.list,
  };
}

function termsOf(
  metric: MetricDefinition,
  { asOf, period, parameters, by }: FigureQuery,
  values: Values,
): Terms {
  const day = values.bind(asOf, 'date');
  return {
    ...parametersOf(metric, parameters),
    asOf: day,
    // Bound only where it is used: PostgreSQL refuses a value that its statement does not name.
    get lastDay() {
      return period === undefined ? day : `least(${day}, ${values.bind(period.to, 'date')} - 1)`;
    },
    step: isStep(by) ? by : undefined,
  };
}

export function isStep(by: Dimension | TrendStep | undefined): by is TrendStep {
  return TREND_STEPS.some((step) => step === by);
}

function aggregate({ condition, distinct, sum }: Measure, terms: Terms): string {
  const filter = `filter (where ${condition(terms)})`;
  if (sum !== undefined) return `coalesce(sum(${sum(terms)}) ${filter}, 0)`;
  return `count(${distinct === undefined ? '*' : `distinct ${distinct(terms)}`}) ${filter}`;
}

function grouped(
  source: Source,
  { by, scope }: FigureQuery,
  terms: Terms,
  values: Values,
): { relation: string; key: string } {
  const relation = source.relation(terms);
  if (by === undefined) return { relation, key: `'all'::text` };
  if (isStep(by))
    return {
      relation,
      key: `to_char(date_trunc('${by.toLowerCase()}', ${source.cohortDay(terms)}), 'YYYY-MM-DD')`,
    };
  const column = source.dimensions[by];
  if (column === undefined) throw new RangeError(`the source has no dimension ${by}`);
  if (by !== 'GRANT') return { relation, key: `coalesce(${column}::text, 'UNKNOWN')` };
  // A duo of several grants counts in each of them; of another partner's grant nothing shows.
  const own =
    scope === undefined
      ? 'paying.grant_id in (select id from funding_grant)'
      : `paying.grant_id = any (${values.bind(scope.grantIds, 'uuid[]')})`;
  return {
    relation: `${relation} cross join lateral (select * from unnest(${column}) as paying (grant_id) where ${own}) as paying`,
    key: 'paying.grant_id::text',
  };
}

function conditions(
  source: Source,
  { period, filter = {}, scope }: FigureQuery,
  terms: Terms,
  values: Values,
): string {
  const day = source.cohortDay(terms);
  const list = [`${day} <= ${terms.asOf}`];
  if (period !== undefined)
    list.push(`${day} >= ${values.bind(period.from, 'date')}`, `${day} < ${values.bind(period.to, 'date')}`);
  for (const [dimension, wanted] of Object.entries(filter) as [Dimension, readonly string[] | undefined][]) {
    if (wanted === undefined) continue;
    const column = source.dimensions[dimension];
    if (column === undefined) throw new RangeError(`the source has no dimension ${dimension}`);
    list.push(
      dimension === 'GRANT'
        ? `${column} && ${values.bind(wanted, 'uuid[]')}`
        : `${column}::text = any (${values.bind(wanted, 'text[]')})`,
    );
  }
  const grants = source.dimensions.GRANT;
  if (scope !== undefined && grants !== undefined)
    list.push(`${grants} && ${values.bind(scope.grantIds, 'uuid[]')}`);
  return list.join(' and ');
}
