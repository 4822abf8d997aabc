import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import {
  parametersOf,
  type Dimension,
  type Measure,
  type MetricDefinition,
  type Source,
  type Terms,
  type TrendStep,
} from './definition.ts';
import { aggregate, isStep, measuresOf, type FigureQuery, type MeasureName } from './figure-query.ts';
import { rolledUpRows, type RolledUp } from './rolled-up.ts';
import { Values, type CountingStatement, type Statement } from './statement.ts';

/**
 * One statement that answers with a row for each group (one row where `by` is not given): `key`, `across` where two
 * dimensions are asked for, and as numbers the measures that the metric has. Measures of one source are aggregated
 * together; several sources are aggregated apart and then joined by key. What is kept of whole months (`rolledUp`) is
 * taken from there, and only the rest is counted from facts: both give the same numbers.
 */
export function compileFigure(
  metric: MetricDefinition,
  query: FigureQuery,
  rolledUp?: RolledUp,
): CountingStatement {
  const values = new Values();
  const asked = metric.stock ? onLastDay(query) : query;
  let bound: Terms | undefined;
  // Where all is kept nothing refers to them.
  const terms = () => (bound ??= termsOf(metric, asked, values));
  const measures = measuresOf(metric);
  const sources = [...new Set(measures.map(({ measure }) => measure.source))];
  const keys = asked.across === undefined ? ['key'] : ['key', 'across'];
  let readsThrough = false;
  const parts = sources.map((source, index) => {
    const own = measures.filter(({ measure }) => measure.source === source);
    const kept = rolledUp && rolledUpRows(metric, asked, source, own, rolledUp, values);
    if (kept === undefined) {
      readsThrough = true;
      return `part${index} as (${countedRows(source, own, asked, terms(), values)})`;
    }
    const rows = [kept.text];
    if (kept.rest.length > 0) rows.push(countedRows(source, own, asked, terms(), values, kept.rest));
    return `part${index} as (${addedUp(keys, own, rows.join(' union all '), asked)})`;
  });
  const joins = sources
    .slice(1)
    .map((_, index) => ` full join part${index + 1} using (${keys.join(', ')})`)
    .join('');
  const names = measures.map(({ name }) => `"${name}"`).join(', ');
  const groups = `select ${keys.join(', ')}, ${names} from part0${joins}`;
  const text = `with ${parts.join(',\n')}\n${largestOf(metric, groups, query, values)}`;
  const ordered =
    metric.stock && isStep(asked.by)
      ? accumulated(text, asked.by, query, terms(), values)
      : `${text} order by ${keys.join(', ')}`;
  return { text: ordered, values: values.list, readsThrough };
}

/**
 * A statement for the records below a figure, of which each has a row: `id` (of the answer where the figure is of answers,
 * else of the duo), `duo_id`, `among` whether the figure looks at it, `standing` (null where
 * it is none of those, as a question that was left out), `cohort_on` (the day that places it), `amount` (what it adds to a
 * sum; null where it does not count, and of figures that are no sums), and `criterion`, the values on which that rests, as
 * text in the order of the definition. Undefined where its rows belong to no duo.
 */
export function compileRecords(metric: MetricDefinition, query: FigureQuery): Statement | undefined {
  const { numerator, denominator, criterion = [] } = metric;
  const { source } = numerator;
  if (source.records === undefined) return undefined;
  const values = new Values();
  const asked = metric.stock ? onLastDay(query) : query;
  const terms = termsOf(metric, asked, values);
  const where = conditions(source, asked, terms, values);
  const among = (denominator ?? numerator).condition(terms);
  const day = source.cohortDay(terms);
  const list = criterion.map(({ value }) => `(${value(terms)})::text`).join(', ');
  const sum = numerator.sum?.(terms);
  const told = `array[${list}]::text[] as criterion`;
  const id = source.records === 'ANSWERS' ? 'f.response_id' : 'f.duo_id';
  if (source.records === 'GROUPED') {
    const amount = sum === undefined ? 'null' : `sum(${sum})`;
    const still = metric.stock && sum !== undefined ? ` having ${amount} > 0` : '';
    const text = `select ${id} as id, f.duo_id, true as among, 'COUNTED' as standing, min(${day}) as cohort_on, ${amount}::numeric as amount, ${told}
from ${source.relation} where ${where} and ${among} and ${numerator.condition(terms)} group by f.duo_id${still}`;
    return { text, values: values.list };
  }
  const amount = sum === undefined ? 'null' : `case when ${numerator.condition(terms)} then ${sum} end`;
  const text = `select ${id} as id, f.duo_id, coalesce(${among}, false) as among, ${standing(metric, terms)} as standing, ${day} as cohort_on, (${amount})::numeric as amount, ${told}
from ${source.relation} where ${where}`;
  return { text, values: values.list };
}

