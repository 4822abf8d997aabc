import { isCounted } from '@tandem/metrics/any-metric';
import type { Dimension, MetricDefinition, TrendStep } from '@tandem/metrics/definition';
import type { FigureQuery } from '@tandem/metrics/figure-query';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { definedAs, queryOf } from './compute-figures.ts';
import type { BreakdownGroupType, FigureAnswer } from './figure.type.ts';
import type { FigureRequest } from './figure-request.type.ts';
import { runBreakdown, runFigure } from './run-figures.ts';

/** A rate of the catalogue, and what is asked of it in the engine's terms. */
export interface AskedRate {
  readonly metric: MetricDefinition;
  readonly query: FigureQuery;
}

/** The rate that a request is about; anything else is no question for an analysis of rates. */
export async function rateOf(context: Context, request: FigureRequest): Promise<AskedRate> {
  const { metric: id, version } = request;
  if (!isCounted(id) || CATALOGUE[id].unit !== 'RATE') throw badRequest(`${id} is no rate.`);
  return { metric: definedAs(id, version), query: await queryOf(context, request) };
}

const figures = defineLoader<FigureAnswer | undefined>(
  async (requests, context) =>
    new Map(
      await Promise.all(
        requests.map(
          async (request) =>
            [request, await runFigure(context, JSON.parse(request) as FigureRequest)] as const,
        ),
      ),
    ),
  undefined,
);

/** A figure as this viewer may see it, once a request. */
export async function figureFor(context: Context, request: FigureRequest): Promise<FigureAnswer> {
  const figure = await figures(context, JSON.stringify(request));
  if (figure === undefined) throw new Error('a figure was not answered');
  return figure;
}

const breakdowns = defineLoader<readonly BreakdownGroupType[]>(
  async (requests, context) =>
    new Map(
      await Promise.all(
        requests.map(async (text) => {
          const { by, ...request } = JSON.parse(text) as FigureRequest & { by: Dimension | TrendStep };
          return [text, await runBreakdown(context, request, by)] as const;
        }),
      ),
    ),
  [],
);

/** A figure for each group of a dimension or each period of a trend, as this viewer may see it, once a request. */
export function breakdownFor(
  context: Context,
  request: FigureRequest,
  by: Dimension | TrendStep,
): Promise<readonly BreakdownGroupType[]> {
  return breakdowns(context, JSON.stringify({ ...request, by }));
}
