import type { Database } from '../../database/database.ts';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import type { Dimension, TrendStep } from '@tandem/metrics/definition';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { computeFigure, computeGroups, definitionOf, nothingCounted } from './compute-figures.ts';
import { figureOfCounts } from './menu-figures.ts';
import type { CrossTableType } from './cross-table.type.ts';
import { placeOf, type By, type Question } from './menu.ts';
import {
  isCounted,
  type AnyMetricId,
  type BreakdownGroupType,
  type FigureAnswer,
  type FigureRequest,
} from './metric.type.ts';
import { outsiderOf, type Outsider } from './outsider.ts';
import type { ReleaseState } from './release-ledger.ts';
import { keyOf, releaseTo } from './release.loader.ts';

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
  // Another partner's grant is as if it were not there, and so is a year in which nothing was.
  return (
    released(context, state, question, group === undefined ? [] : [group]) ?? nothingCounted(context, request)
  );
}

/** A figure as it was released; undefined where the release has no such group. */
function released(
  context: Context,
  { asOf, showings, told }: ReleaseState,
  question: Question,
  group: readonly string[],
): FigureAnswer | undefined {
  const key = keyOf(question, group);
  const showing = showings.get(key);
  if (showing === undefined) return undefined;
  const last = told.get(key);
  if (showing === 'PROTECTED' || last === undefined)
    return { reason: 'PROTECTED', definition: definitionOf(question.metric, context.locale) };
  const isEarlier = showing === 'EARLIER';
  const answer = figureOfCounts(context, question, last.counts, isEarlier ? last.asOf : asOf);
  return 'value' in answer ? { ...answer, isEarlier } : answer;
}

/** A figure for each group of a dimension or each period of a trend. */
export async function runBreakdown(
  context: Context,
  request: FigureRequest,
  by: By,
): Promise<BreakdownGroupType[]> {
  if (hiddenFrom(context, request.metric)) return [];
  const outsider = outsiderOf(context);
  const groups =
    outsider === undefined
      ? await computeGroups(context, request, by)
      : await releasedGroups(context, outsider, request, [by]);
  if (groups.length === 0) return [];
  const labels = await labelsOf(context.db, by);
  return groups.map(({ key, answer }) => ({ key, label: labels.get(key) ?? key, result: answer }));
}

/** The groups of a question that an outsider is shown, or shown to be there, in the order of their keys. */
async function releasedGroups(
  context: Context,
  outsider: Outsider,
  request: FigureRequest,
  by: readonly By[],
): Promise<{ readonly key: string; readonly across: string; readonly answer: FigureAnswer }[]> {
  const place = placeOf(outsider, context.today, request, by);
  if (place === undefined) return [];
  const state = await releaseTo(context, outsider);
  const { question } = place;
  const stem = keyOf(question, ['']);
  return [...state.showings.keys()]
    .filter((key) => key.startsWith(stem))
    .toSorted()
    .map((key) => key.slice(stem.length).split('/'))
    .flatMap(([key = '', across = '']) => {
      const answer = released(context, state, question, [key, across].slice(0, by.length));
      return answer === undefined ? [] : [{ key, across, answer }];
    });
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
    const cells = await computeGroups(context, request, rows, columns);
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
