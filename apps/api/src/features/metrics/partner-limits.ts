import { CATALOGUE } from '@tandem/metrics/catalogue';
import { parametersOf, type TrendStep } from '@tandem/metrics/compile';
import { POPULATIONS, type Dimension, type MetricUnit } from '@tandem/metrics/definition';
import { primaryReason, type Cell, type WithheldReason } from '@tandem/metrics/disclosure';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { given } from '../../graphql/given.ts';
import { isCounted, type FigureRequest } from './metric.type.ts';

/*
 * What a partner may ask for (ADR 0007). Every question that can be subtracted from another one tells of the people in
 * between, so a partner has a menu: the whole, as of today; one breakdown of the whole; or one group of a breakdown (a
 * grant, a calendar year), judged with its neighbours.
 */

/** Groups in which a partner may see the whole programme: what money is spent on, and where it comes from. */
const PROGRAMME_GROUPS: ReadonlySet<Dimension | TrendStep> = new Set(['COST_CATEGORY', 'GRANT_KIND']);

/** A partner's question as its menu has it. */
export type MenuItem =
  | { readonly kind: 'WHOLE' }
  /** One group of a breakdown: a grant, a calendar year. */
  | { readonly kind: 'GROUP'; readonly by: Dimension | TrendStep; readonly key: string }
  /** All time in other words: shown where the period leaves nothing out. */
  | { readonly kind: 'PERIOD'; readonly whole: FigureRequest }
  /** Among others than usual: shown where what differs between the populations could be shown too. */
  | { readonly kind: 'POPULATION'; readonly populations: readonly FigureRequest[] };

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
  if (given(grant)) {
    const ofOwn = isCounted(metric) && CATALOGUE[metric].audience !== 'PROGRAMME';
    return ofOwn && grant.length === 1 ? { kind: 'GROUP', by: 'GRANT', key: String(grant[0]) } : undefined;
  }
  if (given(period)) {
    const { from, to } = period;
    const ofOwn = isCounted(metric) && CATALOGUE[metric].audience !== 'PROGRAMME';
    if (ofOwn && from.endsWith('-01-01') && to === `${Number(from.slice(0, 4)) + 1}-01-01`)
      return { kind: 'GROUP', by: 'YEAR', key: from };
    const wholeMonths = from.endsWith('-01') && to.endsWith('-01');
    return wholeMonths ? { kind: 'PERIOD', whole: { metric } } : undefined;
  }
  if (others.length === 0) return { kind: 'WHOLE' };
  if (others.some((name) => name !== 'population')) return undefined;
  return {
    kind: 'POPULATION',
    populations: POPULATIONS.map((population) => ({ metric, parameters: { ...parameters, population } })),
  };
}

/** Whether a partner's menu has a breakdown. */
export function hasBreakdown(context: Context, request: FigureRequest, by: Dimension | TrendStep): boolean {
  const { metric, period, filter } = request;
  if (reachesFurther(context, request) || given(period) || given(filter?.grant)) return false;
  if (!isCounted(metric) || changedParameters(request).length > 0) return false;
  if (CATALOGUE[metric].audience === 'PROGRAMME') return PROGRAMME_GROUPS.has(by);
  return by !== 'MONTH' && by !== 'QUARTER';
}

/** Why a figure may not be shown beside the others that can be asked for instead of it. */
export function reasonBeside(
  unit: MetricUnit,
  cell: Cell,
  others: readonly Cell[],
): WithheldReason | undefined {
  const differences = others
    .map((other) => differenceOf(cell, other))
    .filter((difference) => !isNothing(difference));
  return (
    primaryReason(unit, cell) ??
    (differences.some((difference) => primaryReason(unit, difference)) ? 'COMPLEMENT' : undefined)
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
  };
}

/** Another day than today, or a part of the duos that no partner's menu has. */
function reachesFurther(context: Context, { asOf, filter }: FigureRequest): boolean {
  const anotherDay = given(asOf) && asOf !== context.today;
  return anotherDay || given(filter?.branch) || given(filter?.gender) || given(filter?.education);
}

/** The parameters in which a request differs from the indicator's defaults. */
function changedParameters({ metric, parameters }: FigureRequest): readonly string[] {
  if (!isCounted(metric)) return [];
  const definition = CATALOGUE[metric];
  const defaults = parametersOf(definition);
  const asked = parametersOf(definition, parameters ?? undefined);
  return definition.parameters.filter((name) => asked[name] !== defaults[name]);
}
