import type { Thresholds } from '@tandem/domain/thresholds';
import { systemOf } from './offer.ts';
import { isEmptyGroup, type OfferedFigure } from './offered-figure.ts';
import { suppress, type Suppression } from './suppress.ts';
import type { System } from './system.ts';
import { systemOfUnknown } from './unknown.ts';

/**
 * How a figure of a menu is shown: with today's value; with the value that was told before, since today's would tell of the
 * few people in between; or not at all.
 */
export type Showing = 'TODAY' | 'EARLIER' | 'PROTECTED';

export interface Release {
  readonly showings: ReadonlyMap<string, Showing>;
  /** Rates with today's value of which it is told, too, of how many it is not known. */
  readonly unknownTold: ReadonlySet<string>;
  readonly quality: Suppression['quality'];
}

/**
 * Decides over a whole menu at once, so that any set of its questions is as safe as all of them; then, beside what is told, over
 * of how many it is not known. `solve` is `suppress`, here or in another thread.
 */
export async function decideRelease(
  limits: Thresholds,
  figures: readonly OfferedFigure[],
  solve: (system: System) => Promise<Suppression> = suppress,
): Promise<Release> {
  const draft = systemOf(limits, figures);
  const { primary, complementary, quality } = await solve(draft);
  const showings = new Map(
    figures.map((figure): [string, Showing] => {
      const { key, told } = figure;
      if (!primary.has(key) && !complementary.has(key) && !isEmptyGroup(figure, figure.counts))
        return [key, 'TODAY'];
      // What is known cannot be taken back, but limits that were raised since are kept.
      return [key, told !== undefined && isEnough(limits, figure, told.counts) ? 'EARLIER' : 'PROTECTED'];
    }),
  );
  const today = new Set(figures.flatMap(({ key }) => (showings.get(key) === 'TODAY' ? [key] : [])));
  const beside = systemOfUnknown(draft, limits, figures, today);
  if (beside.figures.length === 0) return { showings, unknownTold: new Set(), quality };
  const unknown = await solve(beside);
  const unknownTold = beside.figures
    .map(({ id }) => id)
    .filter((id) => !unknown.primary.has(id) && !unknown.complementary.has(id));
  return { showings, unknownTold: new Set(unknownTold), quality: worseOf(quality, unknown.quality) };
}

const FROM_BEST = ['OPTIMAL', 'LIMITED', 'FAILED'] as const;

function worseOf(one: Suppression['quality'], other: Suppression['quality']): Suppression['quality'] {
  return FROM_BEST.indexOf(one) < FROM_BEST.indexOf(other) ? other : one;
}

/** Whether a figure with these counts may be shown for itself. */
function isEnough(limits: Thresholds, figure: OfferedFigure, told: OfferedFigure['counts']): boolean {
  if (isEmptyGroup(figure, told)) return false;
  // Of what was told before one's own was written down nobody can say what is left of it without that.
  if (figure.counts.own !== undefined && told.own === undefined) return false;
  return systemOf(limits, [{ ...figure, counts: told, told: undefined }]).protections.length === 0;
}
