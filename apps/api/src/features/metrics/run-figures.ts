import type { Database } from '../../database/database.ts';
import type { Thresholds } from '@tandem/domain/thresholds';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import type { Dimension, MetricUnit, TrendStep } from '@tandem/metrics/definition';
import {
  isFew,
  primaryReason,
  withheldGroups,
  type Cell,
  type WithheldReason,
} from '@tandem/metrics/disclosure';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { computeFigure, computeGroups, definitionOf, nothingCounted } from './compute-figures.ts';
import {
  isCounted,
  type AnyMetricId,
  type BreakdownGroupType,
  type FigureAnswer,
  type FigureRequest,
} from './metric.type.ts';
import { othersAreFew } from './others.loader.ts';
import {
  differenceOf,
  hasBreakdown,
  isInContract,
  isNothing,
  isPartner,
  menuItemOf,
  reasonBeside,
  type Ungrouped,
} from './partner-limits.ts';
import { thresholdsOf } from './thresholds.loader.ts';

/** One figure as this viewer may see it. */
export async function runFigure(context: Context, request: FigureRequest): Promise<FigureAnswer> {
  const definition = definitionOf(request.metric, context.locale);
  const withheld = (reason: WithheldReason): FigureAnswer => ({ reason, definition });
  if (hiddenFrom(context, request.metric)) return withheld('NOT_FOR_YOU');
  if (!isPartner(context)) return (await computeFigure(context, request)).answer;
  const item = menuItemOf(context, request);
  if (item === undefined) return withheld('NOT_FOR_YOU');
  if (item.kind === 'GROUP') {
    const groups = await runBreakdown(context, { metric: request.metric }, item.by);
    const group = groups.find(({ key }) => key === item.key);
    // Another partner's grant is as if it were not there, and so is a year in which nothing was.
    return group?.result ?? nothingCounted(context, request);
  }
  const { answer, cell } = await computeFigure(context, request);
  const limits = await thresholdsOf(context);
  const reason = await reasonOf(context, limits, item, definition.unit, cell);
  return reason === undefined ? withoutFew(limits, answer) : withheld(reason);
}

/** Why a partner may not see a figure that its menu has. */
async function reasonOf(
  context: Context,
  limits: Thresholds,
  item: Ungrouped,
  unit: MetricUnit,
  cell: Cell,
): Promise<WithheldReason | undefined> {
  const cellFor = async (request: FigureRequest) => (await computeFigure(context, request)).cell;
  switch (item.kind) {
    case 'CONTRACT':
      return undefined;
    case 'WHOLE':
      return primaryReason(limits, unit, cell);
    case 'PROGRAMME':
      return (await othersAreFew(context)) ? 'COMPLEMENT' : primaryReason(limits, unit, cell);
    case 'PART':
      return withheldGroups(limits, unit, await Promise.all(item.parts.map(cellFor)))[item.place];
    case 'PERIOD':
      return isNothing(differenceOf(cell, await cellFor(item.request)))
        ? reasonOf(context, limits, item.whole, unit, cell)
        : 'NOT_FOR_YOU';
    case 'POPULATION':
      return reasonBeside(limits, unit, cell, await Promise.all(item.populations.map(cellFor)));
  }
}

/** A figure without the counts beside it that are about few. */
function withoutFew(limits: Thresholds, answer: FigureAnswer): FigureAnswer {
  if (!('value' in answer)) return answer;
  const shown = (count: number | null) =>
    count !== null && isFew(count, limits.SMALLEST_COUNT) ? null : count;
  return {
    ...answer,
    notYetObservable: shown(answer.notYetObservable),
    unknown: shown(answer.unknown),
  };
}

/** A figure for each group of a dimension or each period of a trend; disclosure looks at all of them together. */
export async function runBreakdown(
  context: Context,
  request: FigureRequest,
  by: Dimension | TrendStep,
): Promise<BreakdownGroupType[]> {
  const definition = definitionOf(request.metric, context.locale);
  if (hiddenFrom(context, request.metric)) return [];
  if (isPartner(context) && !hasBreakdown(context, request, by)) return [];
  const groups = await computeGroups(context, request, by);
  const labels = await labelsOf(context.db, by);
  const cells = groups.map(({ cell }) => cell);
  const limits = isPartner(context) ? await thresholdsOf(context) : undefined;
  const judged = isInContract(request, by) ? undefined : limits;
  const reasons = judged === undefined ? [] : withheldGroups(judged, definition.unit, cells);
  return groups.map(({ key, answer }, index) => {
    const reason = reasons[index];
    const shown = limits === undefined ? answer : withoutFew(limits, answer);
    const result = reason === undefined ? shown : { reason, definition };
    return { key, label: labels.get(key) ?? key, result };
  });
}

/** Partners see what is meant for them; among staff, money is for those who see money, and its return for those who see that. */
export function hiddenFrom(context: Context, id: AnyMetricId): boolean {
  if (!isCounted(id)) return !viewerCan(context, 'SEE_SROI');
  const { audience, group } = CATALOGUE[id];
  return isPartner(context) ? audience === 'STAFF' : group === 'ECONOMY' && !viewerCan(context, 'SEE_MONEY');
}

async function labelsOf(db: Database, by: Dimension | TrendStep): Promise<Map<string, string>> {
  const statements: Partial<Record<typeof by, string>> = {
    BRANCH: 'select id, name as label from branch',
    COORDINATOR: 'select id, name as label from coordinator',
    GRANT: 'select id, reference as label from funding_grant',
  };
  const statement = statements[by];
  if (statement === undefined) return new Map();
  const rows: { id: string; label: string }[] = await db.query(statement);
  return new Map(rows.map(({ id, label }) => [id, label]));
}
