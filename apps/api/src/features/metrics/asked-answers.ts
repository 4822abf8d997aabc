import { answersAsked, responsesOf } from '@tandem/metrics/asked';
import { CATALOGUE, type MetricId } from '@tandem/metrics/catalogue';
import type { FigureQuery } from '@tandem/metrics/figure-query';
import type { Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { countFigure } from './count-figure.ts';

/** How many answers were asked for, by group: of a group that nobody is in it is none. */
export type AskedAnswers = (group: { readonly key: string; readonly across?: string }) => number | undefined;

/** How many the response rates of a moment are among, by group; one count for all figures of it that a request asks for. */
const among = defineLoader<ReadonlyMap<string, number>>(
  async (questions, context) =>
    new Map(
      await Promise.all(
        questions.map(async (question) => {
          const { metric, query } = JSON.parse(question) as { metric: MetricId; query: FigureQuery };
          const { rows } = await countFigure(context, CATALOGUE[metric], query);
          return [question, new Map(rows.map((row) => [placeOf(row), row.denominator ?? 0]))] as const;
        }),
      ),
    ),
  new Map(),
);

function placeOf({ key, across = '' }: Parameters<AskedAnswers>[0]): string {
  return `${key}/${across}`;
}

/**
 * How many answers were asked for to the question that a figure is made of, whether they were given or not: one of each duo and
 * respondent, so that a mentor of two duos is asked twice. It is counted among the same rows as the figure. Undefined where
 * nobody is asked anything for it.
 */
export async function answersAskedFor(
  context: Context,
  metric: MetricId,
  { asOf, period, filter, scope, by, across }: FigureQuery,
): Promise<AskedAnswers> {
  const responses = responsesOf(metric);
  if (responses === undefined) return () => undefined;
  const query: FigureQuery = { asOf, period, filter, scope, by, across };
  const counts = await Promise.all(
    responses.map((response) => among(context, JSON.stringify({ metric: response, query }))),
  );
  return (group) => answersAsked(counts.map((count) => count.get(placeOf(group)) ?? 0));
}