/** How a row of the numerator's source stands to a figure, in SQL; null where it is none of those. */
export function standing(
  { numerator, denominator, notYetObservable, unknown }: MetricDefinition,
  terms: Terms,
): string {
  const cases = [
    `when ${numerator.condition(terms)} then 'COUNTED'`,
    ...(notYetObservable === undefined ? [] : [`when ${notYetObservable.condition(terms)} then 'NOT_YET'`]),
    ...(unknown === undefined ? [] : [`when ${unknown.condition(terms)} then 'UNKNOWN'`]),
    `when ${(denominator ?? numerator).condition(terms)} then 'NOT_COUNTED'`,
  ];
  return `case ${cases.join(' ')} end`;
}

/** Of groups, those that the figure is about the most of, where only some are asked for. */
function largestOf(
  { denominator }: MetricDefinition,
  groups: string,
  { largest }: FigureQuery,
  values: Values,
): string {
  if (largest === undefined) return groups;
  const size = denominator === null ? 'numerator' : 'denominator';
  return `select * from (${groups} order by "${size}" desc nulls last, key limit ${values.bind(largest, 'int')}) as groups`;
}

/** Rows of the same group, some kept and some counted, as one. */
function addedUp(
  keys: readonly string[],
  own: readonly { readonly name: MeasureName }[],
  rows: string,
  { by }: FigureQuery,
): string {
  const sums = own.map(({ name }) => `coalesce(sum("${name}"), 0) as "${name}"`).join(', ');
  return by === undefined
    ? `select 'all'::text as key, ${sums} from (${rows}) as added`
    : `select ${keys.join(', ')}, ${sums} from (${rows}) as added group by ${keys.join(', ')}`;
}

/** How many there are on the last day: all changes by then, whenever they were. */
function onLastDay(query: FigureQuery): FigureQuery {
  const { asOf, period } = query;
  if (period === undefined) return query;
  return { ...query, asOf: lastDayOf(asOf, period), period: undefined };
}

/** The as-of day, or the last day of the period where that is earlier. */
function lastDayOf(asOf: CalendarDay, { to }: Period): CalendarDay {
  return to <= asOf ? new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10) : asOf;
}

/** Changes by step as how many there are at the end of each, those in which nothing changed included. */
function accumulated(
  changes: string,
  step: TrendStep,
  { period }: FigureQuery,
  { asOf }: Terms,
  values: Values,
): string {
  const from =
    period === undefined ? '' : ` where key >= to_char(${values.bind(period.from, 'date')}, 'YYYY-MM-DD')`;
  return `with changes as (${changes}),
steps as (select to_char(step, 'YYYY-MM-DD') as key
  from generate_series((select min(key) from changes)::timestamp, ${asOf}::timestamp, interval '${STEP_LENGTH[step]}') as step)
select key, numerator from (select key, sum(coalesce(numerator, 0)) over (order by key) as numerator from steps left join changes using (key)) as level${from} order by key`;
}

const STEP_LENGTH: Readonly<Record<TrendStep, string>> = {
  MONTH: '1 month',
  QUARTER: '3 months',
  YEAR: '1 year',
};

/** What expressions of the metric may refer to, bound. */
export function termsOf(metric: MetricDefinition, { asOf, parameters }: FigureQuery, values: Values): Terms {
  return { ...parametersOf(metric, parameters), asOf: values.bind(asOf, 'date') };
}

