import type { Thresholds } from '@tandem/domain/thresholds';
import { systemOf } from './offer.ts';
import { isEmptyGroup, type OfferedFigure } from './offered-figure.ts';
import { suppress, type Suppression } from './suppress.ts';
import type { System } from './system.ts';

/**
 * How a figure of a menu is shown: with today's value; with the value that was told before, since today's would tell of the
 * few people in between; or not at all.
 */
export type Showing = 'TODAY' | 'EARLIER' | 'PROTECTED';

export interface Release {
  readonly showings: ReadonlyMap<string, Showing>;
  readonly quality: Suppression['quality'];
}

/**
 * Decides over a whole menu at once, so that any set of its questions is as safe as all of them. `solve` is `suppress`, here or
 * in another thread.
 */
export async function decideRelease(
  limits: Thresholds,
  figures: readonly OfferedFigure[],
  solve: (system: System) => Promise<Suppression> = suppress,
): Promise<Release> {
  const { primary, complementary, quality } = await solve(systemOf(limits, figures));
  const showings = figures.map((figure): [string, Showing] => {
    const { key, told } = figure;
    if (!primary.has(key) && !complementary.has(key) && !isEmptyGroup(figure, figure.counts))
      return [key, 'TODAY'];
    // What is known cannot be taken back, but limits that were raised since are kept.
    return [key, told !== undefined && isEnough(limits, figure, told.counts) ? 'EARLIER' : 'PROTECTED'];
  });
  return { showings: new Map(showings), quality };
}

/** Whether a figure with these counts may be shown for itself. */
function isEnough(limits: Thresholds, figure: OfferedFigure, told: OfferedFigure['counts']): boolean {
  if (isEmptyGroup(figure, told)) return false;
  // Of what was told before one's own was written down nobody can say what is left of it without that.
  if (figure.counts.own !== undefined && told.own === undefined) return false;
  return systemOf(limits, [{ ...figure, counts: told, told: undefined }]).protections.length === 0;
}
