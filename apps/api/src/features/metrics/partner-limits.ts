import { CATALOGUE } from '@tandem/metrics/catalogue';
import { parametersOf, type TrendStep } from '@tandem/metrics/compile';
import type { Dimension, MetricDefinition } from '@tandem/metrics/definition';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { given } from '../../graphql/given.ts';
import { isCounted, type FigureRequest } from './metric.type.ts';

/*
 * What a partner may ask for. Every question that can be subtracted from another one tells of the people in between, so
 * a partner has a fixed menu: the whole, as of today, as the indicator is defined; one breakdown of the whole; or one
 * group of a breakdown (a grant, a calendar year), which is then judged together with its neighbours.
 */

/** Groups in which a partner may see the whole programme: what money is spent on, and where it comes from. */
const PROGRAMME_GROUPS: ReadonlySet<Dimension | TrendStep> = new Set(['COST_CATEGORY', 'GRANT_KIND']);

/** A group of a breakdown. */
export interface Group {
  readonly by: Dimension | TrendStep;
  readonly key: string;
}

export function isPartner(context: Context): boolean {
  return viewerOf(context).partnerId !== null;
}

/** Whether a partner asks for more than its menu has. */
export function beyondMenu(context: Context, request: FigureRequest, by?: Dimension | TrendStep): boolean {
  if (!isPartner(context)) return false;
  const { metric, asOf, period, filter } = request;
  if (given(asOf) && asOf !== context.today) return true;
  if (given(filter?.branch) || given(filter?.gender) || given(filter?.education)) return true;
  if (!isCounted(metric)) return given(period) || given(filter?.grant) || by !== undefined;
  const definition = CATALOGUE[metric];
  if (!usesDefaults(definition, request)) return true;
  const narrowings = [given(period), given(filter?.grant), by !== undefined].filter(Boolean).length;
  if (definition.audience === 'PROGRAMME')
    return narrowings > 0 && !(narrowings === 1 && by !== undefined && PROGRAMME_GROUPS.has(by));
  if (by === 'MONTH' || by === 'QUARTER') return true;
  return narrowings > 1 || (narrowings === 1 && by === undefined && groupAskedFor(request) === undefined);
}

/** The group of a breakdown that a request asks for: one grant, or one calendar year. */
export function groupAskedFor({ period, filter }: FigureRequest): Group | undefined {
  const grants = filter?.grant;
  if (given(grants)) return grants.length === 1 ? { by: 'GRANT', key: String(grants[0]) } : undefined;
  if (!given(period)) return undefined;
  const year = Number(period.from.slice(0, 4));
  const whole = period.from === `${year}-01-01` && period.to === `${year + 1}-01-01`;
  return whole ? { by: 'YEAR', key: period.from } : undefined;
}

function usesDefaults(metric: MetricDefinition, { parameters }: FigureRequest): boolean {
  const defaults = parametersOf(metric);
  return Object.entries(parametersOf(metric, parameters ?? undefined)).every(
    ([name, value]) => defaults[name as keyof typeof defaults] === value,
  );
}
