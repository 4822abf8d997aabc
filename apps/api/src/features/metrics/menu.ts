import type { CalendarDay } from '@tandem/domain/calendar-day';
import { isCounted, type AnyMetricId } from '@tandem/metrics/any-metric';
import { CATALOGUE, METRIC_IDS, type MetricId } from '@tandem/metrics/catalogue';
import { dimensionsOf, parametersOf, type Dimension, type TrendStep } from '@tandem/metrics/definition';
import { SOCIAL_RETURN_IDS } from '@tandem/metrics/social-return';
import { given } from '../../graphql/given.ts';
import type { FigureRequest } from './figure-request.type.ts';
import type { Outsider } from './outsider.ts';

/*
 * What outsiders may ask for (ADR 0007). Every question that can be subtracted from another one tells of the people in
 * between, so they have a menu, and the whole of it is decided on together (ADR 0016).
 */

export type By = Dimension | TrendStep;

/** A question of a menu: an indicator by a version of its definition, of all or of each group of one or two dimensions. */
export interface Question {
  readonly id: string;
  readonly metric: AnyMetricId;
  readonly version: number;
  readonly by: readonly By[];
}

/** Where a request stands on a menu: the question, and of its groups the one that is asked for. */
export interface Place {
  readonly question: Question;
  readonly group: string | undefined;
}

/** By what a partner sees its duos: not where mentees come from, nor who follows them. */
const PARTNER_DIMENSIONS: readonly By[] = ['BRANCH', 'GENDER', 'EDUCATION', 'GRANT', 'YEAR'];
/** Groups in which outsiders may see the whole programme: what money is spent on, and where it comes from. */
const PROGRAMME_DIMENSIONS: readonly By[] = ['COST_CATEGORY', 'GRANT_KIND'];
/** Tables of two ways. */
const CROSSED: ReadonlySet<MetricId> = new Set(['DUOS_STARTED', 'POSITIVE_EXIT_RATE']);
const PAIRS: readonly (readonly [Dimension, Dimension])[] = [['GENDER', 'EDUCATION']];
/** Counts that come to DUOS_STARTED together: each group of the one gives that of the other. */
const PARTS_OF_STARTED: ReadonlySet<AnyMetricId> = new Set(['DUOS_CLOSED', 'DUOS_ACTIVE']);

/** Whether outsiders see it of the whole programme, not of their own duos. */
export function isOfProgramme(metric: AnyMetricId): boolean {
  return !isCounted(metric) || CATALOGUE[metric].audience === 'PROGRAMME';
}

/** Whether it is known to a partner from its own contract: how many duos each of its grants pays. */
export function isInContract(outsider: Outsider, { metric, by }: Question): boolean {
  return (
    outsider.kind === 'PARTNER' && metric === 'DUOS_STARTED' && (by.length === 0 || by.join() === 'GRANT')
  );
}

/** Every question that an outsider may ask. */
export function menuOf({ kind }: Pick<Outsider, 'kind'>): readonly Question[] {
  return MENUS[kind];
}

function questionsOf(metric: AnyMetricId, kind: Outsider['kind']): Question[] {
  const whole = questionOf(metric);
  if (!isCounted(metric)) return [whole];
  const definition = CATALOGUE[metric];
  if (definition.audience === 'STAFF') return [];
  const own = definition.audience === 'GRANTS';
  const dimensions = new Set<By>([...dimensionsOf(definition), 'YEAR']);
  const groups = (own ? (kind === 'PUBLIC' ? ['YEAR' as const] : PARTNER_DIMENSIONS) : PROGRAMME_DIMENSIONS)
    .filter((by) => dimensions.has(by))
    // A duo that meets in two years is counted in both, so that what is hidden could be fewer duos than it seems.
    .filter((by) => !PARTS_OF_STARTED.has(metric) && !(by === 'YEAR' && definition.unit === 'HOURS'))
    .map((by) => questionOf(metric, [by]));
  if (!own || kind === 'PUBLIC') return [whole, ...groups];
  const pairs = CROSSED.has(metric) ? PAIRS.map((pair) => questionOf(metric, pair)) : [];
  return [whole, ...groups, ...pairs];
}

