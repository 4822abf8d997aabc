import { isCounted, type AnyMetricId, wordsOfMetric } from '@tandem/metrics/any-metric';
import { roundCents } from '@tandem/domain/money';
import { CATALOGUE, type MetricId } from '@tandem/metrics/catalogue';
import { compileFigure } from '@tandem/metrics/compile';
import {
  dimensionsOf,
  haveSameValue,
  parametersOf,
  versionOf,
  type Dimension,
  type InEachLanguage,
  type MetricDefinition,
  type MetricWords,
  type TrendStep,
} from '@tandem/metrics/definition';
import { inNaturalOrder } from '@tandem/metrics/dimension-keys';
import { boundsOf } from '@tandem/metrics/figure-bounds';
import { isStep, type FigureQuery } from '@tandem/metrics/figure-query';
import type { Statement } from '@tandem/metrics/statement';
import { meanInterval, wilsonInterval } from '@tandem/metrics/statistics/wilson';
import type { Context } from '../../graphql/context.ts';
import { refuseImpossibleTime } from '../../graphql/asked-time.ts';
import { badRequest } from '../../graphql/errors.ts';
import { given } from '../../graphql/given.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import type { Locale } from '../../graphql/locale.ts';
import { answersAskedFor } from './asked-answers.ts';
import { countFigure, isOfProgramme, type Counts } from './count-figure.ts';
import type { FigureAnswer, FigureStatementType } from './figure.type.ts';
import type { FigureFilterInput, FigureRequest } from './figure-request.type.ts';
import type { MetricDefinitionType } from './metric.type.ts';
import { criterionOf, recordsOf } from './records-of-metric.ts';
import { sroiFigure } from './sroi-figures.ts';

/** The figure of one group, or of one group of a table of two ways. */
interface ComputedGroup {
  /** A code, an id, or the first day of a period. */
  readonly key: string;
  /** The group of the other dimension, where there are two. */
  readonly across: string;
  readonly answer: FigureAnswer;
}

/** A figure over what the viewer's scope leaves, whether or not the viewer may see it. */
export async function computeFigure(context: Context, request: FigureRequest): Promise<FigureAnswer> {
  const definition = definitionOf(request.metric, context.locale, request.version);
  const query = await queryOf(context, request);
  if (!isCounted(request.metric)) return sroiFigure(context, definition, query);
  const metric = definedAs(request.metric, request.version);
  const { rows, statement } = await countFigure(context, metric, query);
  const asked = (await answersAskedFor(context, request.metric, query))({ key: 'all' });
  return figureOf(metric, definition, query, { ...rows[0], asked }, statement);
}

/** The figure where there is nothing to count. */
export async function nothingCounted(context: Context, request: FigureRequest): Promise<FigureAnswer> {
  const definition = definitionOf(request.metric, context.locale);
  if (!isCounted(request.metric)) return { definition, asOf: context.today };
  return figureOf(definedAs(request.metric, request.version), definition, await queryOf(context, request));
}

/** A figure for each group of a dimension or each period of a trend, or for each pair of groups, in their natural order. */
export async function computeGroups(
  context: Context,
  request: FigureRequest,
  by: Dimension | TrendStep,
  { across, largest }: { readonly across?: Dimension; readonly largest?: number | undefined } = {},
): Promise<ComputedGroup[]> {
  if (!isCounted(request.metric)) throw badRequest(`${request.metric} has no breakdown.`);
  const metric = definedAs(request.metric, request.version);
  const definition = definitionOf(request.metric, context.locale, request.version);
  for (const dimension of [by, across])
    if (dimension !== undefined && !isStep(dimension) && !definition.dimensions.includes(dimension))
      throw badRequest(`${request.metric} has no breakdown by ${dimension}.`);
  const query = { ...(await queryOf(context, request)), by, across, largest };
  const { rows, statement } = await countFigure(context, metric, query);
  const askedOf = await answersAskedFor(context, request.metric, query);
  return inNaturalOrder(by, rows).map((counts) => ({
    key: counts.key,
    across: counts.across ?? '',
    answer: figureOf(metric, definition, query, { ...counts, asked: askedOf(counts) }, statement),
  }));
}

export function definitionOf(id: AnyMetricId, locale: Locale, asked?: number | null): MetricDefinitionType {
  if (!isCounted(id)) return { id, ...SROI_DEFINITION, ...wordsOfMetric(id)[locale] };
  const metric = definedAs(id, asked);
  const { version, group, unit, parameters, words } = metric;
  return {
    id,
    version,
    group,
    unit,
    ...words[locale],
    parameters: parameters.length === 0 ? null : parametersOf(metric),
    ratedBy: (metric.ratedBy as MetricId | undefined) ?? null,
    dimensions: dimensionsOf(metric),
    ...recordsOf(metric),
    criterion: criterionOf(metric, locale),
    formerVersions: (metric.former ?? []).map((former) => ({
      version: former.version,
      replacedOn: former.replacedOn,
      replaced: former.replaced[locale],
      sameValue: haveSameValue(definedAs(id, former.version), CATALOGUE[id]),
      numerator: former.words[locale].numerator,
      denominator: former.words[locale].denominator,
      criterion: criterionOf(former, locale),
    })),
  };
}

/** The definition in force, or the version that is asked for. */
export function definedAs(id: MetricId, asked: number | null | undefined): MetricDefinition {
  const metric = CATALOGUE[id];
  const version = asked ?? metric.version;
  const definition = versionOf(metric, version);
  if (definition === undefined) throw badRequest(`${id} has no version ${version}.`);
  return definition;
}

