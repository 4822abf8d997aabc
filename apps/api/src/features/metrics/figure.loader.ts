import type { Context } from '../../graphql/context.ts';
import type { FigureRequest } from './metric.type.ts';
import { runFigure } from './run-figures.ts';

/** The value of a figure, for what other features say by it; undefined where there is nothing to count or it is withheld from this viewer. */
export async function valueOfFigure(context: Context, request: FigureRequest): Promise<number | undefined> {
  const answer = await runFigure(context, request);
  return 'value' in answer ? answer.value : undefined;
}
