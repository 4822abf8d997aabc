import { roundCents } from '@tandem/domain/money';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import { compileFigure, parametersOf, type FigureQuery, type TrendStep } from '@tandem/metrics/compile';
import { dimensionsOf, type Dimension, type MetricDefinition } from '@tandem/metrics/definition';
import { METRIC_TEXTS } from '@tandem/metrics/texts';
import { primaryReason, withheldGroups } from '@tandem/metrics/disclosure';
import { meanInterval, wilsonInterval } from '@tandem/metrics/statistics/wilson';
import type { DataSource } from 'typeorm';
import { queryPrepared } from '../../database/query-prepared.ts';
import { viewerCan, viewerOf, type Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { given } from '../../graphql/given.ts';
import type { Locale } from '../../graphql/locale.ts';
import { beyondMenu, groupAskedFor, isPartner } from './partner-limits.ts';
import { sroiFigure } from './sroi-figures.ts';
import {
  isCounted,
  type AnyMetricId,
  type BreakdownGroupType,
  type FigureAnswer,
  type FigureRequest,
  type MetricDefinitionType,
} from './metric.type.ts';

/** What the statement of a figure answers with for one group. */
interface Counts {
  readonly key: string;
  readonly numerator: number | null;
  readonly denominator?: number | null;
  readonly squares?: number | null;
  readonly notYetObservable?: number | null;
  readonly unknown?: number | null;
}

async function countFigure(db: DataSource, metric: MetricDefinition, query: FigureQuery): Promise<Counts[]> {
  const { text, values } = compileFigure(metric, query);
  return queryPrepared(db, text, values);
}

/** One figure as this viewer may see it. */
export async function runFigure(context: Context, request: FigureRequest): Promise<FigureAnswer> {
  const query = await queryOf(context, request);
  if (!isCounted(request.metric)) {
    if (!viewerCan(context, 'SEE_SROI') || beyondMenu(context, request))
      return { reason: 'NOT_FOR_YOU', definition: definitionOf(request.metric, context.locale) };
    return sroiFigure(context, definitionOf(request.metric, context.locale), query.asOf);
  }
  const metric = CATALOGUE[request.metric];
  const definition = definitionOf(request.metric, context.locale);
  if (hiddenFrom(context, metric) || beyondMenu(context, request))
    return { reason: 'NOT_FOR_YOU', definition };
  const group = isPartner(context) ? groupAskedFor(request) : undefined;
  if (group !== undefined) {
    const groups = await runBreakdown(context, { metric: request.metric }, group.by);
    return (
      groups.find(({ key }) => key === group.key)?.result ?? figureOf(metric, definition, query, undefined)
    );
  }
  const [counts] = await countFigure(context.db, metric, query);
  const reason =
    counts === undefined || !isPartner(context) ? undefined : primaryReason(metric.unit, cellOf(counts));
  return reason === undefined ? figureOf(metric, definition, query, counts) : { reason, definition };
}

/** A figure for each group of a dimension or each period of a trend; disclosure looks at all of them together. */
export async function runBreakdown(
  context: Context,
  request: FigureRequest,
  by: Dimension | TrendStep,
): Promise<BreakdownGroupType[]> {
  if (!isCounted(request.metric)) throw badRequest(`${request.metric} has no breakdown.`);
  const metric = CATALOGUE[request.metric];
  const definition = definitionOf(request.metric, context.locale);
  if (by !== 'MONTH' && by !== 'QUARTER' && by !== 'YEAR' && !definition.dimensions.includes(by))
    throw badRequest(`${request.metric} has no breakdown by ${by}.`);
  if (hiddenFrom(context, metric) || beyondMenu(context, request, by)) return [];
  const query = { ...(await queryOf(context, request)), by };
  const groups = await countFigure(context.db, metric, query);
  const labels = await labelsOf(context.db, by);
  const reasons = isPartner(context) ? withheldGroups(metric.unit, groups.map(cellOf)) : [];
  return groups.map((counts, index) => {
    const reason = reasons[index];
    const result =
      reason === undefined ? figureOf(metric, definition, query, counts) : { reason, definition };
    return { key: counts.key, label: labels.get(counts.key) ?? counts.key, result };
  });
}

export function definitionOf(id: AnyMetricId, locale: Locale): MetricDefinitionType {
  const texts = METRIC_TEXTS[locale][id];
  if (!isCounted(id)) return { id, ...SROI_DEFINITION, ...texts };
  const metric = CATALOGUE[id];
  const { version, group, unit, parameters } = metric;
  return {
    id,
    version,
    group,
    unit,
    ...texts,
    parameters: parameters.length === 0 ? null : parametersOf(metric),
    dimensions: dimensionsOf(metric),
    hasRecords: metric.numerator.source.ofDuos,
  };
}

/** The two social returns are made by the value map, not counted by the catalogue. */
const SROI_DEFINITION = {
  version: 1,
  group: 'ECONOMY',
  unit: 'RATIO',
  parameters: null,
  dimensions: [],
  hasRecords: false,
} satisfies Partial<MetricDefinitionType>;

/** Partners see what is meant for them; among staff, money is for those who see money. */
export function hiddenFrom(context: Context, { audience, group }: MetricDefinition): boolean {
  return isPartner(context) ? audience === 'STAFF' : group === 'ECONOMY' && !viewerCan(context, 'SEE_MONEY');
}

/** The request in the engine's terms; a partner's is narrowed to the duos of its own grants, whatever it asks for, but for
 * what is of the whole programme. */
export async function queryOf(
  context: Context,
  { metric, asOf, period, parameters, filter }: FigureRequest,
): Promise<FigureQuery> {
  if (given(parameters?.windowMonths) && (parameters.windowMonths < 1 || parameters.windowMonths > 120))
    throw badRequest('A window has 1 to 120 months.');
  if (given(period) && !isCounted(metric))
    throw badRequest(`${metric} has no period: it is of all that was spent.`);
  if (given(period) && period.from >= period.to) throw badRequest('The period ends before it begins.');
  const wanted: [Dimension, readonly string[] | null | undefined][] = [
    ['BRANCH', filter?.branch],
    ['GRANT', filter?.grant],
    ['GENDER', filter?.gender],
    ['EDUCATION', filter?.education],
  ];
  const filters: Partial<Record<Dimension, readonly string[]>> = {};
  const { dimensions } = definitionOf(metric, context.locale);
  for (const [dimension, values] of wanted) {
    if (!given(values)) continue;
    if (!dimensions.includes(dimension)) throw badRequest(`${metric} cannot be filtered by ${dimension}.`);
    filters[dimension] = values;
  }
  const { partnerId } = viewerOf(context);
  const ofProgramme = isCounted(metric) && CATALOGUE[metric].audience === 'PROGRAMME';
  const narrowed = partnerId !== null && !ofProgramme;
  return {
    asOf: asOf ?? context.today,
    period: period ?? undefined,
    parameters: parameters ?? undefined,
    filter: filters,
    scope: narrowed ? { grantIds: await grantsOf(context.db, partnerId) } : undefined,
  };
}

async function grantsOf(db: DataSource, partnerId: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query('select id from funding_grant where partner_id = $1', [
    partnerId,
  ]);
  return rows.map(({ id }) => id);
}

function cellOf({ numerator, denominator }: Counts) {
  return { numerator: numerator ?? 0, denominator: denominator ?? null };
}

function figureOf(
  metric: MetricDefinition,
  definition: MetricDefinitionType,
  query: FigureQuery,
  counts: Counts | undefined,
): FigureAnswer {
  const numerator = counts?.numerator ?? 0;
  const denominator = metric.denominator === null ? null : (counts?.denominator ?? 0);
  if (denominator === 0) return { definition };
  return {
    value: valueOf(metric, numerator, denominator),
    numerator,
    denominator,
    unit: metric.unit,
    interval: intervalOf(metric, numerator, denominator, counts?.squares ?? 0),
    notYetObservable: counts?.notYetObservable ?? null,
    unknown: counts?.unknown ?? null,
    asOf: query.asOf,
    parameters: metric.parameters.length === 0 ? null : parametersOf(metric, query.parameters),
    definition,
  };
}

function valueOf({ unit }: MetricDefinition, numerator: number, denominator: number | null): number {
  if (denominator === null) return numerator;
  if (unit === 'CENTS') return roundCents(numerator / denominator);
  return unit === 'SCORE' ? (100 * numerator) / denominator : numerator / denominator;
}

function intervalOf(
  { unit }: MetricDefinition,
  numerator: number,
  denominator: number | null,
  squares: number,
) {
  if (denominator === null) return null;
  if (unit === 'RATE') return wilsonInterval(numerator, denominator);
  if (unit !== 'SCORE') return null;
  const { lower, upper } = meanInterval(numerator, squares, denominator);
  return { lower: 100 * lower, upper: 100 * upper };
}

async function labelsOf(db: DataSource, by: Dimension | TrendStep): Promise<Map<string, string>> {
  const statements: Partial<Record<typeof by, string>> = {
    BRANCH: 'select id, name as label from branch',
    GRANT: 'select id, reference as label from funding_grant',
  };
  const statement = statements[by];
  if (statement === undefined) return new Map();
  const rows: { id: string; label: string }[] = await db.query(statement);
  return new Map(rows.map(({ id, label }) => [id, label]));
}
