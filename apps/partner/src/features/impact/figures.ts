import type { FigureResult } from '@tandem/ui/figure';
import { OF_GRANTS } from './impact.queries.ts';
import type { Impact } from './impact.queries.ts';

/** The figure of an indicator over the duos that the grants pay. */
export function figureOf(
  impact: Pick<Impact, 'figures'>,
  metric: (typeof OF_GRANTS)[number],
): FigureResult | undefined {
  return impact.figures[OF_GRANTS.indexOf(metric)];
}
