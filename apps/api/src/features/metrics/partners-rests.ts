import type { Thresholds } from '@tandem/domain/thresholds';
import { isCounted } from '@tandem/metrics/any-metric';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import { parametersOf, type MetricDefinition } from '@tandem/metrics/definition';
import { isFew } from '@tandem/metrics/disclosure/primary';
import { answersOf } from '@tandem/metrics/figure-bounds';
import type { Context } from '../../graphql/context.ts';
import { queryOf } from './compute-figures.ts';
import { countFigure, type Counts } from './count-figure.ts';
import { isOfProgramme, menuOf, type Question } from './menu.ts';
import { EVERYBODY } from './outsider.ts';

/** Which duos are a partner's own: those that its grants pay. */
interface Own {
  readonly partnerId: string;
  readonly grantIds: readonly string[];
}

/** Questions of the public that would tell a partner of few others. */
export interface TellingQuestions {
  readonly ids: ReadonlySet<string>;
  /** Questions that would do so by saying of how many it is not known. */
  readonly ofUnknown: ReadonlySet<string>;
  /** Whether the closed duos beside some partner's own are few, so that no cost per duo may be told. */
  readonly isAlmostAll: boolean;
}

/**
 * A partner may know everything of its own duos. What it takes off a figure that everybody sees is a figure about the others:
 * where that is about few in any group, the whole question is left out, so that its other groups do not give it back.
 */
export async function questionsTellingRests(context: Context, limits: Thresholds): Promise<TellingQuestions> {
  const partners: readonly Own[] = await context.db.query(
    `select partner_id as "partnerId", array_agg(id) as "grantIds" from funding_grant
     where exists (select from earmark where grant_id = funding_grant.id) group by partner_id`,
  );
  const ids = new Set<string>();
  const ofUnknown = new Set<string>();
  let isAlmostAll = false;
  for (const question of menuOf(EVERYBODY)) {
    const { id, metric, by } = question;
    if (!isCounted(metric) || isOfProgramme(metric)) continue;
    const all = await countGroups(context, CATALOGUE[metric], question);
    for (const partner of partners) {
      const own = await countGroups(context, CATALOGUE[metric], question, partner);
      if ([...own].some(([key, counts]) => isRestFew(limits, CATALOGUE[metric], all.get(key), counts)))
        ids.add(id);
      if ([...own].some(([key, counts]) => isUnknownRestFew(limits, CATALOGUE[metric], all.get(key), counts)))
        ofUnknown.add(id);
      if (metric === 'DUOS_CLOSED' && by.length === 0) {
        const others = (all.get('')?.numerator ?? 0) - (own.get('')?.numerator ?? 0);
        isAlmostAll ||= isFew(others, limits.SMALLEST_DENOMINATOR);
      }
    }
  }
  return { ids, ofUnknown, isAlmostAll };
}

async function countGroups(
  context: Context,
  metric: MetricDefinition,
  { metric: id, by }: Question,
  scope?: Own,
): Promise<ReadonlyMap<string, Counts>> {
  const query = { ...(await queryOf(context, { metric: id })), by: by[0], scope };
  const { rows } = await countFigure(context, metric, query, scope === undefined);
  return new Map(rows.map((row) => [by.length === 0 ? '' : row.key, row]));
}

/** Whether few others are left of whom it is not known, or who are known to have no exit, though some of both are left. */
function isUnknownRestFew(
  { SMALLEST_COUNT }: Thresholds,
  metric: MetricDefinition,
  all: Counts | undefined,
  own: Counts,
): boolean {
  if (metric.unknown === undefined || (own.denominator ?? 0) === 0) return false;
  const rest = (name: 'numerator' | 'denominator' | 'unknown') => (all?.[name] ?? 0) - (own[name] ?? 0);
  const answers = answersOf(metric, parametersOf(metric), {
    numerator: rest('numerator'),
    denominator: rest('denominator'),
    unknown: rest('unknown'),
    notYetObservable: (all?.notYetObservable ?? 0) - (own.notYetObservable ?? 0),
  });
  if (answers === null) return false;
  const { no, unknown } = answers;
  return no > 0 && unknown > 0 && Math.min(no, unknown) < SMALLEST_COUNT;
}

function isRestFew(
  limits: Thresholds,
  { unit }: MetricDefinition,
  all: Counts | undefined,
  own: Counts,
): boolean {
  const rest = (name: 'numerator' | 'denominator' | 'subjects') => (all?.[name] ?? 0) - (own[name] ?? 0);
  switch (unit) {
    case 'RATE': {
      const [counted, among] = [rest('numerator'), rest('denominator')];
      if ((own.denominator ?? 0) === 0 || among === 0) return false;
      const { SMALLEST_DENOMINATOR, SMALLEST_PART } = limits;
      return among < SMALLEST_DENOMINATOR || counted < SMALLEST_PART || among - counted < SMALLEST_PART;
    }
    case 'SCORE':
      return (own.denominator ?? 0) > 0 && isFew(rest('denominator'), limits.SMALLEST_DENOMINATOR);
    case 'COUNT':
      return (own.numerator ?? 0) > 0 && isFew(rest('numerator'), limits.SMALLEST_COUNT);
    case 'HOURS':
      return (own.subjects ?? 0) > 0 && isFew(rest('subjects'), limits.SMALLEST_COUNT);
    case 'CENTS':
    case 'RATIO':
      // Money is of the whole programme.
      return false;
  }
}
