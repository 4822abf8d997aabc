import { unitsOf, type FigureUnits } from '@tandem/domain/figure-units';
import type { Snapshot } from './snapshot.queries.ts';

/** What the numbers of a figure are in: as it was sealed, or by its indicator where that was not yet. */
export function unitsOfSealed({ units, sealed, definition }: Snapshot['figures'][number]): FigureUnits {
  if (units == null) return unitsOf(definition.unit, sealed?.denominator != null);
  return { ...units, denominator: units.denominator ?? null };
}
