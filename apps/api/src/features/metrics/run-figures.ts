import { isCounted, type AnyMetricId } from '@tandem/metrics/any-metric';
import type { Database } from '../../database/database.ts';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import type { Dimension, TrendStep } from '@tandem/metrics/definition';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { mapTold } from '../sroi/map-told.loader.ts';
import { computeFigure, computeGroups, definitionOf, nothingCounted } from './compute-figures.ts';
import type { CrossTableType } from './cross-table.type.ts';
import { placeOf, type By } from './menu.ts';
import type { BreakdownGroupType, FigureAnswer } from './figure.type.ts';
import type { FigureRequest } from './figure-request.type.ts';
import { outsiderOf, type Partner } from './outsider.ts';
import { releaseTo, socialReturnTold } from './release.loader.ts';
import { groupsReleased, released, type ReleasedGroup } from './released-figures.ts';

/** One figure as this viewer may see it: staff as it is, outsiders as it was released to them. */
export async function runFigure(context: Context, request: FigureRequest): Promise<FigureAnswer> {
  const definition = definitionOf(request.metric, context.locale);
  if (hiddenFrom(context, request.metric)) return { reason: 'NOT_FOR_YOU', definition };
  const outsider = outsiderOf(context);
  if (outsider === undefined) return computeFigure(context, request);
  const place = placeOf(outsider, context.today, request);
  if (place === undefined) return { reason: 'NOT_FOR_YOU', definition };
  const { question, group } = place;
  const state = await releaseTo(context, outsider);
  // A group that the release does not have: another partner's grant, or a year beyond those of its menu, is as if it were not there.
  const answer = released(context, state, question, group === undefined ? [] : [group]);
  if (answer === undefined) return nothingCounted(context, request);
  if (!('value' in answer) || !answer.spread) return answer;
  return (await isMapTold(context)) ? answer : { ...answer, spread: null };
}

/** How a social return is spread follows from its map: it is told where that is. */
async function isMapTold(context: Context): Promise<boolean> {
  const told = await socialReturnTold(context);
  return told === 'AS_IT_IS' || (told !== undefined && (await mapTold(context, told)) !== undefined);
}

/** A figure for each group of a dimension, or for its `largest` groups, or each period of a trend. Outsiders are told all groups. */
export async function runBreakdown(
  context: Context,
  request: FigureRequest,
  by: By,
  largest?: number,
): Promise<BreakdownGroupType[]> {
  if (hiddenFrom(context, request.metric)) return [];
  const outsider = outsiderOf(context);
  const groups =
    outsider === undefined
      ? await computeGroups(context, request, by, { largest })
      : await releasedGroups(context, outsider, request, [by]);
  if (groups.length === 0) return [];
  const labels = await labelsOf(
    context.db,
    by,
    groups.map(({ key }) => key),
  );
  return groups.map(({ key, answer }) => ({ key, label: labels.get(key) ?? key, result: answer }));
}

async function releasedGroups(
  context: Context,
  partner: Partner,
  request: FigureRequest,
  by: readonly By[],
): Promise<ReleasedGroup[]> {
  const place = placeOf(partner, context.today, request, by);
  if (place === undefined) return [];
  return groupsReleased(context, await releaseTo(context, partner), place.question);
}

/** A figure for each pair of groups of two dimensions, with the totals of both; undefined where the viewer may not ask for it. */
export async function runCrossTable(
  context: Context,
  request: FigureRequest,
  rows: Dimension,
  columns: Dimension,
): Promise<CrossTableType | undefined> {
  if (hiddenFrom(context, request.metric)) return undefined;
  const outsider = outsiderOf(context);
  if (outsider === undefined) {
    const cells = await computeGroups(context, request, rows, { across: columns });
    return tableOf(context, request, rows, columns, cells);
  }
  // The menu has each pair once, in one order.
  for (const pair of [
    [rows, columns],
    [columns, rows],
  ] as const) {
    if (placeOf(outsider, context.today, request, pair) === undefined) continue;
    const cells = await releasedGroups(context, outsider, request, pair);
    const turned =
      pair[0] === rows
        ? cells
        : cells.map(({ key, across, answer }) => ({ key: across, across: key, answer }));
    return tableOf(context, request, rows, columns, turned);
  }
  return undefined;
}

async function tableOf(
  context: Context,
  request: FigureRequest,
  rows: Dimension,
  columns: Dimension,
  cells: readonly { readonly key: string; readonly across: string; readonly answer: FigureAnswer }[],
): Promise<CrossTableType> {
  const [rowTotals, columnTotals, total] = await Promise.all([
    runBreakdown(context, request, rows),
    runBreakdown(context, request, columns),
    runFigure(context, request),
  ]);
  return {
    rows: rowTotals,
    columns: columnTotals,
    total,
    cells: cells.map(({ key, across, answer }) => ({ row: key, column: across, result: answer })),
  };
}

/** Partners see what is meant for them; among staff, money is for those who see money, and its return for those who see that. */
export function hiddenFrom(context: Context, id: AnyMetricId): boolean {
  if (!isCounted(id)) return !viewerCan(context, 'SEE_SROI');
  const { audience, group } = CATALOGUE[id];
  return outsiderOf(context) === undefined
    ? group === 'ECONOMY' && !viewerCan(context, 'SEE_MONEY')
    : audience === 'STAFF';
}

async function labelsOf(
  db: Database,
  by: Dimension | TrendStep,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const named = NAMED[by];
  if (named === undefined) return new Map();
  const rows: { id: string; label: string }[] = await db.query(
    `select id, ${named.label} as label from ${named.table} where id = any ($1::uuid[])`,
    [keys.filter((key) => key !== 'UNKNOWN')],
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** Where the names of groups stand whose keys are ids. */
const NAMED: Partial<Record<Dimension | TrendStep, { readonly table: string; readonly label: string }>> = {
  BRANCH: { table: 'branch', label: 'name' },
  COORDINATOR: { table: 'coordinator', label: 'name' },
  GRANT: { table: 'funding_grant', label: 'reference' },
};
