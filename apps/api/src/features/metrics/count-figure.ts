import { compileFigure } from '@tandem/metrics/compile';
import type { MetricDefinition } from '@tandem/metrics/definition';
import type { FigureQuery } from '@tandem/metrics/figure-query';
import type { Statement } from '@tandem/metrics/statement';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { rolledUpFor } from './roll-ups.loader.ts';

/** What the statement of a figure answers with for one group. */
export interface Counts {
  readonly key: string;
  readonly across?: string;
  readonly numerator: number | null;
  readonly denominator?: number | null;
  readonly squares?: number | null;
  readonly subjects?: number | null;
  readonly notYetObservable?: number | null;
  readonly unknown?: number | null;
}

/** What is of the whole programme is counted over all of it, everything else over what the viewer's scope leaves. */
export async function countFigure(
  context: Context,
  metric: MetricDefinition,
  query: FigureQuery,
  ofAll = isOfProgramme(context, metric),
): Promise<{ rows: Counts[]; statement: Statement }> {
  const rolledUp = await rolledUpFor(context);
  const reachable = ofAll && rolledUp ? { sources: rolledUp.sources } : rolledUp;
  const statement = compileFigure(metric, query, reachable);
  const { text, values, readsThrough } = statement;
  const plan = readsThrough ? 'FOR_ITS_VALUES' : 'KEPT';
  const rows = ofAll
    ? await context.db.countProgramme<Counts>(text, values, plan)
    : await context.db.count<Counts>(text, values, plan);
  return { rows, statement };
}

/** Whether a partner sees the figure of the whole programme, not of its own duos. */
export function isOfProgramme(context: Context, { audience }: MetricDefinition): boolean {
  return viewerOf(context).partnerId !== null && audience === 'PROGRAMME';
}
