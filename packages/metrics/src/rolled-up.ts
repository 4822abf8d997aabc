import { addDays, addMonths, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import {
  KEPT_KEY,
  LAST_DAY,
  monthsUntil,
  partsOf,
  sortMonths,
  type Kept,
  type KeptMonth,
  type Phase,
  type RollUp,
  type Span,
} from './kept-months.ts';
import { CATALOGUE, METRICS, type MetricId } from './catalogue.ts';
import { contribution, isStep, measuresOf, type FigureQuery, type MeasureName } from './figure-query.ts';
import {
  DEFAULT_PARAMETERS,
  parametersOf,
  POPULATIONS,
  type Dimension,
  type Measure,
  type MetricDefinition,
  type Parameters,
  type Source,
  type TrendStep,
} from './definition.ts';
import type { Values } from './statement.ts';

/**
 * What is kept of whole months, so that a figure costs the same for a million duos as for ten thousand.
 *
 * For each source, each month of its cohort day and each group of one dimension, a row of the table `rollup` has what every
 * metric counts there with its usual parameters: as it is once everything has happened, and where that is not yet what it is
 * on the programme's day, as it is on that day too, with its year. A figure adds up the spans and months that are kept and counts the others from the
 * facts: those that records were changed in since, those of which it wants a part, and on other days those in which something
 * still depended on the day.
 */

/** What rows are kept by: a dimension, who pays, or all together. */
export type RollUpDimension = Dimension | 'PAYER' | 'ALL';

/** What is kept, by the name of each roll-up, for whoever asks. */
export interface RolledUp {
  readonly sources: ReadonlyMap<string, Kept>;
  /** The branches that the asker is bound to by the database. */
  readonly branchIds?: readonly string[] | undefined;
}

interface Column {
  readonly metric: MetricDefinition;
  readonly parameters: Parameters;
  readonly name: MeasureName;
  readonly measure: Measure;
  /** EARLY: as it is while no window of the month is over. */
  readonly when: Phase;
}

const AS_OF_LAST_DAY = `'${LAST_DAY}'::date`;

/** With which parameters a metric is kept: its usual ones, and where it asks for one, each population. */
function keptParametersOf(metric: MetricDefinition): Parameters[] {
  const usual = parametersOf(metric);
  if (!metric.parameters.includes('population')) return [usual];
  return POPULATIONS.map((population) => ({ ...usual, population }));
}

/** The months of a window, where a metric only looks at those for whom the whole of it is over. */
function windowOf(metric: MetricDefinition, { population, windowMonths }: Parameters): number | undefined {
  return metric.parameters.includes('windowMonths') && population === 'MATURE' ? windowMonths : undefined;
}

/** What a row of a source's months has in its list, in order. */
const COLUMNS: ReadonlyMap<Source, readonly Column[]> = Map.groupBy(
  METRICS.flatMap((metric) =>
    keptParametersOf(metric).flatMap((parameters) =>
      measuresOf(metric).flatMap(({ name, measure }) =>
        (windowOf(metric, parameters) === undefined ? (['LATE'] as const) : (['LATE', 'EARLY'] as const)).map(
          (when): Column => ({ metric, parameters, name, measure, when }),
        ),
      ),
    ),
  ),
  ({ measure }) => measure.source,
);

/** A source of which it is known which months changed. */
type MarkedSource = Source & { readonly fact: string };

function columnsOf(source: Source): readonly Column[] {
  return COLUMNS.get(source) ?? [];
}

/** How the months of a source are made from its facts. */
function rollUpOf(source: MarkedSource): RollUp {
  const day = source.cohortDay({ ...DEFAULT_PARAMETERS, asOf: AS_OF_LAST_DAY });
  const month = `date_trunc('month', ${day})::date`;
  const columns = columnsOf(source);
  const contributions = columns.map(({ parameters, measure, when }) =>
    contribution(measure, { ...parameters, asOf: when === 'LATE' ? '$4::date' : month }),
  );
  const different = [...new Set(contributions)];
  const settled = columns.map(({ metric, parameters, measure }) =>
    measure.settledOn === undefined ||
    (windowOf(metric, parameters) !== undefined && measure.outlivesWindow !== true)
      ? 'null::date'
      : `max(${measure.settledOn({ ...parameters, asOf: AS_OF_LAST_DAY })})::date`,
  );
  const near = source.near === undefined ? '' : `${source.near('$2::date', '$3::date')} and `;
  const asked = `from ${source.relation} where ${near}${day} >= $2::date and ${day} < $3::date and ${month} = any ($1::date[])`;
  const single = Object.entries(source.dimensions).filter(([dimension]) => dimension !== 'GRANT');
  const lists: readonly (readonly [RollUpDimension, string])[] = [
    ...(source.dimensions.GRANT === undefined ? [] : [['GRANT', source.dimensions.GRANT] as const]),
    ...(source.payers === undefined ? [] : [['PAYER', source.payers] as const]),
  ];
  // What a row contributes is worked out once, and then added up for each of its groups.
  const counted = `counted as materialized (select ${month} as month, ${[
    ...single.map(([dimension, column]) => `${column} as "${dimension}"`),
    ...lists.map(([dimension, column]) => `${column} as "${dimension}"`),
    ...different.map((expression, index) => `${expression} as c${index}`),
  ].join(', ')} ${asked} and ${day} <= $4::date)`;
  const list = `array[${contributions.map((one) => `coalesce(sum(c${different.indexOf(one)}), 0)`).join(', ')}]::numeric[]`;
  const when = (value: (dimension: string) => string) =>
    `case ${single.map(([dimension]) => `when grouping("${dimension}") = 0 then ${value(dimension)}`).join(' ')} else 'ALL' end`;
  const ofSingle = `select ${when((dimension) => `'${dimension}'`)}, ${when((dimension) => `coalesce("${dimension}"::text, 'UNKNOWN')`)}, month, ${list}
from counted group by grouping sets ((month), ${single.map(([dimension]) => `(month, "${dimension}")`).join(', ')})`;
  const ofLists = lists.map(
    ([dimension]) =>
      `select '${dimension}', one.id::text, month, ${list} from counted cross join lateral unnest("${dimension}") as one (id) group by 3, 2`,
  );
  return {
    name: source.name,
    fact: source.fact,
    width: columns.length,
    differsOn: (kept, today) => differsOn(columns, kept, today),
    allMonths: `select distinct ${month} as month from ${source.relation} where ${day} is not null`,
    rows: `with ${counted} insert into rollup (source, as_of, dimension, key, month, measures)
select '${source.name}', $4::date, * from (${[ofSingle, ...ofLists].join('\nunion all\n')}) as made`,
    months: `insert into rollup_month (source, month, settled_on)
select '${source.name}', ${month}, array[${settled.join(', ')}]::date[] ${asked} group by 1, 2`,
  };
}

/** As what a whole month is kept that is asked for on a day: after all that it depends on, before it, or undefined. */
function phaseOf(
  window: number | undefined,
  { month, next, settledOn }: KeptMonth,
  places: readonly number[],
  day: CalendarDay,
): Phase | undefined {
  if (window === undefined)
    return places.every((place) => (settledOn[place] ?? month) <= day) ? 'LATE' : undefined;
  // Windows of a month end in one month: mostly one before the day's, or after it.
  const ahead = monthsUntil(month) + window - monthsUntil(day);
  if (ahead > 0) return 'EARLY';
  const isOver = ahead < 0 || addMonths(addDays(next, -1), window) <= day;
  return isOver && places.every((place) => (settledOn[place] ?? month) <= day) ? 'LATE' : undefined;
}

function differsOn(columns: readonly Column[], kept: KeptMonth, day: CalendarDay): boolean {
  if (kept.month > day) return false;
  if (kept.next > day) return true;
  return columns.some(
    ({ metric, parameters }, place) =>
      phaseOf(windowOf(metric, parameters), kept, [place], day) === undefined,
  );
}

/** Roll-ups of the sources whose changes are marked, and of which all that is counted adds up. */
export const SOURCE_ROLL_UPS: readonly RollUp[] = [...COLUMNS.keys()]
  .filter((source): source is MarkedSource => source.fact !== null)
  .filter((source) => columnsOf(source).every(({ measure }) => measure.distinct === undefined))
  .map(rollUpOf);

/** What is told apart by steps is read in spans that are no wider. */
const SPAN_OF_STEP: Readonly<Record<TrendStep, Span>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** What narrows a figure to one group, or groups it by one dimension; undefined where it is more than one. */
function groupOf(
  source: Source,
  { by, filter = {}, scope }: FigureQuery,
  branchIds: readonly string[] | undefined,
): { dimension: RollUpDimension; keys?: readonly string[] } | undefined {
  const wanted = Object.entries(filter).filter((entry) => entry[1] !== undefined) as [
    Dimension,
    readonly string[],
  ][];
  const narrowings = new Map<RollUpDimension, readonly string[] | undefined>(wanted);
  if (by !== undefined && !isStep(by) && !narrowings.has(by)) narrowings.set(by, undefined);
  if (branchIds !== undefined && source.dimensions.BRANCH !== undefined) {
    const asked = narrowings.get('BRANCH');
    narrowings.set('BRANCH', asked === undefined ? branchIds : asked.filter((id) => branchIds.includes(id)));
  }
  if (scope !== undefined && source.payers !== undefined) {
    // A partner's grants are among what it pays for.
    if (narrowings.has('GRANT')) {
      const asked = narrowings.get('GRANT');
      const { grantIds } = scope;
      narrowings.set('GRANT', asked === undefined ? grantIds : asked.filter((id) => grantIds.includes(id)));
    } else narrowings.set('PAYER', [scope.partnerId]);
  }
  if (narrowings.size > 1) return undefined;
  const [narrowing] = narrowings;
  if (narrowing === undefined) return { dimension: 'ALL', keys: ['ALL'] };
  const [dimension, keys] = narrowing;
  // A duo of two grants would be counted twice where both are added up, and stands in the groups of both.
  if (
    dimension === 'GRANT' &&
    (by === 'GRANT' ? filter.GRANT !== undefined : keys !== undefined && keys.length > 1)
  )
    return undefined;
  return keys === undefined ? { dimension } : { dimension, keys };
}

/**
 * What is kept of the months of a query, as a select with the measures of `own`, and the periods that are yet to be counted
 * from the facts. Undefined where nothing that is kept answers it: other parameters, a former version, two dimensions.
 */
export function rolledUpRows(
  metric: MetricDefinition,
  query: FigureQuery,
  source: Source,
  own: readonly { readonly name: MeasureName }[],
  { sources, branchIds }: RolledUp,
  values: Values,
): { readonly text: string; readonly rest: readonly Period[] } | undefined {
  const kept = sources.get(source.name);
  const asked = parametersOf(metric, query.parameters);
  const parameters = keptParametersOf(metric).find((one) =>
    metric.parameters.every((name) => one[name] === asked[name]),
  );
  if (
    kept === undefined ||
    parameters === undefined ||
    CATALOGUE[metric.id as MetricId] !== metric ||
    query.across !== undefined
  )
    return undefined;
  const group = groupOf(source, query, branchIds);
  if (group === undefined) return undefined;

  const window = windowOf(metric, parameters);
  const columns = columnsOf(source);
  const placeOf = (name: MeasureName, when: Phase) =>
    columns.findIndex(
      (column) =>
        column.metric === metric &&
        column.name === name &&
        column.when === when &&
        column.parameters.population === parameters.population,
    );
  const places = own.map(({ name }) => placeOf(name, 'LATE'));
  const { by } = query;
  const sorted = sortMonths({ ...query, widest: isStep(by) ? SPAN_OF_STEP[by] : undefined }, kept, {
    rule: `window ${window} places ${places.join()}`,
    phaseOf: (month) => phaseOf(window, month, places, query.asOf),
  });
  const key =
    by === undefined
      ? `'all'::text`
      : isStep(by)
        ? `to_char(date_trunc('${by.toLowerCase()}', month), 'YYYY-MM-DD')`
        : 'key';
  const { rows, rest } = sorted;
  const isEarly = rows.some(({ phase }) => phase === 'EARLY');
  const measured = own.map(({ name }) => {
    const late = placeOf(name, 'LATE') + 1;
    const place = isEarly ? `case when early then ${placeOf(name, 'EARLY') + 1} else ${late} end` : late;
    return `measures[${place}] as "${name}"`;
  });
  const narrowed = [
    `source = ${values.bind(source.name, 'text')}`,
    `dimension = ${values.bind(group.dimension, 'text')}`,
    ...(group.keys === undefined ? [] : [`key = any (${values.bind(group.keys, 'text[]')})`]),
  ];
  return {
    text: `select ${key} as key, ${measured.join(', ')} from ${partsOf(rows, values)} join rollup using ${KEPT_KEY} where ${narrowed.join(' and ')}`,
    rest,
  };
}