/** Measures of one source, counted from its rows; `within` keeps those whose cohort day lies in one of these periods. */
function countedRows(
  source: Source,
  own: readonly { readonly name: MeasureName; readonly measure: Measure }[],
  query: FigureQuery,
  terms: Terms,
  values: Values,
  within?: readonly Period[],
): string {
  const columns = own.map(({ name, measure }) => `${aggregate(measure, terms)} as "${name}"`).join(', ');
  const { relation, keys } = grouped(source, query, terms, values);
  const day = source.cohortDay(terms);
  const periods =
    within === undefined
      ? undefined
      : `unnest(${values.bind(
          within.map(({ from }) => from),
          'date[]',
        )}, ${values.bind(
          within.map(({ to }) => to),
          'date[]',
        )}) as rest ("from", "to")`;
  const from = periods === undefined ? relation : `${periods} cross join ${relation}`;
  const near = source.near?.('rest."from"', 'rest."to"');
  const inRest =
    periods === undefined
      ? ''
      : ` and ${near === undefined ? '' : `${near} and `}${day} >= rest."from" and ${day} < rest."to"`;
  const where = `${conditions(source, query, terms, values)}${inRest}`;
  const named = keys.map((key, index) => `${key} as ${index === 0 ? 'key' : 'across'}`).join(', ');
  const grouping = query.by === undefined ? '' : ` group by ${keys.map((_, index) => index + 1).join(', ')}`;
  return `select ${named}, ${columns} from ${from} where ${where}${grouping}`;
}

/** The relation of a source with what its rows are grouped by. */
export function grouped(
  source: Source,
  { by, across, scope }: FigureQuery,
  terms: Terms,
  values: Values,
): { relation: string; keys: string[] } {
  if (by === undefined) return { relation: source.relation, keys: [`'all'::text`] };
  if (isStep(by))
    return {
      relation: source.relation,
      keys: [`to_char(date_trunc('${by.toLowerCase()}', ${source.cohortDay(terms)}), 'YYYY-MM-DD')`],
    };
  let { relation } = source;
  const keys = (across === undefined ? [by] : [by, across]).map((dimension) => {
    const column = columnOf(source, dimension);
    if (dimension !== 'GRANT') return `coalesce(${column}::text, 'UNKNOWN')`;
    // A duo of several grants counts in each of them; of another partner's grant nothing shows.
    const own =
      scope === undefined
        ? 'paying.grant_id in (select id from funding_grant)'
        : `paying.grant_id = any (${values.bind(scope.grantIds, 'uuid[]')})`;
    relation = `${relation} cross join lateral (select * from unnest(${column}) as paying (grant_id) where ${own}) as paying`;
    return 'paying.grant_id::text';
  });
  return { relation, keys };
}

/** The column by which rows are narrowed to and grouped by a dimension. Refuses (RangeError) one that the source lacks. */
export function columnOf(source: Source, dimension: Dimension): string {
  const column = source.dimensions[dimension];
  if (column === undefined) throw new RangeError(`the source has no dimension ${dimension}`);
  return column;
}

/** Which rows of a source are asked about: those of the period and the filter, within the scope, that exist on the day. */
export function conditions(
  source: Source,
  { period, filter = {}, scope }: FigureQuery,
  terms: Terms,
  values: Values,
): string {
  const day = source.cohortDay(terms);
  // Hardly any row is of a later day: no index is to be walked for it, as one would for a day that PostgreSQL does not know yet.
  const list = [`(${day} <= ${terms.asOf}) is true`];
  if (period !== undefined)
    list.push(`${day} >= ${values.bind(period.from, 'date')}`, `${day} < ${values.bind(period.to, 'date')}`);
  for (const [dimension, wanted] of Object.entries(filter) as [Dimension, readonly string[] | undefined][]) {
    if (wanted === undefined) continue;
    const column = columnOf(source, dimension);
    list.push(
      dimension === 'GRANT'
        ? `${column} && ${values.bind(wanted, 'uuid[]')}`
        : `${column}::text = any (${values.bind(wanted, 'text[]')})`,
    );
  }
  if (scope !== undefined && source.payers !== undefined)
    list.push(`${source.payers} && ${values.bind([scope.partnerId], 'uuid[]')}`);
  return list.join(' and ');
}
