import type { Figure, FigureResult } from '@tandem/ui/figure';
import type { Publication } from './publication.queries.ts';

type Published = Publication['figures'][number];
type Breakdown = Published['breakdowns'][number];

/** An indicator as it is published; undefined where the release does not have it. */
export function resultOf(
  { figures }: Pick<Publication, 'figures'>,
  metric: string,
): FigureResult | undefined {
  return figures.find(({ result }) => result.definition.id === metric)?.result;
}

/** An indicator as it is published, where its value is shown. */
export function shownFigure(publication: Pick<Publication, 'figures'>, metric: string): Figure | undefined {
  const result = resultOf(publication, metric);
  return result?.__typename === 'Figure' ? result : undefined;
}

/** The groups of an indicator; none where it is not published by these. */
export function groupsOf({ figures }: Publication, metric: string, by: Breakdown['by']): Breakdown['groups'] {
  const published = figures.find(({ result }) => result.definition.id === metric);
  return published?.breakdowns.find((breakdown) => breakdown.by === by)?.groups ?? [];
}
