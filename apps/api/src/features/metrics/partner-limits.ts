import { CATALOGUE } from '@tandem/metrics/catalogue';
import {
  parametersOf,
  POPULATIONS,
  type Dimension,
  type MetricUnit,
  type TrendStep,
} from '@tandem/metrics/definition';
import { primaryReason, type Cell, type WithheldReason } from '@tandem/metrics/disclosure';
import type { Thresholds } from '@tandem/domain/thresholds';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { given } from '../../graphql/given.ts';
import { isCounted, type AnyMetricId, type FigureRequest } from './metric.type.ts';

/*
 * What a partner may ask for (ADR 0007). Every question that can be subtracted from another one tells of the people in
 * between, so a partner has a menu: the whole, as of today; one breakdown of the whole; or one group of a breakdown (a
 * grant, a calendar year), judged with its neighbours.
 */

/** Groups in which a partner may see the whole programme: what money is spent on, and where it comes from. */
const PROGRAMME_GROUPS: ReadonlySet<Dimension | TrendStep> = new Set(['COST_CATEGORY', 'GRANT_KIND']);

/** Counts that come to DUOS_STARTED together, so that either gives the other. */
const PARTS_OF_STARTED: readonly AnyMetricId[] = ['DUOS_CLOSED', 'DUOS_ACTIVE'];

/** A partner's question as its menu has it. */
export type MenuItem =
  | { readonly kind: 'WHOLE' }
  /** What the partner's own contract says: how many duos it pays. */
  | { readonly kind: 'CONTRACT' }
  /** Of all duos of the programme, so that one's own may be taken off. */
  | { readonly kind: 'PROGRAMME' }
  /** One part of a whole that is shown, judged with the other parts. */
  | { readonly kind: 'PART'; readonly place: number; readonly parts: readonly FigureRequest[] }
  /** One group of a breakdown: a grant, a calendar year. */
  | { readonly kind: 'GROUP'; readonly by: Dimension | TrendStep; readonly key: string }
  /** All time in other words: shown where the period leaves nothing out. */
  | { readonly kind: 'PERIOD'; readonly request: FigureRequest; readonly whole: Ungrouped }
  /** Among others than usual: shown where what differs between the populations could be shown too. */
  | { readonly kind: 'POPULATION'; readonly populations: readonly FigureRequest[] };

/** What is not answered out of a breakdown. */
export type Ungrouped = Exclude<MenuItem, { kind: 'GROUP' }>;

export function isPartner(context: Context): boolean {
  return viewerOf(context).partnerId !== null;
}

/** What a partner's question is of its menu; undefined where the menu does not have it. */
export function menuItemOf(context: Context, request: FigureRequest): MenuItem | undefined {
  const { metric, period, filter, parameters } = request;
  if (reachesFurther(context, request)) return undefined;
  const others = changedParameters(request);
  const grant = filter?.grant;
  if ([given(period), given(grant), others.length > 0].filter(Boolean).length > 1) return undefined;
  if (given(grant))
    return hasBreakdown(context, { metric }, 'GRANT') && grant.length === 1
      ? { kind: 'GROUP', by: 'GRANT', key: String(grant[0]) }
      : undefined;
  if (given(period)) {
    const { from, to } = period;
    const year = from.endsWith('-01-01') && to === `${Number(from.slice(0, 4)) + 1}-01-01`;
    if (year && hasBreakdown(context, { metric }, 'YEAR')) return { kind: 'GROUP', by: 'YEAR', key: from };
    const wholeMonths = from.endsWith('-01') && to.endsWith('-01');
    return wholeMonths ? { kind: 'PERIOD', request: { metric }, whole: wholeOf(metric) } : undefined;
  }
  if (others.length === 0) return wholeOf(metric);
  if (isOfProgramme(metric) || others.some((name) => name !== 'population')) return undefined;
  return {
    kind: 'POPULATION',
    populations: POPULATIONS.map((population) => ({ metric, parameters: { ...parameters, population } })),
  };
}

function wholeOf(metric: AnyMetricId): Ungrouped {
  if (metric === 'DUOS_STARTED') return { kind: 'CONTRACT' };
  const place = PARTS_OF_STARTED.indexOf(metric);
  if (place >= 0) return { kind: 'PART', place, parts: PARTS_OF_STARTED.map((part) => ({ metric: part })) };
  const dividesByDuos = !isCounted(metric) || CATALOGUE[metric].denominator !== null;
  return { kind: isOfProgramme(metric) && dividesByDuos ? 'PROGRAMME' : 'WHOLE' };
}

function isOfProgramme(metric: AnyMetricId): boolean {
  return !isCounted(metric) || CATALOGUE[metric].audience === 'PROGRAMME';
}

/** By what a partner sees its duos: not where mentees come from, nor who follows them. */
const PARTNER_DIMENSIONS = new Set<Dimension | TrendStep>(['BRANCH', 'GENDER', 'EDUCATION', 'GRANT']);

/** Whether a partner's menu has a breakdown. */
export function hasBreakdown(context: Context, request: FigureRequest, by: Dimension | TrendStep): boolean {
  const { metric, period, filter } = request;
  if (reachesFurther(context, request) || given(period) || given(filter?.grant)) return false;
  if (!isCounted(metric) || changedParameters(request).length > 0) return false;
  if (isOfProgramme(metric)) return PROGRAMME_GROUPS.has(by);
  // Each group of a part gives that of the other part.
  if (PARTS_OF_STARTED.includes(metric)) return false;
  // A duo that meets in two years is counted in both, so that what is hidden could be fewer duos than it seems.
  if (by === 'YEAR') return CATALOGUE[metric].unit !== 'HOURS';
  return PARTNER_DIMENSIONS.has(by);
}

/** Whether a group says no more than the partner's own contract: how many duos a grant pays. */
export function isInContract({ metric }: FigureRequest, by: Dimension | TrendStep): boolean {
  return metric === 'DUOS_STARTED' && by === 'GRANT';
}

/** Why a figure may not be shown beside the others that can be asked for instead of it. */
export function reasonBeside(
  limits: Thresholds,
  unit: MetricUnit,
  cell: Cell,
  others: readonly Cell[],
): WithheldReason | undefined {
  const differences = others
    .map((other) => differenceOf(cell, other))
    .filter((difference) => !isNothing(difference));
  return (
    primaryReason(limits, unit, cell) ??
    (differences.some((difference) => primaryReason(limits, unit, difference)) ? 'COMPLEMENT' : undefined)
  );
}

export function isNothing({ numerator, denominator }: Cell): boolean {
  return numerator === 0 && (denominator ?? 0) === 0;
}

export function differenceOf(one: Cell, other: Cell): Cell {
  const between = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.abs(a - b));
  return {
    numerator: Math.abs(one.numerator - other.numerator),
    denominator: between(one.denominator, other.denominator),
    subjects: between(one.subjects, other.subjects),
  };
}

/** Another day than today, or a part of the duos that no partner's menu has. */
function reachesFurther(context: Context, { asOf, filter, version }: FigureRequest): boolean {
  const anotherDay = given(asOf) && asOf !== context.today;
  const { grant: _, ...others } = filter ?? {};
  return anotherDay || given(version) || Object.values(others).some(given);
}

/** The parameters in which a request differs from the indicator's defaults. */
function changedParameters({ metric, parameters }: FigureRequest): readonly string[] {
  if (!isCounted(metric)) return [];
  const definition = CATALOGUE[metric];
  const defaults = parametersOf(definition);
  const asked = parametersOf(definition, parameters ?? undefined);
  return definition.parameters.filter((name) => asked[name] !== defaults[name]);
}