/** What an indicator is said to be by a version of its definition, in each language. */
export function wordsDefined(id: AnyMetricId, version: number): InEachLanguage<MetricWords> {
  return isCounted(id) ? definedAs(id, version).words : wordsOfMetric(id);
}

/** The two social returns are made by the value map, not counted by the catalogue. */
const SROI_DEFINITION = {
  version: 1,
  group: 'ECONOMY',
  unit: 'RATIO',
  parameters: null,
  dimensions: [],
  formerVersions: [],
  records: null,
  standings: [],
  cohortDay: null,
  criterion: [],
  ratedBy: null,
} satisfies Partial<MetricDefinitionType>;

/** The dimension of each field of a filter. */
export const DIMENSION_OF_FILTER: readonly (readonly [Dimension, keyof FigureFilterInput])[] = [
  ['COUNTRY', 'country'],
  ['BRANCH', 'branch'],
  ['COORDINATOR', 'coordinator'],
  ['GENDER', 'gender'],
  ['AGE_BAND', 'ageBand'],
  ['EDUCATION', 'education'],
  ['NATIONALITY_GROUP', 'nationalityGroup'],
  ['RESIDENCE_GROUND', 'residenceGround'],
  ['OUT_OF_WORK', 'outOfWork'],
  ['SECTOR', 'sector'],
  ['REFERRAL', 'referral'],
  ['EVENT_KIND', 'eventKind'],
  ['GRANT', 'grant'],
];

/** The request in the engine's terms; a partner's is narrowed to the duos of its own grants, whatever it asks for, but for
 * what is of the whole programme. */
export async function queryOf(
  context: Context,
  { metric, asOf, period, parameters, filter }: FigureRequest,
): Promise<FigureQuery> {
  if (given(parameters?.windowMonths) && (parameters.windowMonths < 1 || parameters.windowMonths > 120))
    throw badRequest('A window has 1 to 120 months.');
  refuseImpossibleTime(context, { asOf, period });
  if (filter?.country?.some((code) => !/^[A-Z]{2}$/.test(code)))
    throw badRequest('A country is two capital letters of ISO 3166.');
  const filters: Partial<Record<Dimension, readonly string[]>> = {};
  const { dimensions } = definitionOf(metric, context.locale);
  for (const [dimension, name] of DIMENSION_OF_FILTER) {
    const values = filter?.[name];
    if (!given(values)) continue;
    if (!dimensions.includes(dimension)) throw badRequest(`${metric} cannot be filtered by ${dimension}.`);
    filters[dimension] = OF_IDS.has(dimension) ? values.map(idOf) : values;
  }
  const { partnerId } = context.scope;
  const narrowed = partnerId !== null && !(isCounted(metric) && isOfProgramme(context, CATALOGUE[metric]));
  return {
    asOf: asOf ?? context.today,
    period: period ?? undefined,
    parameters: parameters ?? undefined,
    filter: filters,
    scope: narrowed ? { partnerId, grantIds: await grantsOf(context, partnerId) } : undefined,
  };
}

const OF_IDS: ReadonlySet<Dimension> = new Set(['BRANCH', 'COORDINATOR', 'GRANT']);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id as the database writes it; refuses what is none. */
function idOf(given: string): string {
  const id = given.toLowerCase();
  if (!UUID.test(id)) throw badRequest(`${given} is no id.`);
  return id;
}

/** The grants of a partner. */
export const grantsOf = defineLoader<string[]>(async (partnerIds, { db }) => {
  const rows: { id: string; partnerId: string }[] = await db.query(
    'select id, partner_id as "partnerId" from funding_grant where partner_id = any ($1)',
    [partnerIds],
  );
  const grants = groupBy(rows, ({ partnerId }) => partnerId);
  return new Map([...grants].map(([partnerId, own]) => [partnerId, own.map(({ id }) => id)]));
}, []);

/** What a figure is made of: what was counted, and how many answers were asked for. */
type Made = Partial<Omit<Counts, 'key'>> & { readonly asked?: number | undefined };

export function figureOf(
  metric: MetricDefinition,
  definition: MetricDefinitionType,
  query: FigureQuery,
  counts?: Made,
  statement?: Statement,
): FigureAnswer {
  const numerator = counts?.numerator ?? 0;
  const denominator = metric.denominator === null ? null : (counts?.denominator ?? 0);
  const asked = counts?.asked ?? null;
  if (denominator === 0)
    return { definition, asOf: query.asOf, asked, notYetObservable: counts?.notYetObservable ?? null };
  const parameters = parametersOf(metric, query.parameters);
  const unknown = counts?.unknown ?? null;
  return {
    value: valueOf(metric, numerator, denominator),
    numerator,
    denominator,
    unit: metric.unit,
    interval: intervalOf(metric, numerator, denominator, counts?.squares ?? 0),
    notYetObservable: counts?.notYetObservable ?? null,
    unknown,
    asked,
    asOf: query.asOf,
    isEarlier: false,
    parameters: metric.parameters.length === 0 ? null : parameters,
    definition,
    get bounds() {
      if (denominator === null || unknown === null) return null;
      const notYetObservable = counts?.notYetObservable ?? 0;
      return boundsOf(metric, parameters, { numerator, denominator, unknown, notYetObservable });
    },
    get statement() {
      return statement && shown(statement);
    },
    get factsStatement() {
      return statement && shown(compileFigure(metric, query));
    },
  };
}

/** A statement as it is read: lists in the form of PostgreSQL. */
function shown({ text, values }: Statement): FigureStatementType {
  return {
    text,
    values: values.map((value) => (Array.isArray(value) ? `{${value.join(',')}}` : String(value))),
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