/** The question of an indicator, of all or by groups; by the version in force, where no other one is named. */
export function questionOf(
  metric: AnyMetricId,
  by: readonly By[] = [],
  version = isCounted(metric) ? CATALOGUE[metric].version : 1,
): Question {
  return { id: [metric, version, by.join('*')].join('/'), metric, version, by };
}
const PARTS_OF_ID = 3;

/** A question as it is, and by the former versions of its indicator, the latest first: what was released names the one of its day. */
export function inEachVersion({ metric, version, by }: Question): readonly Question[] {
  const former = isCounted(metric) ? (CATALOGUE[metric].former ?? []) : [];
  const earlier = former.filter((one) => one.version < version);
  return [version, ...earlier.map((one) => one.version)].map((one) => questionOf(metric, by, one));
}

const MENUS: Readonly<Record<Outsider['kind'], readonly Question[]>> = {
  PARTNER: [...METRIC_IDS, ...SOCIAL_RETURN_IDS].flatMap((metric) => questionsOf(metric, 'PARTNER')),
  PUBLIC: [...METRIC_IDS, ...SOCIAL_RETURN_IDS].flatMap((metric) => questionsOf(metric, 'PUBLIC')),
};

/** Under what a figure stands in the ledger of releases. */
export function keyOf(question: Question, group: readonly string[]): string {
  return [question.id, ...group].join('/');
}

/** The id of the question and the group of which a key was made. */
export function partsOfKey(key: string): { readonly id: string; readonly group: readonly string[] } {
  const parts = key.split('/');
  return { id: parts.slice(0, PARTS_OF_ID).join('/'), group: parts.slice(PARTS_OF_ID) };
}

/** Where a request stands on an outsider's menu; undefined where the menu does not have it. */
export function placeOf(
  outsider: Outsider,
  today: CalendarDay,
  request: FigureRequest,
  by: readonly By[] = [],
): Place | undefined {
  const { metric, period, filter } = request;
  if (reachesFurther(today, request)) return undefined;
  const grant = filter?.grant;
  const narrowed = [period, grant].filter((one) => given(one)).length;
  if (narrowed > 1 || (narrowed === 1 && by.length > 0)) return undefined;
  const find = (groups: readonly By[], group?: string): Place | undefined => {
    const { id } = questionOf(metric, groups);
    const question = menuOf(outsider).find((one) => one.id === id);
    return question && { question, group };
  };
  if (given(grant)) return grant.length === 1 ? find(['GRANT'], String(grant[0])) : undefined;
  if (!given(period)) return find(by);
  const { from, to } = period;
  const isYear = from.endsWith('-01-01') && to === `${Number(from.slice(0, 4)) + 1}-01-01`;
  return isYear ? find(['YEAR'], from) : undefined;
}

/**
 * Another day than today, another version than the one in force, a part of the duos that no menu has, or other parameters:
 * populations that lie within each other are subtracted from each other, and what is left are few.
 */
function reachesFurther(today: CalendarDay, request: FigureRequest): boolean {
  const { asOf, filter, version } = request;
  const { grant: _, ...others } = filter ?? {};
  return (
    (given(asOf) && asOf !== today) ||
    given(version) ||
    Object.values(others).some(given) ||
    hasOtherParameters(request)
  );
}

function hasOtherParameters({ metric, parameters }: FigureRequest): boolean {
  if (!isCounted(metric)) return false;
  const definition = CATALOGUE[metric];
  const defaults = parametersOf(definition);
  const asked = parametersOf(definition, parameters ?? undefined);
  return definition.parameters.some((name) => asked[name] !== defaults[name]);
}
